/** Going on elsewhere, taking along, taking back, and devices in trouble. */
import {
  disownedSchema,
  handOffConfirmedSchema,
  handOffSchema,
  openedReceiptSchema,
  ownDataSchema,
  receiptSchema,
  waitingDeviceSchema,
} from '@vidimus/protocol';
import type { Evidence } from '@vidimus/vocabulary';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { findLink } from './link-store.ts';
import { answered, type Desk, openDesk, PREVIEW, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const AGE: Evidence = { measure: 'age', observed: 16, threshold: 18, facts: { age: 18, date: '2028-01-01' } };
const STATEMENT = 'Somebody else used my passport';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());
  beforeEach(() => {
    desk.waiting.length = 0;
    desk.says(answered(REPORT_ON_FILE));
  });

  const linkOf = async (token: string): Promise<Caller> => {
    const caller = await inTransaction(desk.db, { role: 'gate' }, (trx) => findLink(trx, token));
    if (caller === undefined) throw new Error('the link is not known');
    return caller;
  };
  const begun = async (body: unknown = {}) => {
    const made = await desk.create(body);
    await desk.whole(made.applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(made.applicant, 'answerDetails', {
      body: { document_type: 'passport', claims: { name: 'Anna Maria Eriksson' } },
    });
    await desk.whole(made.applicant, 'photographDocument', { params: { side: 'front' }, bytes: PREVIEW });
    return made;
  };
  const judged = async (report = REPORT_ON_FILE) => {
    desk.says(answered(report));
    const made = await begun();
    await desk.whole(made.applicant, 'submitVerification');
    await desk.work();
    return made;
  };
  const events = (id: string) =>
    desk.asTenant((trx) =>
      trx.selectFrom('event').select(['type', 'payload']).where('object_id', '=', id).orderBy('id').execute(),
    );
  const audit = async (id: string) =>
    (await desk.asTenant((trx) => trx.selectFrom('audit_entry').select('entry').orderBy('position').execute()))
      .map(({ entry }) => JSON.stringify(entry))
      .filter((entry) => entry.includes(id));

  describe('another device', () => {
    const handOff = async (applicant: Caller) => handOffSchema.parse(await desk.whole(applicant, 'handOff'));

    /** As a device that has pointed its camera at the code. */
    const opened = async (code: string) => {
      const made = waitingDeviceSchema.parse(await desk.whole(await linkOf(code), 'openHandOff'));
      return { ...made, link: () => linkOf(made.token) };
    };
    const choose = async (applicant: Caller, number: number) =>
      handOffConfirmedSchema.parse(await desk.whole(applicant, 'confirmHandOff', { body: { number } })).outcome;
    const refusal = async (link: Caller, operation = 'getApplicantVerification') => {
      const answer = await desk.ask(link, operation, { body: { number: 10 } });
      return answer.ok ? undefined : answer.error.code;
    };

    test('is let in by its number, and the first one is told', async () => {
      const { id, applicant } = await begun();
      expect((await desk.seen(applicant)).hand_off).toEqual({ offered: true, opened_at: null, choose: [] });
      const { token, url, expires_at } = await handOff(applicant);
      expect(url).toBe(`https://verify.example/verify/${token}`);
      expect((await desk.seen(applicant)).hand_off).toEqual({ offered: true, opened_at: null, choose: [] });
      desk.later(14 * MINUTE_MS);
      const phone = await opened(token);
      expect(await desk.whole(await phone.link(), 'getHandOff')).toEqual({ number: phone.number, expires_at });
      const { choose: numbers } = (await desk.seen(applicant)).hand_off;
      expect(numbers).toHaveLength(3);
      expect(numbers).toContain(phone.number);
      expect(await choose(applicant, phone.number)).toBe('let_in');
      expect(await desk.seen(await phone.link())).toMatchObject({ id, consent: true, link: { kind: 'apply' } });
      const { opened_at, choose: left } = (await desk.seen(applicant)).hand_off;
      expect(Date.parse(expires_at) - Date.parse(opened_at ?? '')).toBe(MINUTE_MS);
      expect(left).toEqual([]);
    });

    test('the link in the code itself opens nothing, whoever has it', async () => {
      const { applicant } = await begun();
      const { token } = await handOff(applicant);
      for (const operation of [
        'getApplicantVerification',
        'submitVerification',
        'getOwnData',
        'makeReceipt',
        'handOff',
      ])
        expect(await refusal(await linkOf(token), operation)).toBe('hand-off.to-be-opened');
      const phone = await opened(token);
      await choose(applicant, phone.number);
      expect(await refusal(await linkOf(token))).toBe('hand-off.ran-out');
      expect(await desk.ask(await linkOf(token), 'openHandOff')).toMatchObject({ error: { code: 'hand-off.ran-out' } });
    });

    test('who photographed the code from across the room waits for ever', async () => {
      const { applicant } = await begun();
      const { token } = await handOff(applicant);
      const thief = await opened(token);
      const phone = await opened(token);
      expect(thief.number).not.toBe(phone.number);
      expect(await refusal(await thief.link())).toBe('hand-off.waits');
      expect(await refusal(await thief.link(), 'confirmHandOff')).toBe('hand-off.waits');
      expect(await choose(applicant, phone.number)).toBe('let_in');
      expect(await refusal(await thief.link())).toBe('hand-off.ran-out');
      expect(await refusal(await phone.link())).toBeUndefined();
    });

    test('a number that no device shows shuts out all that waited', async () => {
      const { applicant } = await begun();
      const { token } = await handOff(applicant);
      const thief = await opened(token);
      const other = (await desk.seen(applicant)).hand_off.choose.find((number) => number !== thief.number) ?? 0;
      expect(await choose(applicant, other)).toBe('nobody');
      expect(await choose(applicant, thief.number)).toBe('nobody');
      expect(await refusal(await thief.link())).toBe('hand-off.ran-out');
    });

    test('there are as many numbers as devices, and no more', async () => {
      const { applicant } = await begun();
      const { token } = await handOff(applicant);
      const numbers = [await opened(token), await opened(token), await opened(token)].map(({ number }) => number);
      expect(new Set(numbers).size).toBe(3);
      expect(await desk.ask(await linkOf(token), 'openHandOff')).toMatchObject({
        error: { code: 'hand-off.opened-too-often' },
      });
    });

    test('a new code ends the one before', async () => {
      const { applicant } = await begun();
      const first = await handOff(applicant);
      const thief = await opened(first.token);
      await handOff(applicant);
      expect(await choose(applicant, thief.number)).toBe('nobody');
      expect(await refusal(await thief.link())).toBe('hand-off.ran-out');
    });

    test('once it was let in, its link lives as long as the first', async () => {
      const { applicant } = await begun();
      const phone = await opened((await handOff(applicant)).token);
      await choose(applicant, phone.number);
      desk.later(DAY_MS);
      await desk.whole(await phone.link(), 'submitVerification');
    });

    test('not opened in time it says so, with the way out and the reason in the verification’s language', async () => {
      const { applicant } = await begun({ locale: 'es' });
      const { token } = await handOff(applicant);
      desk.later(16 * MINUTE_MS);
      for (const [operation, given] of [
        ['getApplicantVerification', {}],
        ['submitVerification', {}],
        ['makeReceipt', {}],
        ['getOwnData', {}],
        ['listAcceptedDocuments', { query: { issuing_state: 'CRI' } }],
        ['chooseLanguage', { body: { locale: 'uk' } }],
      ] as const) {
        expect(await desk.ask(await linkOf(token), operation, given)).toMatchObject({
          ok: false,
          error: {
            status: 409,
            code: 'hand-off.ran-out',
            detail: expect.stringContaining('first device'),
            reason: { code: 'session_expired', number: 6, heading: 'El enlace ha caducado' },
          },
        });
      }
      expect((await desk.seen(applicant)).hand_off.opened_at).toBeNull();
      await desk.whole(applicant, 'submitVerification');
    });

    test('is not offered where nothing but this machine would open it', async () => {
      const local = await openDesk(kind, {}, { urlOf: (path) => `http://localhost:3000${path}`, isPublic: false });
      const { applicant } = await local.create();
      expect((await local.seen(applicant)).hand_off).toEqual({ offered: false, opened_at: null, choose: [] });
      expect(await local.ask(applicant, 'handOff')).toMatchObject({
        ok: false,
        error: {
          status: 409,
          code: 'hand-off.no-public-address',
          detail: expect.stringContaining('VIDIMUS_PUBLIC_URL'),
        },
      });
      await local.close();
    });

    test('a link that ran out makes no other, and tells the reason', async () => {
      const { applicant } = await begun();
      desk.later(8 * DAY_MS);
      expect(await desk.ask(applicant, 'handOff')).toMatchObject({
        ok: false,
        error: { code: 'verification.session-expired', reason: { code: 'session_expired' } },
      });
      expect(await desk.ask(applicant, 'submitVerification')).toMatchObject({
        ok: false,
        error: { code: 'verification.session-expired', reason: { code: 'session_expired' } },
      });
    });
  });

  describe('a receipt', () => {
    const WRONG: Evidence = {
      measure: 'claimed name',
      observed: 'ANNA MARIA ERIKSSON',
      field: 'primary_identifier',
      facts: { claimed: 'Anna', read: 'Eriksson' },
    };
    const BIRTH_DATE = '1994-08-12';
    const prove = (receipt: Caller, birth_date: string) => desk.ask(receipt, 'openReceipt', { body: { birth_date } });
    const opened = async (receipt: Caller) => {
      const answer = await prove(receipt, BIRTH_DATE);
      if (!answer.ok || !('body' in answer.value)) throw new Error('not opened');
      return linkOf(openedReceiptSchema.parse(answer.value.body).token);
    };
    const photographOf = async (applicant: Caller) =>
      (await desk.seen(applicant)).attempts.find(({ media_id }) => media_id !== null)?.media_id;

    test('has an address, tells the outcome, and does no step', async () => {
      const { id, applicant } = await judged();
      const { token, url } = receiptSchema.parse(await desk.whole(applicant, 'makeReceipt'));
      expect(url).toBe(`https://verify.example/receipt/${token}`);
      const receipt = await linkOf(token);
      expect(await desk.seen(receipt)).toMatchObject({
        id,
        link: { kind: 'receipt', opens: 'outcome', expires_at: null },
        hand_off: { offered: false },
        state: 'approved',
      });
      for (const operation of ['handOff', 'makeReceipt', 'submitVerification', 'confirmHandOff']) {
        expect(await desk.ask(receipt, operation, { body: { number: 10 } })).toMatchObject({
          ok: false,
          error: { code: 'link.shows-only' },
        });
      }
    });

    test('tells whoever holds it nothing that was said, read or photographed', async () => {
      const { applicant } = await judged(refusedFor('declined', ['age_below_minimum', AGE], ['name_mismatch', WRONG]));
      await desk.whole(applicant, 'appealDecline', { body: { statement: 'My name is Eriksson' } });
      const receipt = await desk.receiptOf(applicant);
      const seen = await desk.seen(receipt);
      expect(seen).toMatchObject({ reading: null, claims: {}, details: null, residence: null });
      expect(seen.decisions[0]?.reasons).toHaveLength(2);
      expect(JSON.stringify(seen)).not.toMatch(/eriksson|anna|2028|1994/i);
      const params = { media_id: await photographOf(applicant) };
      for (const [operation, given] of [
        ['getOwnMedia', { params }],
        ['getOwnOriginal', { params }],
        ['getOwnData', {}],
        ['eraseOwnData', {}],
      ] as const) {
        expect(await desk.ask(receipt, operation, given)).toMatchObject({
          ok: false,
          error: { status: 403, code: 'receipt.birth-date-needed' },
        });
      }
    });

    test('opens all of it for an hour, for whoever knows the birth date', async () => {
      const { applicant } = await judged();
      const receipt = await desk.receiptOf(applicant);
      const mine = await opened(receipt);
      expect(await desk.seen(mine)).toMatchObject({
        link: { kind: 'receipt', opens: 'all' },
        reading: { document_type: 'passport' },
        claims: { name: 'Anna Maria Eriksson' },
      });
      const params = { media_id: await photographOf(applicant) };
      expect(await desk.ask(mine, 'getOwnOriginal', { params })).toMatchObject({ ok: true });
      expect(await desk.ask(receipt, 'getOwnOriginal', { params })).toMatchObject({ ok: false });
      desk.later(60 * MINUTE_MS);
      expect(await desk.ask(mine, 'getOwnOriginal', { params })).toMatchObject({
        error: { code: 'receipt.birth-date-needed' },
      });
    });

    test('five wrong dates, then every further one waits longer; the right one waits with them', async () => {
      const { applicant } = await judged();
      const receipt = await desk.receiptOf(applicant);
      for (let i = 1; i <= 5; i += 1) {
        expect(await prove(receipt, `1994-08-0${i}`)).toMatchObject({
          error: { status: 403, code: 'receipt.birth-date-differs' },
        });
      }
      const tooMany = (seconds: number) => ({
        error: { status: 429, code: 'receipt.too-many-tries', retryAfter: seconds },
      });
      expect(await prove(receipt, BIRTH_DATE)).toMatchObject(tooMany(15 * 60));
      // Another receipt of the same verification is no way around.
      expect(await prove(await desk.receiptOf(applicant), BIRTH_DATE)).toMatchObject(tooMany(15 * 60));
      desk.later(15 * MINUTE_MS);
      expect(await prove(receipt, '1994-08-06')).toMatchObject({ error: { code: 'receipt.birth-date-differs' } });
      expect(await prove(receipt, BIRTH_DATE)).toMatchObject(tooMany(30 * 60));
      desk.later(30 * MINUTE_MS);
      await opened(receipt);
      expect(await prove(receipt, '1994-08-07')).toMatchObject({ error: { code: 'receipt.birth-date-differs' } });
    });

    test('of a document that was not read is opened by nothing', async () => {
      const { applicant } = await desk.create();
      expect(await prove(await desk.receiptOf(applicant), BIRTH_DATE)).toMatchObject({
        error: { status: 409, code: 'receipt.nothing-to-compare' },
      });
    });
  });

  describe('own data', () => {
    test('is one file with all that was said, sent, read and decided, and the photographs as they were sent', async () => {
      const { id, applicant } = await judged(refusedFor('declined', ['age_below_minimum', AGE]));
      await desk.whole(applicant, 'appealDecline', { body: { statement: 'I am of age' } });
      const answer = await desk.ask(applicant, 'getOwnData');
      if (!answer.ok || !('file' in answer.value)) throw new Error('no file');
      expect(answer.value).toMatchObject({ mediaType: 'application/json', name: `${id}.json` });
      const data = ownDataSchema.parse(JSON.parse(Buffer.from(answer.value.file).toString()));
      expect(data.answers.map(({ answer: said }) => said)).toMatchObject([
        { document: true },
        { document_type: 'passport', claims: { name: 'Anna Maria Eriksson' } },
      ]);
      expect(data.verification).toMatchObject({
        decisions: [{ outcome: 'declined', reasons: [{ code: 'age_below_minimum' }] }],
        appeals: [{ statement: 'I am of age' }],
        reading: { document_type: 'passport' },
      });
      const [photograph] = data.photographs;
      expect(photograph).toMatchObject({ file: 'front-1.jpg', media_type: 'image/jpeg', bytes: PREVIEW.length });
      const params = { media_id: photograph?.media_id };
      expect(await desk.ask(applicant, 'getOwnOriginal', { params })).toMatchObject({
        ok: true,
        value: { file: PREVIEW, mediaType: 'image/jpeg', name: 'front-1.jpg' },
      });
    });

    test('is nobody else’s', async () => {
      const mine = await judged();
      const theirs = await judged();
      const photograph = (await desk.seen(theirs.applicant)).attempts.find(({ media_id }) => media_id !== null);
      const params = { media_id: photograph?.media_id };
      expect(await desk.ask(mine.applicant, 'getOwnOriginal', { params })).toMatchObject({
        ok: false,
        error: { status: 404, code: 'media.not-found' },
      });
    });
  });

  describe('“this was not me”', () => {
    const disown = async (link: Caller, body: unknown = { statement: STATEMENT }) =>
      disownedSchema.parse(await desk.whole(link, 'disownVerification', { body })).outcome;

    test('before a decision everything stops, and is erased', async () => {
      const { id, applicant } = await begun();
      expect(await disown(applicant, {})).toBe('stopped');
      await desk.work();
      expect(await desk.get(id)).toMatchObject({ state: 'cancelled', redaction: 'done' });
    });

    test('whoever only holds a receipt stops nothing by it; it is on record, and the operator is told', async () => {
      const { id, applicant } = await begun();
      expect(await disown(await desk.receiptOf(applicant))).toBe('recorded');
      expect(await desk.get(id)).toMatchObject({ state: 'open', redaction: 'none' });
      expect((await events(id)).map(({ type }) => type)).toContain('verification.disowned');
    });

    test('after an approval a person looks, with what was said', async () => {
      const { id, applicant } = await judged();
      expect(await disown(await desk.receiptOf(applicant))).toBe('in_review');
      expect(await desk.get(id)).toMatchObject({ state: 'in_review', redaction: 'none' });
      const reviews = await desk.whole(desk.key, 'listReviews', { query: { state: 'open' } });
      expect(reviews).toMatchObject({
        data: expect.arrayContaining([expect.objectContaining({ verification: id, cause: 'new_evidence' })]),
      });
      expect((await desk.seen(applicant)).appeals).toEqual([]);
      expect(await disown(applicant)).toBe('in_review');
    });

    test('after a decline it is on record', async () => {
      const { id, applicant } = await judged(refusedFor('declined', ['age_below_minimum', AGE]));
      expect(await disown(applicant)).toBe('recorded');
      expect(await desk.get(id)).toMatchObject({ state: 'declined' });
    });

    test('the operator is told, without a word of what was said', async () => {
      const { id, applicant } = await judged();
      await disown(applicant);
      const told = (await events(id)).filter(({ type }) => type === 'verification.disowned');
      expect(told).toEqual([{ type: 'verification.disowned', payload: { state: 'approved', outcome: 'in_review' } }]);
      const entries = await audit(id);
      expect(entries.filter((entry) => entry.includes('verification.disowned'))).toHaveLength(1);
      expect(`${entries}${JSON.stringify(await events(id))}`).not.toContain('passport');
    });

    test('what was said is sealed', async () => {
      const { id, applicant } = await judged();
      await disown(applicant);
      const kept = () =>
        desk.asTenant((trx) => trx.selectFrom('appeal').selectAll().where('verification_id', '=', id).execute());
      expect(await kept()).toMatchObject([{ kind: 'disowned', review_id: expect.stringMatching(/^rev_/) }]);
      expect((await kept())[0]?.sealed_statement?.includes(STATEMENT)).toBe(false);
    });
  });

  describe('a device in trouble', () => {
    const report = (applicant: Caller, body: unknown) => desk.whole(applicant, 'reportDeviceTrouble', { body });

    test.each([
      [
        'en',
        { code: 'camera_permission_denied', browser: 'firefox', detail: 'denied_by_person' },
        'Firefox is blocking',
      ],
      ['en', { code: 'camera_permission_denied', browser: 'other' }, 'Your browser is blocking'],
      ['es', { code: 'camera_unavailable', detail: 'black_frames' }, 'cámara'],
      ['en', { code: 'browser_not_supported', detail: 'interface_missing' }, 'Chrome, Safari, Firefox, or Edge'],
    ])('is told the way out (%s, %o)', async (locale, body, words) => {
      const { applicant } = await desk.create({ locale });
      expect(await report(applicant, body)).toMatchObject({
        reason: { code: body.code, class: 'retake', message: expect.stringContaining(words) },
      });
    });

    test('is on record as a try that used nothing up', async () => {
      const { id, applicant } = await begun();
      await report(applicant, { code: 'camera_unavailable', detail: 'in_use' });
      const seen = await desk.seen(await desk.receiptOf(applicant));
      expect(seen.device_troubles).toMatchObject([
        { reason: { code: 'camera_unavailable', evidence: [{ observed: 'in_use' }] } },
      ]);
      expect(seen.steps.map(({ used }) => used)).toEqual([0, 0, 0]);
      expect(await desk.get(id)).toMatchObject({ state: 'open', reasons: [] });
    });

    test('a page that tries again and again fills no disk', async () => {
      const { applicant } = await desk.create();
      for (let i = 0; i < 55; i += 1) await report(applicant, { code: 'camera_unavailable' });
      expect((await desk.seen(applicant)).device_troubles).toHaveLength(50);
    });
  });

  describe('who sends without end', () => {
    const until = async (ask: () => Promise<{ readonly ok: boolean }>) => {
      for (let done = 0; done < 60; done += 1) {
        const answer = await ask();
        if (!answer.ok) return [done, answer] as const;
      }
      throw new Error('no end');
    };

    test('makes twenty links a day', async () => {
      const { applicant } = await begun();
      const [made, refused] = await until(() => desk.ask(applicant, 'makeReceipt'));
      // The first link is one of them.
      expect([made, refused]).toMatchObject([
        19,
        { error: { status: 429, code: 'link.too-many', retryAfter: 86_400 } },
      ]);
      expect(await desk.ask(applicant, 'handOff')).toMatchObject({ error: { code: 'link.too-many' } });
      desk.later(DAY_MS);
      expect(await desk.ask(applicant, 'makeReceipt')).toMatchObject({ ok: true });
    });

    test.each([
      ['answerConsent', { document: true }],
      ['answerDetails', { document_type: 'passport' }],
    ])('answers a step fifty times (%s)', async (operation, body) => {
      const { applicant } = await desk.create();
      await desk.whole(applicant, 'answerConsent', { body: { document: true } });
      const [, refused] = await until(() => desk.ask(applicant, operation, { body }));
      expect(refused).toMatchObject({ error: { status: 409, code: 'verification.too-many-answers' } });
    });

    test('says ten times that it was somebody else, and is told to the operator as often', async () => {
      const { id, applicant } = await judged();
      const receipt = await desk.receiptOf(applicant);
      const [said, refused] = await until(() => desk.ask(receipt, 'disownVerification', { body: { statement: 'no' } }));
      expect([said, refused]).toMatchObject([10, { error: { status: 409, code: 'verification.too-many-statements' } }]);
      const told = (await events(id)).filter(({ type }) => type === 'verification.disowned');
      expect(told).toHaveLength(10);
    });
  });

  test('another photograph of the same side has another name', async () => {
    const { applicant } = await begun();
    await desk.whole(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(10) });
    const [, second] = (await desk.seen(applicant)).attempts.filter(({ media_id }) => media_id !== null);
    const params = { media_id: second?.media_id };
    expect(await desk.ask(applicant, 'getOwnOriginal', { params })).toMatchObject({ value: { name: 'front-2.jpg' } });
  });
});
