/** What an applicant can say at any time: that it was somebody else, or that the device is in trouble; and how often. */
import { disownedSchema } from '@vidimus/protocol';
import type { Evidence } from '@vidimus/vocabulary';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { ownSteps } from './own-steps.fixture.ts';
import { answered, type Desk, openDesk, refusedFor } from './verification-desk.fixture.ts';

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
  const { begun, judged, events } = ownSteps(() => desk);
  const audit = async (id: string) =>
    (await desk.asTenant((trx) => trx.selectFrom('audit_entry').select('entry').orderBy('position').execute()))
      .map(({ entry }) => JSON.stringify(entry))
      .filter((entry) => entry.includes(id));

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
});
