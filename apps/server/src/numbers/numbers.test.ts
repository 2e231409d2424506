import { type Numbers, numbersSchema, type Right } from '@vidimus/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { expireVerification } from '../verifications/sweep.ts';
import { answered, type Desk, openDesk, refusedFor, somePhoto } from '../verifications/verification-desk.fixture.ts';
import { scriptOf } from './script-of.ts';

/** Nine applicants, on a machine that does other things, too. */
const SETUP_MS = 240_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0';
const GLARE = refusedFor('action_required', ['image_glare', { measure: 'glare', observed: 1, facts: { fields: [] } }]);
const EXPIRED = refusedFor('declined', [
  'age_below_minimum',
  { measure: 'age', observed: 16, threshold: 18, facts: { age: 18, date: '2028-01-01' } },
]);
const FRENCH = { ...REPORT_ON_FILE, document: { ...REPORT_ON_FILE.document, issuing_state: 'FRA' } };

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  const ids: string[] = [];
  const handIn = async (applicant: Caller, report: typeof REPORT_ON_FILE) => {
    desk.says(answered(report));
    const params = { side: 'front' };
    await desk.whole(applicant, 'photographDocument', { params, bytes: somePhoto(99), userAgent: FIREFOX });
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
  };
  const begin = async () => {
    const { id, applicant } = await desk.create();
    ids.push(id);
    desk.later(MINUTE_MS);
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    return { id, applicant };
  };
  const numbers = async (query: object, caller: Caller = desk.key): Promise<Numbers> =>
    numbersSchema.parse(await desk.whole(caller, 'getNumbers', { query }));
  const MARCH = { from: '2026-03-01', to: '2026-04-01' };

  // On 2 March: five approved at once, one after glare and two minutes, one declined, one never goes on.
  beforeAll(async () => {
    desk = await openDesk(kind);
    for (let i = 0; i < 5; i++) await handIn((await begin()).applicant, REPORT_ON_FILE);
    const glary = await begin();
    await handIn(glary.applicant, GLARE);
    desk.later(2 * MINUTE_MS);
    await handIn(glary.applicant, FRENCH);
    await handIn((await begin()).applicant, EXPIRED);
    const left = await desk.create();
    desk.later(8 * DAY_MS);
    await desk.asTenant((trx) => expireVerification(desk.parts, trx, left.id));
  }, SETUP_MS);
  afterAll(() => desk.close());

  test('the whole is counted, and adds up', async () => {
    const { whole, groups } = await numbers(MARCH);
    expect(groups).toEqual([]);
    expect(whole).toMatchObject({
      started: 8,
      decided: 7,
      approved: 6,
      action_required: 0,
      in_review: 0,
      declined: 1,
      approved_at_first_try: 5,
      expired: 1,
      pass_rate: 0.8571,
      first_try_rate: 0.7143,
      photographs_per_verification: 1.14,
      reasons: [
        { code: 'age_below_minimum', count: 1 },
        { code: 'image_glare', count: 1 },
      ],
    });
    expect(whole.time_to_decision).toEqual({
      from_link_opened: { of: 7, median_s: 0, p90_s: 48 },
      from_first_hand_in: { of: 7, median_s: 0, p90_s: 48 },
    });
  });

  test('days are of UTC, half-open, and each says what happened on it', async () => {
    const { whole } = await numbers(MARCH);
    expect(whole.days.map(({ day, started, decided, expired }) => [day, started, decided, expired])).toEqual([
      ['2026-03-02', 8, 7, 0],
      ['2026-03-10', 0, 0, 1],
    ]);
    expect((await numbers({ from: '2026-03-01', to: '2026-03-02' })).whole.started).toBe(0);
    expect((await numbers({ from: '2026-03-02', to: '2026-03-03' })).whole.started).toBe(8);
    expect((await numbers({ from: '2026-03-03', to: '2026-03-04' })).whole).toMatchObject({ started: 0, days: [] });
  });

  test.each([
    [
      'country',
      [
        ['UTO', 6],
        ['FRA', 1],
        [null, 1],
      ],
    ],
    [
      'document_type',
      [
        ['passport', 7],
        [null, 1],
      ],
    ],
    [
      'script',
      [
        ['Latn', 7],
        [null, 1],
      ],
    ],
    [
      'browser',
      [
        ['firefox', 7],
        [null, 1],
      ],
    ],
    [
      'reason',
      [
        [null, 6],
        ['age_below_minimum', 1],
        ['image_glare', 1],
      ],
    ],
  ])('by %s', async (by, expected) => {
    const { groups } = await numbers({ ...MARCH, by });
    expect(groups.map(({ group, figures }) => [group, figures.started])).toEqual(expected);
  });

  test('who may not see evidence is told the sizes of large groups, and of none what few of it came to', async () => {
    const support = { ...desk.key, kind: 'api_key', rights: new Set<Right>(['verifications:read']) } as const;
    const { whole, groups } = await numbers({ ...MARCH, by: 'country' }, support);
    expect(whole).toMatchObject({ started: 8, declined: 1 });
    expect(groups.map(({ group }) => group)).toEqual(['FRA', 'UTO', null]);
    const [france, utopia] = groups.map(({ figures }) => figures);
    const hidden = { approved: 'hidden', declined: 'hidden', pass_rate: null, reasons: [], days: [] };
    expect(utopia).toMatchObject({ ...hidden, decided: 'hidden' });
    expect(france).toMatchObject({ ...hidden, started: 'hidden', expired: 'hidden' });
    expect(JSON.stringify(groups)).not.toMatch(/:[1-9]/);
  });

  test('erasure leaves the numbers', async () => {
    const before = await numbers({ ...MARCH, by: 'country' });
    for (const id of ids) {
      await desk.asTenant((trx) =>
        trx.updateTable('verification').set({ redaction: 'running' }).where('id', '=', id).execute(),
      );
      const organizationId = desk.key.organizationId;
      desk.waiting.push({ name: 'redact-verification', payload: { organizationId, verificationId: id } });
    }
    await desk.work();
    expect((await desk.get(ids[0] ?? '')).redaction).toBe('done');
    expect(await numbers({ ...MARCH, by: 'country' })).toEqual(before);
  });

  test('the other mode has its own', async () => {
    const live: Caller = { ...desk.key, mode: 'live' };
    expect((await numbers(MARCH, live)).whole).toMatchObject({ started: 0, pass_rate: null, reasons: [] });
  });

  test.each([
    ['a day that is not after the first', { from: '2026-03-02', to: '2026-03-02' }],
    ['more than a year', { from: '2026-03-02', to: '2027-03-04' }],
  ])('%s is no range', async (_, query) => {
    await expect(numbers(query)).rejects.toThrow(/from/);
  });
});

test.each([
  ['a name that was read', REPORT_ON_FILE, 'Latn'],
  ['no name', { ...REPORT_ON_FILE, document: { ...REPORT_ON_FILE.document, fields: [] } }, null],
  [
    'a name in another script, unread',
    refusedFor('action_required', [
      'script_not_readable',
      { measure: 'script of the name', observed: 'Armn', facts: { script: 'Armn' } },
    ]),
    'Armn',
  ],
])('the script of %s', (_, report, script) => {
  expect(scriptOf(report)).toBe(script);
});
