import type { Evidence } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { RIGHTS } from '../people/right.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import {
  answered,
  type Desk,
  ORGANIZATION,
  openDesk,
  PREVIEW,
  refusedFor,
  somePhoto,
} from './verification-desk.fixture.ts';

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

  /** Consent, a passport, its photograph, handed in. */
  async function handIn(applicant: Caller): Promise<void> {
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await photograph(applicant);
    await desk.whole(applicant, 'submitVerification');
  }
  const photograph = (applicant: Caller, side = 'front') =>
    desk.whole(applicant, 'photographDocument', { params: { side }, bytes: somePhoto(1000) });
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

  test('whoever holds only a receipt erases nothing', async () => {
    const { id, applicant } = await desk.create();
    expect(await desk.ask(await desk.receiptOf(applicant), 'eraseOwnData')).toMatchObject({
      ok: false,
      error: { status: 403, code: 'receipt.birth-date-needed' },
    });
    expect(await desk.get(id)).toMatchObject({ state: 'created', redaction: 'none' });
  });

  test('a receipt shows, and hands nothing in', async () => {
    const { id, applicant } = await desk.create();
    const receipt = await desk.receiptOf(applicant);
    expect(await desk.seen(receipt)).toMatchObject({ id, state: 'created' });
    for (const operation of ['submitVerification', 'makeReceipt']) {
      expect(await desk.ask(receipt, operation)).toMatchObject({ ok: false, error: { code: 'link.shows-only' } });
    }
  });

  test('the photograph that people see is the preview', async () => {
    desk.says(answered(REPORT_ON_FILE));
    const { applicant } = await desk.create();
    await handIn(applicant);
    const mediaId = (await desk.seen(applicant)).attempts.findLast(({ media_id }) => media_id !== null)?.media_id;
    const params = { media_id: mediaId };
    expect(await desk.ask(applicant, 'getOwnMedia', { params })).toMatchObject({
      ok: false,
      error: { code: 'media.no-preview' },
    });
    await desk.work();
    const shown = await desk.ask(applicant, 'getOwnMedia', { params });
    expect(shown).toMatchObject({ ok: true, value: { file: PREVIEW, mediaType: 'image/jpeg' } });
  });

  test('nobody is verified in earnest under a policy that takes specimens for documents', async () => {
    const live: Caller = {
      kind: 'api_key',
      id: 'key_3',
      organizationId: ORGANIZATION,
      mode: 'live',
      rights: new Set(RIGHTS),
    };
    expect(await desk.ask(live, 'createVerification', { body: {} })).toMatchObject({
      ok: false,
      error: { status: 409, code: 'policy.accepts-specimens' },
    });
  });

  test('another organization, the other mode and a stranger’s link see nothing', async () => {
    const { id } = await desk.create();
    const strangers: readonly Caller[] = [
      {
        kind: 'api_key',
        id: 'key_2',
        organizationId: 'org_b',
        mode: 'test',
        rights: new Set(['verifications:read', 'verifications:write']),
      },
      {
        kind: 'api_key',
        id: 'key_3',
        organizationId: ORGANIZATION,
        mode: 'live',
        rights: new Set(['verifications:read', 'verifications:write']),
      },
    ];
    for (const stranger of strangers) {
      for (const operation of ['getVerification', 'cancelVerification']) {
        const answer = await desk.ask(stranger, operation, { params: { id } });
        expect(answer).toMatchObject({ ok: false, error: { status: 404, code: 'verification.not-found' } });
      }
    }
  });

  test('without the right to evidence there is no sentence and no value', async () => {
    desk.says(answered(refusedFor('action_required', ['image_glare', GLARE])));
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    await desk.work();
    const blind: Caller = {
      kind: 'api_key',
      id: 'key_4',
      organizationId: ORGANIZATION,
      mode: 'test',
      rights: new Set(['verifications:read']),
    };
    const view: unknown = await desk.whole(blind, 'getVerification', { params: { id } });
    expect(view).toMatchObject({ reasons: [{ code: 'image_glare', heading: expect.any(String) }] });
    expect(JSON.stringify(view)).not.toContain('evidence');
    expect(JSON.stringify(view)).not.toContain('message');
  });

  test('what a document and a person say is nowhere in the database; and gone when it is erased', async () => {
    desk.says(
      answered(
        refusedFor('action_required', [
          'name_mismatch',
          { measure: 'name', observed: CANARY, facts: { claimed: CANARY, read: CANARY } },
        ]),
      ),
    );
    const { id, applicant } = await desk.create({ claims: { name: CANARY } });
    await handIn(applicant);
    await desk.work();
    expect(JSON.stringify(await desk.get(id))).toContain(CANARY);
    expect(await dump()).not.toContain(CANARY);

    await desk.asTenant((trx) =>
      trx.updateTable('verification').set({ redaction: 'scheduled' }).where('id', '=', id).execute(),
    );
    desk.waiting.push({ name: 'redact-verification', payload: { organizationId: ORGANIZATION, verificationId: id } });
    await desk.work();
    const erased = await desk.get(id);
    expect(erased).toMatchObject({ state: 'action_required', redaction: 'done', reasons: [{ code: 'name_mismatch' }] });
    expect(JSON.stringify(erased)).not.toContain(CANARY);
    expect(await desk.ask(applicant, 'submitVerification')).toMatchObject({
      ok: false,
      error: { code: 'verification.erased' },
    });
    const media = await desk.asTenant((trx) =>
      trx.selectFrom('media').selectAll().where('verification_id', '=', id).execute(),
    );
    for (const { blob_key, erased_at } of media) {
      expect(await desk.parts.blobs.get(blob_key)).toBeUndefined();
      expect(erased_at).not.toBeNull();
    }
  });

  /** Every row of every table, as text; bytes as the letters that they would be. */
  async function dump(): Promise<string> {
    const { rows } = await sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(desk.db);
    const texts: string[] = [];
    for (const { name } of rows) {
      const all = await sql`select * from ${sql.table(name)}`.execute(desk.db);
      texts.push(
        JSON.stringify(all.rows, (_, value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
        ),
      );
      for (const row of all.rows)
        if (typeof row === 'object' && row !== null)
          for (const value of Object.values(row))
            if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('latin1'));
    }
    return texts.join('\n');
  }
});
