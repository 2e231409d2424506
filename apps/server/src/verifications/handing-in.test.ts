import type { Evidence } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { judgeVerification } from './judge-job.ts';
import { answered, type Desk, ORGANIZATION, openDesk, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const GLARE: Evidence = { measure: 'saturated share', observed: 0.4, threshold: 0.15 };

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  const photograph = (applicant: Caller, side = 'front') =>
    desk.whole(applicant, 'photographDocument', { params: { side }, bytes: somePhoto(1000) });
  const say = async (applicant: Caller, document_type = 'passport') => {
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type } });
  };
  const handIn = async (applicant: Caller) => {
    await say(applicant);
    await photograph(applicant);
    await desk.whole(applicant, 'submitVerification');
  };

  test('a photograph that was replaced before an earlier handing in is never handed in', async () => {
    desk.says(answered(refusedFor('action_required', ['image_glare', GLARE])));
    const { applicant } = await desk.create();
    await say(applicant, 'identity_card');
    await photograph(applicant);
    await photograph(applicant);
    await photograph(applicant, 'back');
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    expect((await desk.seen(applicant)).state).toBe('action_required');
    await photograph(applicant, 'back');
    expect(await desk.ask(applicant, 'submitVerification')).toMatchObject({
      ok: false,
      error: { code: 'verification.steps-missing', detail: expect.stringContaining('document_front') },
    });
  });

  test('what is photographed again may be corrected, too, which costs no try; once it is settled it may not', async () => {
    desk.says(answered(refusedFor('action_required', ['image_glare', GLARE])));
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    await desk.work();
    const correct = { body: { document_type: 'passport', claims: { birth_date: '1974-08-12' } } };
    expect((await desk.seen(applicant)).steps).toMatchObject([
      { name: 'consent', state: 'finished' },
      { name: 'details', state: 'finished' },
      { name: 'document_front', state: 'asked', used: 1 },
    ]);
    await photograph(applicant);
    await desk.whole(applicant, 'answerDetails', correct);
    desk.says(answered(REPORT_ON_FILE));
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    const { state, claims, steps } = await desk.seen(applicant);
    expect([state, claims]).toEqual(['approved', { birth_date: '1974-08-12' }]);
    expect(steps.find(({ name }) => name === 'details')).toMatchObject({ state: 'finished', used: 0 });
    expect((await desk.get(id)).decisions).toHaveLength(2);
    expect(await desk.ask(applicant, 'answerDetails', correct)).toMatchObject({ ok: false });
  });

  test('a link does not fill the disk: at some time there are enough photographs', async () => {
    const { applicant } = await desk.create();
    await say(applicant);
    for (let i = 0; i < 40; i += 1) await photograph(applicant);
    const refused = await desk.ask(applicant, 'photographDocument', {
      params: { side: 'front' },
      bytes: somePhoto(9),
    });
    expect(refused).toMatchObject({ ok: false, error: { status: 409, code: 'verification.too-many-photographs' } });
    await desk.whole(applicant, 'submitVerification');
  });

  test('nothing is handed in with a link that has run out', async () => {
    const { applicant } = await desk.create();
    await say(applicant);
    await photograph(applicant);
    desk.later(8 * DAY_MS);
    expect(await desk.ask(applicant, 'submitVerification')).toMatchObject({
      ok: false,
      error: { code: 'verification.session-expired' },
    });
  });

  test('of two who hand in at once, one does, and it is judged once', async () => {
    desk.says(answered(REPORT_ON_FILE));
    const { id, applicant } = await desk.create();
    await say(applicant);
    await photograph(applicant);
    desk.waiting.splice(0);
    const answers = await Promise.all([1, 2].map(() => desk.ask(applicant, 'submitVerification')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'verification.not-from-here' } });
    expect(desk.waiting.filter(({ name }) => name === 'judge-verification')).toHaveLength(1);
    await desk.work();
    expect((await desk.get(id)).decisions).toHaveLength(1);
  });

  test('a verification that is called off while it is judged stays called off', async () => {
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    desk.waiting.splice(0);
    await judgeWhile(id, async () => {
      await desk.whole(desk.key, 'cancelVerification', { params: { id } });
    });
    expect(await desk.get(id)).toMatchObject({ state: 'cancelled', decisions: [] });
  });

  test('a worker that reads for too long does not judge what was handed in meanwhile', async () => {
    desk.says(answered(refusedFor('action_required', ['image_glare', GLARE])));
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    // The slow one finds nothing to say against the first photograph; another has judged it meanwhile, and a second came.
    await judgeWhile(id, async () => {
      await desk.work();
      await photograph(applicant);
      await desk.whole(applicant, 'submitVerification');
    });
    expect(await desk.get(id)).toMatchObject({ state: 'processing', decisions: [{ outcome: 'action_required' }] });
    desk.says(answered(REPORT_ON_FILE));
    await desk.work();
    expect((await desk.get(id)).state).toBe('approved');
  });

  /** Judges with an engine that approves, once something else has happened. */
  async function judgeWhile(verificationId: string, happens: () => Promise<void>): Promise<void> {
    const read = async () => {
      await happens();
      return answered(REPORT_ON_FILE);
    };
    const { signal } = new AbortController();
    await judgeVerification({ ...desk.parts, read }, { organizationId: ORGANIZATION, verificationId }, signal);
  }
});
