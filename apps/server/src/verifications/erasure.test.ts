import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { redactVerification } from './redact-job.ts';
import { expireVerification } from './sweep.ts';
import { answered, type Desk, ORGANIZATION, openDesk, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const TOO_YOUNG = refusedFor('declined', [
  'age_below_minimum',
  { measure: 'age', observed: 16, threshold: 18, facts: { age: 18, date: '2028-01-01' } },
]);
const BEGIN = '2026-03-02T09:00:00.000Z';

describe.each(TEST_DATABASES)('on the %s database, where a day is enough', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { retention_days: 1 });
  });
  afterAll(() => desk.close());

  const started = async () => {
    const made = await desk.create();
    await desk.whole(made.applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(made.applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await desk.whole(made.applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(99) });
    return made;
  };
  const judged = async (report = REPORT_ON_FILE) => {
    desk.says(answered(report));
    const made = await started();
    await desk.whole(made.applicant, 'submitVerification');
    await desk.work();
    return made;
  };
  const kept = (id: string) =>
    desk.asTenant((trx) =>
      trx
        .selectFrom('verification')
        .select(['state', 'redaction', 'redact_at'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const erase = async (id: string) => {
    desk.waiting.push({ name: 'redact-verification', payload: { organizationId: ORGANIZATION, verificationId: id } });
    await desk.work();
  };
  const expire = async (id: string) => {
    desk.later(8 * DAY_MS);
    await desk.asTenant((trx) => expireVerification(desk.parts, trx, id));
  };
  const cancel = (id: string) => desk.whole(desk.key, 'cancelVerification', { params: { id } });

  test('an approval is kept for as long as the policy says', async () => {
    const { id } = await judged();
    expect(await kept(id)).toEqual({
      state: 'approved',
      redaction: 'scheduled',
      redact_at: new Date(Date.parse(BEGIN) + DAY_MS),
    });
  });

  test('a decline is kept until it cannot be appealed any more', async () => {
    const { id, applicant } = await judged(TOO_YOUNG);
    const { appeal } = await desk.seen(applicant);
    expect((await kept(id)).redact_at?.toISOString().slice(0, 10)).toBe(dayAfter(appeal?.last_day ?? ''));
  });

  test('who is turned away at the start can appeal for as long', async () => {
    const { id } = await desk.create({ residence: 'CRI', claims: { name: 'Anna' } });
    expect(await kept(id)).toMatchObject({ state: 'declined', redaction: 'scheduled' });
  });

  test('nothing is erased while an appeal is looked at, also where erasing had been asked for', async () => {
    const { id, applicant } = await judged(TOO_YOUNG);
    await desk.whole(applicant, 'appealDecline', { body: { statement: 'I am of age' } });
    expect(await kept(id)).toEqual({ state: 'in_review', redaction: 'none', redact_at: null });
    await erase(id);
    expect(await kept(id)).toMatchObject({ redaction: 'none' });
  });

  test('a job that comes too early erases nothing', async () => {
    const { id } = await judged();
    await erase(id);
    expect(await kept(id)).toMatchObject({ redaction: 'scheduled' });
  });

  test('what was called off is erased when its time is over', async () => {
    const { id } = await started();
    await cancel(id);
    expect(await kept(id)).toMatchObject({ state: 'cancelled', redaction: 'scheduled' });
    desk.later(2 * DAY_MS);
    await erase(id);
    expect(await kept(id)).toMatchObject({ redaction: 'done' });
  });

  test('what nobody came back to is erased when its time is over, and kept when somebody does', async () => {
    const { id, applicant } = await started();
    await expire(id);
    expect(await kept(id)).toMatchObject({ state: 'expired', redaction: 'scheduled' });
    await desk.whole(applicant, 'resumeVerification');
    expect(await kept(id)).toEqual({ state: 'open', redaction: 'none', redact_at: null });
  });

  test('a link that ran out a moment ago is resumed, before the sweep has noticed', async () => {
    const { applicant } = await started();
    desk.later(8 * DAY_MS);
    await desk.whole(applicant, 'resumeVerification');
    expect(await desk.seen(applicant)).toMatchObject({ state: 'open' });
    const again = await desk.ask(applicant, 'resumeVerification');
    expect(again).toMatchObject({ ok: false, error: { code: 'verification.not-expired-yet' } });
  });

  test.each<readonly [string, (made: { readonly id: string; readonly applicant: Caller }) => Promise<unknown>]>([
    ['before anything is handed in', async () => {}],
    ['after the operator called it off', async ({ id }) => cancel(id)],
    ['after the link ran out', async ({ id }) => expire(id)],
  ])('an applicant has what was sent erased %s', async (_, first) => {
    const made = await started();
    await first(made);
    await desk.whole(made.applicant, 'eraseOwnData');
    await desk.work();
    expect(await kept(made.id)).toMatchObject({ state: 'cancelled', redaction: 'done' });
  });

  test('a decline cannot be appealed away: what was decided is kept', async () => {
    const { id, applicant } = await judged(TOO_YOUNG);
    await desk.whole(applicant, 'appealDecline', { body: { statement: 'no' } });
    expect(await desk.ask(applicant, 'eraseOwnData')).toMatchObject({
      ok: false,
      error: { status: 409, code: 'verification.decided-already' },
    });
    expect(await kept(id)).toMatchObject({ state: 'in_review' });
  });

  test('while it is being erased, nothing of it is shown, and nothing breaks', async () => {
    const { id, applicant } = await judged();
    const mediaId = (await desk.seen(applicant)).attempts.findLast(({ media_id }) => media_id !== null)?.media_id;
    desk.later(2 * DAY_MS);
    desk.waiting.push({ name: 'redact-verification', payload: { organizationId: ORGANIZATION, verificationId: id } });
    const { blobs } = desk.parts;
    const remove = async () => {
      throw new Error('the store of blobs does not answer');
    };
    const due = { organizationId: ORGANIZATION, verificationId: id };
    await expect(redactVerification({ ...desk.parts, blobs: { ...blobs, remove } }, due)).rejects.toThrow(
      'does not answer',
    );
    expect(await kept(id)).toMatchObject({ redaction: 'running' });
    expect(await desk.get(id)).toMatchObject({ state: 'approved', redaction: 'running' });
    const refused = { ok: false, error: { status: 409 } };
    expect(await desk.ask(applicant, 'getApplicantVerification')).toMatchObject(refused);
    expect(await desk.ask(applicant, 'getOwnMedia', { params: { media_id: mediaId } })).toMatchObject(refused);
    await desk.work();
    expect(await kept(id)).toMatchObject({ redaction: 'done' });
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}
