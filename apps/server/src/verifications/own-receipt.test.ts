/** What an applicant takes along: the receipt, and all that is kept. */
import { openedReceiptSchema, ownDataSchema, receiptSchema } from '@vidimus/protocol';
import type { Evidence } from '@vidimus/vocabulary';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { ownSteps } from './own-steps.fixture.ts';
import { answered, type Desk, openDesk, PREVIEW, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const MINUTE_MS = 60_000;
const AGE: Evidence = { measure: 'age', observed: 16, threshold: 18, facts: { age: 18, date: '2028-01-01' } };

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
  const { begun, judged, linkOf } = ownSteps(() => desk);

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

  test('another photograph of the same side has another name', async () => {
    const { applicant } = await begun();
    await desk.whole(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(10) });
    const [, second] = (await desk.seen(applicant)).attempts.filter(({ media_id }) => media_id !== null);
    const params = { media_id: second?.media_id };
    expect(await desk.ask(applicant, 'getOwnOriginal', { params })).toMatchObject({ value: { name: 'front-2.jpg' } });
  });
});
