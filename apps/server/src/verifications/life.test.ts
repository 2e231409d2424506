import type { Evidence } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { ownSteps } from './own-steps.fixture.ts';
import { answered, type Desk, openDesk, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const CANARY = 'Kanarienvogelstein';
const GLARE: Evidence = {
  measure: 'saturated share',
  observed: 0.4,
  threshold: 0.15,
  field: 'expiry_date',
  media_id: 'photo_1',
};
const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  const { handIn, photograph } = ownSteps(() => desk);
  const codes = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) =>
    reasons.map(({ code }) => code);

  test('a good photograph is approved, and told', async () => {
    desk.says(answered(REPORT_ON_FILE));
    const { id, applicant } = await desk.create({ claims: { name: CANARY } });
    await handIn(applicant);
    expect((await desk.get(id)).state).toBe('processing');
    await desk.work();
    const verification = await desk.get(id);
    expect(verification).toMatchObject({ state: 'approved', reasons: [], redaction: 'scheduled' });
    expect(desk.asked.at(-1)).toMatchObject({ claims: { name: CANARY }, files: [{ side: 'front' }] });
    const told = await desk.asTenant((trx) =>
      trx.selectFrom('event').select('type').where('object_id', '=', id).orderBy('id').execute(),
    );
    expect(told.map(({ type }) => type)).toEqual([
      'verification.created',
      'verification.opened',
      'verification.processing',
      'verification.approved',
    ]);
  });

  test('a refusal says why, where, and asks for the one step again; the next attempt passes', async () => {
    desk.says(answered(refusedFor('action_required', ['image_glare', GLARE])));
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    await desk.work();
    const seen = await desk.seen(applicant);
    expect(seen).toMatchObject({
      state: 'action_required',
      steps: [{ state: 'finished' }, { state: 'finished' }, { name: 'document_front', state: 'asked', used: 1 }],
    });
    const [reason] = seen.reasons;
    expect(reason?.message).toContain('date of expiry');
    const [attempt] = seen.attempts.filter(({ step }) => step === 'document_front');
    expect(reason?.evidence).toMatchObject([{ observed: 0.4, threshold: 0.15, media_id: attempt?.media_id }]);

    desk.says(answered(REPORT_ON_FILE));
    await photograph(applicant);
    expect(await desk.seen(applicant)).toMatchObject({ state: 'open', reasons: [{ code: 'image_glare' }] });
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    expect(await desk.get(id)).toMatchObject({ state: 'approved', reasons: [] });
  });

  test('a card needs its back, and a passport does not', async () => {
    const { applicant } = await desk.create();
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'identity_card' } });
    const names = (await desk.seen(applicant)).steps.map(({ name }) => name);
    expect(names).toEqual(['consent', 'details', 'document_front', 'document_back']);
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    expect((await desk.seen(applicant)).steps.map(({ name }) => name)).not.toContain('document_back');
  });

  test.each<readonly [string, readonly string[], object]>([
    ['before the document is named', [], { ok: true }],
    ['of a card', ['identity_card'], { ok: true }],
    ['of a passport', ['passport'], { ok: false, error: { status: 409, code: 'verification.step-not-asked' } }],
    ['of a card that is a passport after all', ['identity_card', 'passport'], { ok: false }],
  ])('a back is taken where there may be one: %s', async (_, types, expected) => {
    const { applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    for (const document_type of types) await desk.whole(applicant, 'answerDetails', { body: { document_type } });
    const answer = await desk.ask(applicant, 'photographDocument', { params: { side: 'back' }, bytes: somePhoto(9) });
    expect(answer).toMatchObject(expected);
    const names = (await desk.seen(applicant)).steps.map(({ name }) => name);
    expect(names.includes('document_back')).toBe(answer.ok);
  });

  test.each<readonly [string, unknown]>([
    ['said by the operator', { residence: 'CRI' }],
    ['said by the applicant', {}],
  ])('a country that is not served, %s, is told before anything is photographed', async (_, body) => {
    const { id, applicant } = await desk.create(body);
    if (JSON.stringify(body) === '{}') {
      await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport', residence: 'CRI' } });
    }
    const seen = await desk.seen(applicant);
    expect(seen).toMatchObject({ state: 'declined', appeal: { last_day: '2026-04-01' } });
    expect(codes(seen)).toEqual(['residence_country_not_supported']);
    const photo = await desk.ask(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(9) });
    expect(photo).toMatchObject({ ok: false, error: { status: 409 } });
    const media = await desk.asTenant((trx) =>
      trx.selectFrom('media').select('id').where('verification_id', '=', id).execute(),
    );
    expect(media).toEqual([]);
  });

  test('a decline is appealed, a person looks, and the grounds reach the applicant', async () => {
    desk.says(
      answered(
        refusedFor('declined', [
          'age_below_minimum',
          { measure: 'age', observed: 16, threshold: 18, facts: { age: 18, date: '2028-01-01' } },
        ]),
      ),
    );
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    await desk.work();
    expect(await desk.get(id)).toMatchObject({ state: 'declined', appeal: { path: '/v1/applicant/appeal' } });
    await desk.whole(applicant, 'appealDecline', { body: { statement: `I am ${CANARY} and of age` } });
    expect((await desk.seen(applicant)).expected_by).not.toBeNull();

    const [review] = await desk.asTenant((trx) =>
      trx.selectFrom('review').selectAll().where('verification_id', '=', id).execute(),
    );
    expect(review).toMatchObject({ cause: 'appeal', state: 'open' });
    const params = { id: review?.id };
    const decision = {
      outcome: 'declined',
      grounds: 'The register shows the same year.',
      reasons: ['age_below_minimum'],
    };
    await desk.whole(desk.key, 'decideReview', { params, body: decision });
    const seen = await desk.seen(applicant);
    expect(seen.state).toBe('declined');
    expect(codes(seen)).toEqual(['reviewer_declined', 'age_below_minimum']);
    expect(seen.reasons[0]?.message).toContain('The register shows the same year.');
    const again = await desk.ask(desk.key, 'decideReview', { params, body: decision });
    expect(again).toMatchObject({ ok: false, error: { code: 'review.decided' } });
  });

  test('our own fault delays, uses no try, and goes on by itself', async () => {
    desk.says({ ok: false, error: { code: 'reader.died' } });
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    await desk.work();
    const delayed = await desk.seen(applicant);
    expect(delayed).toMatchObject({ state: 'delayed', steps: [{ used: 0 }, { used: 0 }, { used: 0 }] });
    expect(codes(delayed)).toEqual(['provider_unavailable']);
    expect(desk.waiting.filter(({ name }) => name === 'judge-verification')).toHaveLength(1);
    desk.says(answered(REPORT_ON_FILE));
    await desk.work();
    expect((await desk.get(id)).state).toBe('approved');
  });

  test('our own fault that lasts brings a person, and never a decline', async () => {
    desk.says({ ok: false, error: { code: 'reader.died' } });
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    desk.later(2 * 60 * 60 * 1000);
    await desk.work();
    expect(await desk.get(id)).toMatchObject({ state: 'in_review', reasons: [{ code: 'provider_unavailable' }] });
  });

  test('the fifth try that fails goes to a person', async () => {
    desk.says(answered(refusedFor('action_required', ['image_glare', GLARE])));
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    for (let tries = 1; tries < 5; tries += 1) {
      await desk.work();
      expect((await desk.get(id)).state).toBe('action_required');
      await photograph(applicant);
      await desk.whole(applicant, 'submitVerification');
    }
    await desk.work();
    expect(codes(await desk.get(id))).toEqual(['attempt_limit_reached', 'image_glare']);
  });

  test.each<readonly [string, readonly boolean[], string]>([
    ['before an answer', [], 'front'],
    ['after a no', [false], 'front'],
    ['after a yes that was taken back', [true, false], 'front'],
    ['of the back, too, which is not asked for by then', [], 'back'],
  ])('without consent no photograph is taken: %s', async (_, answers, side) => {
    const { id, applicant } = await desk.create();
    for (const document of answers) await desk.whole(applicant, 'answerConsent', { body: { document } });
    expect(await desk.ask(applicant, 'photographDocument', { params: { side }, bytes: somePhoto(9) })).toMatchObject({
      ok: false,
      error: { status: 409, code: 'verification.consent-missing', detail: expect.stringContaining('Agree first') },
    });
    const seen = await desk.seen(applicant);
    expect(seen.attempts.filter(({ media_id }) => media_id !== null)).toEqual([]);
    expect(seen.steps.map(({ name }) => name)).not.toContain('document_back');
    const media = await desk.asTenant((trx) =>
      trx.selectFrom('media').select('id').where('verification_id', '=', id).execute(),
    );
    expect(media).toEqual([]);
  });

  test.each<readonly [string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('{}')],
  ])('%s is no photograph: nothing is kept, and no try is used', async (_, bytes) => {
    const { applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    expect(await desk.ask(applicant, 'photographDocument', { params: { side: 'front' }, bytes })).toMatchObject({
      ok: false,
      error: { status: 422, code: 'media.not-a-picture', detail: expect.stringContaining('JPEG, PNG') },
    });
    const seen = await desk.seen(applicant);
    expect(seen.attempts.map(({ step }) => step)).toEqual(['consent']);
    expect(seen.steps.map(({ used }) => used)).toEqual([0, 0, 0]);
  });

  test('who takes consent back is asked again, and nothing is read', async () => {
    const before = desk.asked.length;
    const { id, applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await photograph(applicant);
    await desk.whole(applicant, 'answerConsent', { body: { document: false } });
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    expect(await desk.get(id)).toMatchObject({ state: 'action_required', reasons: [{ code: 'consent_declined' }] });
    expect(desk.asked).toHaveLength(before);
  });

  test('who says no hands that in, is told so, and may agree after all', async () => {
    const { id, applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: false } });
    expect((await desk.seen(applicant)).steps.map(({ name }) => name)).toEqual(['consent']);
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    const told = await desk.seen(applicant);
    expect(told).toMatchObject({ state: 'action_required', reasons: [{ code: 'consent_declined' }], attempts: [{}] });
    desk.says(answered(REPORT_ON_FILE));
    await handIn(applicant);
    await desk.work();
    expect((await desk.get(id)).state).toBe('approved');
  });

  test('the same photograph handed in again is judged again', async () => {
    desk.says(answered(refusedFor('action_required', ['image_glare', GLARE])));
    const { id, applicant } = await desk.create();
    const bytes = somePhoto(99);
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    for (const time of [1, 2]) {
      await desk.whole(applicant, 'photographDocument', { params: { side: 'front' }, bytes });
      await desk.whole(applicant, 'submitVerification');
      await desk.work();
      const { state, decisions } = await desk.get(id);
      expect([state, decisions.length]).toEqual(['action_required', time]);
    }
  });

  test('judging twice decides once', async () => {
    desk.says(answered(REPORT_ON_FILE));
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    const job = desk.waiting.find(({ name }) => name === 'judge-verification');
    await desk.work();
    if (job !== undefined) desk.waiting.push(job);
    await desk.work();
    expect((await desk.get(id)).decisions).toHaveLength(1);
  });

  test.each<readonly [string, (applicant: Caller) => Promise<unknown>, string, RegExp]>([
    [
      'handing in with nothing done',
      (a) => desk.ask(a, 'submitVerification'),
      'verification.not-from-here',
      /Still to do: consent, details, document_front\.$/,
    ],
    [
      'handing in half',
      async (a) => {
        await desk.whole(a, 'answerConsent', { body: { document: true } });
        return desk.ask(a, 'submitVerification');
      },
      'verification.steps-missing',
      /details, document_front/,
    ],
    [
      'a photograph after handing in',
      async (a) => {
        await handIn(a);
        return desk.ask(a, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(9) });
      },
      'verification.not-from-here',
      /It is being judged/,
    ],
    [
      'an appeal of what was not declined',
      (a) => desk.ask(a, 'appealDecline', { body: { statement: 'x' } }),
      'verification.not-from-here',
      /Still to do: consent/,
    ],
  ])('%s is refused, with the way out', async (_, act, code, way) => {
    const { applicant } = await desk.create();
    const detail = expect.stringMatching(way);
    expect(await act(applicant)).toMatchObject({ ok: false, error: { status: 409, code, detail } });
  });

  test.each<readonly [string, (id: string) => Promise<unknown>, RegExp]>([
    ['decided', async () => {}, /It is decided/],
    ['called off already', (id) => desk.whole(desk.key, 'cancelVerification', { params: { id } }), /It was called off/],
  ])('what is %s cannot be called off, and the operator reads why', async (name, first, way) => {
    const { id } = await desk.create(name === 'decided' ? { residence: 'CRI' } : {});
    await first(id);
    const detail = expect.stringMatching(way);
    expect(await desk.ask(desk.key, 'cancelVerification', { params: { id } })).toMatchObject({ error: { detail } });
  });

  test('a link that ran out keeps the finished steps', async () => {
    const { applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    desk.later(8 * DAY_MS);
    const late = await desk.ask(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(9) });
    expect(late).toMatchObject({ ok: false, error: { code: 'verification.session-expired' } });
  });

  test('an applicant stops, and what was sent is erased', async () => {
    const { id, applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await photograph(applicant);
    await desk.whole(applicant, 'eraseOwnData');
    await desk.work();
    expect(await desk.get(id)).toMatchObject({ state: 'cancelled', redaction: 'done' });
  });

  test('what is decided is not erased by the applicant, but when its time is over', async () => {
    desk.says(answered(REPORT_ON_FILE));
    const { applicant } = await desk.create();
    await handIn(applicant);
    await desk.work();
    const erased = await desk.ask(applicant, 'eraseOwnData');
    const detail = expect.stringMatching(/erased on 20\d\d-\d\d-\d\dT/);
    expect(erased).toMatchObject({ ok: false, error: { code: 'verification.decided-already', detail } });
  });
});
