/** What is found on a photograph before it is handed in, and what of it is used again. */
import type { ApplicantView } from '@vidimus/protocol';
import type { CheckReport, Evidence } from '@vidimus/vocabulary';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { answered, type Desk, type Found, openDesk, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const region: Evidence['region'] = {
  corners: [
    [10, 10],
    [90, 10],
    [90, 30],
    [10, 30],
  ],
};
const glareOn = (media_id: string): Found => [
  'image_glare',
  { measure: 'saturated share', observed: 0.4, threshold: 0.15, region, media_id },
];
const BACK_MISSING: Found = [
  'document_side_missing',
  { measure: 'sides given', observed: 'front', media_id: 'photo_1', facts: { side: 'back' } },
];
const FORGED: Found = ['document_image_edited', { measure: 'a', observed: 1, media_id: 'photo_1' }];

const [PHOTO] = REPORT_ON_FILE.photos;
if (PHOTO === undefined) throw new Error('the report is of a photograph');
const ofBoth = (report: CheckReport): CheckReport => ({
  ...report,
  photos: [PHOTO, { ...PHOTO, media_id: 'photo_2', width: 1200, height: 900 }],
});

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());
  beforeEach(() => {
    desk.waiting.length = 0;
    desk.asked.length = 0;
    desk.says(answered(REPORT_ON_FILE));
  });

  const begun = async (document_type = 'passport', body: unknown = {}) => {
    const made = await desk.create(body);
    await desk.whole(made.applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(made.applicant, 'answerDetails', { body: { document_type } });
    return made;
  };
  const photograph = (applicant: Caller, side = 'front') =>
    desk.whole(applicant, 'photographDocument', { params: { side }, bytes: somePhoto(1000) });
  const looksOf = ({ attempts }: ApplicantView) =>
    attempts.flatMap(({ look }) => (look === null ? [] : [[look.state, look.reasons.map(({ code }) => code)]]));

  test('all findings come before anything is handed in, with their places and the size of the picture', async () => {
    const { applicant } = await begun();
    desk.says(answered(refusedFor('action_required', glareOn('photo_1'))));
    await photograph(applicant);
    expect(looksOf(await desk.seen(applicant))).toEqual([['reading', []]]);
    await desk.work();
    const seen = await desk.seen(applicant);
    const photographed = seen.attempts.find(({ media_id }) => media_id !== null);
    expect(seen.state).toBe('open');
    expect(seen.steps.map(({ used }) => used)).toEqual([0, 0, 0]);
    expect(photographed?.look).toMatchObject({
      state: 'done',
      reasons: [{ code: 'image_glare', message: expect.any(String), evidence: [{ region }] }],
      picture: { width_px: 1600, height_px: 1200 },
    });
    const preview = await desk.ask(applicant, 'getOwnMedia', { params: { media_id: photographed?.media_id } });
    expect(preview).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg' } });
  });

  test('that the other side is still to come is no finding', async () => {
    const { applicant } = await begun('identity_card');
    desk.says(answered(refusedFor('action_required', BACK_MISSING)));
    await photograph(applicant);
    await desk.work();
    expect(looksOf(await desk.seen(applicant))).toEqual([['done', []]]);
  });

  test('what is withheld is not told by a look either', async () => {
    const { applicant } = await begun();
    desk.says(answered(refusedFor('in_review', FORGED)));
    await photograph(applicant);
    await desk.work();
    expect(looksOf(await desk.seen(applicant))).toEqual([['done', []]]);
  });

  test('of two photographs the finding stands on the one that it names', async () => {
    const { applicant } = await begun('identity_card');
    await photograph(applicant);
    await photograph(applicant, 'back');
    desk.says(answered(ofBoth(refusedFor('action_required', glareOn('photo_2')))));
    await desk.work();
    expect(desk.asked.map(({ files }) => files.map(({ side }) => side))).toEqual([['front', 'back']]);
    const seen = await desk.seen(applicant);
    expect(looksOf(seen)).toEqual([
      ['done', []],
      ['done', ['image_glare']],
    ]);
    expect(seen.attempts.at(-1)?.look?.picture).toEqual({ width_px: 1200, height_px: 900 });
  });

  test('a look stays with its photograph when that is replaced', async () => {
    const { applicant } = await begun();
    desk.says(answered(refusedFor('action_required', glareOn('photo_1'))));
    await photograph(applicant);
    await desk.work();
    desk.says(answered(REPORT_ON_FILE));
    await photograph(applicant);
    await desk.work();
    expect(looksOf(await desk.seen(applicant))).toEqual([
      ['done', ['image_glare']],
      ['done', []],
    ]);
  });

  test('the fields as read are shown for confirmation, in the language of the verification', async () => {
    const { applicant } = await begun('passport', { locale: 'es' });
    expect((await desk.seen(applicant)).reading).toBeNull();
    await photograph(applicant);
    await desk.work();
    const { reading } = await desk.seen(applicant);
    expect(reading).toMatchObject({ document_type: 'passport', issuing_state: 'UTO', spellings: [] });
    expect(reading?.fields.find(({ name }) => name === 'birth_date')).toEqual({
      name: 'birth_date',
      value: '1994-08-12',
      text: '12 de agosto de 1994',
      witness: 'machine_zone',
      differs: false,
    });
    await photograph(applicant);
    expect((await desk.seen(applicant)).reading, 'another photograph stands now').toBeNull();
  });

  test('what was looked at is not read again when it is handed in as it is', async () => {
    const { id, applicant } = await begun();
    await photograph(applicant);
    await desk.work();
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    expect(desk.asked).toHaveLength(1);
    expect(await desk.get(id)).toMatchObject({ state: 'approved' });
    expect(await desk.whole(desk.key, 'getReport', { params: { id } })).toMatchObject({
      report: { verification: { state: 'approved' } },
    });
    expect((await desk.seen(applicant)).reading?.fields.length).toBeGreaterThan(0);
  });

  test.each<readonly [string, (applicant: Caller) => Promise<unknown>]>([
    ['another photograph is handed in', (applicant) => photograph(applicant)],
    [
      'another name was claimed',
      (applicant) =>
        desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport', claims: { name: 'A B' } } }),
    ],
    [
      'another residence was said',
      (applicant) => desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport', residence: 'UTO' } }),
    ],
    ['another day began', async () => desk.later(DAY_MS)],
  ])('it is read again where %s', async (_, change) => {
    const { applicant } = await begun();
    await photograph(applicant);
    await desk.work();
    await change(applicant);
    desk.waiting.length = 0;
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    expect(desk.asked).toHaveLength(2);
  });

  test('after a decision a photograph that was handed in carries what the decision found', async () => {
    const { applicant } = await begun('identity_card');
    await photograph(applicant);
    await photograph(applicant, 'back');
    desk.waiting.length = 0;
    await desk.whole(applicant, 'submitVerification');
    expect(looksOf(await desk.seen(applicant))).toEqual([
      ['reading', []],
      ['reading', []],
    ]);
    desk.says(answered(ofBoth(refusedFor('action_required', glareOn('photo_1')))));
    await desk.work();
    const seen = await desk.seen(applicant);
    expect(looksOf(seen)).toEqual([
      ['done', ['image_glare']],
      ['done', []],
    ]);
    expect(seen.decisions).toMatchObject([
      { outcome: 'action_required', decided_by: 'rule', reasons: [{ code: 'image_glare' }], policy: { version: 1 } },
    ]);
    desk.says(answered(ofBoth(REPORT_ON_FILE)));
    await photograph(applicant);
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    const again = await desk.seen(applicant);
    expect(again.state).toBe('approved');
    expect(looksOf(again)).toEqual([
      ['done', ['image_glare']],
      ['done', []],
      ['done', []],
    ]);
    expect(again.decisions.map(({ outcome }) => outcome)).toEqual(['approved', 'action_required']);
  });

  test('where it cannot be looked at, that is said, and handing in goes on', async () => {
    const { id, applicant } = await begun();
    desk.says({ ok: false, error: { code: 'reader.died' } });
    await photograph(applicant);
    await desk.work();
    expect(looksOf(await desk.seen(applicant))).toEqual([['unavailable', []]]);
    desk.says(answered(REPORT_ON_FILE));
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    expect(await desk.get(id)).toMatchObject({ state: 'approved' });
  });

  test('a look that nobody takes up is not waited for', async () => {
    const { applicant } = await begun();
    await photograph(applicant);
    desk.waiting.length = 0;
    desk.later(2 * MINUTE_MS);
    expect(looksOf(await desk.seen(applicant))).toEqual([['unavailable', []]]);
  });

  test('without consent nothing is looked at any more', async () => {
    const { applicant } = await begun();
    await photograph(applicant);
    await desk.whole(applicant, 'answerConsent', { body: { document: false } });
    await desk.work();
    expect(desk.asked).toEqual([]);
  });

  test('what the applicant said is given back, so that nothing is asked twice', async () => {
    const { applicant } = await desk.create({ residence: 'UTO', return_url: 'https://shop.example/done' });
    expect(await desk.seen(applicant)).toMatchObject({
      consent: null,
      details: null,
      claims: {},
      residence: 'UTO',
      return_url: 'https://shop.example/done',
      link: { kind: 'apply', expires_at: expect.any(String) },
    });
    const claims = { name: 'Anna Maria Eriksson' };
    const said = { document_type: 'passport', issuing_state: 'UTO', claims };
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: said });
    const details = { document_type: 'passport', issuing_state: 'UTO', residence: null };
    expect(await desk.seen(applicant)).toMatchObject({ consent: true, details, claims });
  });

  test('erasing leaves nothing of a look', async () => {
    const { id, applicant } = await begun();
    await photograph(applicant);
    await desk.work();
    const sealed = () =>
      desk.asTenant((trx) => trx.selectFrom('look').select('sealed').where('verification_id', '=', id).execute());
    expect((await sealed()).every((row) => row.sealed !== null)).toBe(true);
    await desk.whole(applicant, 'eraseOwnData');
    await desk.work();
    expect(await sealed()).toEqual([{ sealed: null }]);
  });

  test('a look that comes after everything was erased keeps nothing', async () => {
    const { applicant } = await begun();
    await photograph(applicant);
    const [look] = desk.waiting.splice(0);
    await desk.whole(applicant, 'eraseOwnData');
    await desk.work();
    if (look !== undefined) desk.waiting.push(look);
    await desk.work();
    expect(desk.asked).toEqual([]);
  });
});
