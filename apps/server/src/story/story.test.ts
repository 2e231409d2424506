import { type Story, storySchema } from '@vidimus/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { answered, type Desk, openDesk, refusedFor, somePhoto } from '../verifications/verification-desk.fixture.ts';

const REGION = {
  corners: [
    [10, 10],
    [90, 10],
    [90, 40],
    [10, 40],
  ],
} satisfies { corners: [[number, number], [number, number], [number, number], [number, number]] };
const GLARE = refusedFor('action_required', [
  'image_glare',
  {
    measure: 'saturated share of the document',
    observed: 0.1,
    threshold: 0.002,
    region: REGION,
    media_id: 'photo_1',
    facts: { fields: ['birth_date'] },
  },
]);

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  const storyOf = async (id: string): Promise<Story> =>
    storySchema.parse(await desk.whole(desk.key, 'getVerificationStory', { params: { id } }));
  const photograph = async (applicant: Caller) => {
    await desk.whole(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(99) });
  };
  const begin = async () => {
    const { id, applicant } = await desk.create({ claims: { name: 'Anna Eriksson' } });
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    const claims = { birth_date: '1994-08-12' };
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport', claims } });
    await photograph(applicant);
    return { id, applicant };
  };
  const handIn = async (applicant: Caller, answer: Parameters<typeof answered>[0]) => {
    desk.says(answered(answer));
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
  };

  test('before anything was judged there are attempts, claims and what happened, and nothing was read', async () => {
    const { id } = await begin();
    const story = await storyOf(id);
    expect(story).toMatchObject({
      simulated: true,
      document: null,
      fields: [],
      checks: [],
      decisions: [],
      claims: {
        operator: { name: 'Anna Eriksson' },
        applicant: { birth_date: '1994-08-12' },
        details: { document_type: 'passport', issuing_state: null },
        consent: true,
      },
      photographs: [{ side: 'front', width_px: null, submitted: false, has_preview: false, erased: false }],
      attempts: [{ look: null }, { look: null }, { look: 'reading' }],
    });
    expect(story.attempts.map(({ step, reasons }) => [step, reasons.length])).toEqual([
      ['consent', 0],
      ['details', 0],
      ['document_front', 0],
    ]);
    expect(story.timeline.map(({ kind: what }) => what)).toEqual(
      expect.arrayContaining(['verification.created', 'verification.open', 'attempt']),
    );
  });

  test('what was seen before it was handed in is told, too, and what the device could not do', async () => {
    desk.says(answered(GLARE));
    const { id, applicant } = await begin();
    await desk.whole(applicant, 'reportDeviceTrouble', { body: { code: 'camera_permission_denied' } });
    await desk.work();
    const story = await storyOf(id);
    expect(story.attempts.at(-1)).toMatchObject({
      submitted: false,
      look: 'done',
      reasons: [{ code: 'image_glare', evidence: [{ region: REGION }] }],
    });
    expect(story.photographs).toMatchObject([{ width_px: 1600, has_preview: true }]);
    expect(story.document).toMatchObject({ type: 'passport' });
    expect(story.decisions).toEqual([]);
    expect(story.timeline.map(({ kind: what }) => what)).toContain('device.trouble');
  });

  test('each attempt says what was found on it, where, in all three voices and by which rule', async () => {
    const { id, applicant } = await begin();
    await handIn(applicant, GLARE);
    await photograph(applicant);
    await handIn(applicant, { ...GLARE, outcome: 'approved', reasons: [] });
    const { attempts, photographs, fields, checks, decisions } = await storyOf(id);
    const [first, second] = attempts.filter(({ step }) => step === 'document_front');
    const [glare] = first?.reasons ?? [];
    expect(glare).toMatchObject({ code: 'image_glare', evidence: [{ observed: 0.1, region: REGION }] });
    for (const voice of [glare?.message, glare?.reviewer_message, glare?.operator_message]) expect(voice).toBeTruthy();
    expect(glare?.policy_rules.map(({ pointer }) => pointer)).toContain('/thresholds/glare_share_max');
    expect(first).toMatchObject({ number: 1, submitted: true, stands: false });
    expect(second).toMatchObject({ number: 2, submitted: true, stands: true, reasons: [] });
    expect(photographs).toMatchObject([
      { width_px: 1600, height_px: 1200, submitted: true, has_preview: true },
      { width_px: 1600, height_px: 1200, submitted: true, has_preview: true },
    ]);
    expect(fields.find(({ name }) => name === 'birth_date')).toMatchObject({
      agree: true,
      witnesses: [{ witness: 'mrz', media_id: photographs[1]?.media_id }, { witness: 'visual_zone' }],
    });
    expect(checks.find(({ check }) => check === 'sharp-enough')).toMatchObject({
      result: 'passed',
      observed: 0.05,
      threshold: 0.18,
    });
    expect(checks.find(({ check }) => check === 'old-enough')).toMatchObject({
      result: 'not_applicable',
      observed: null,
      note: expect.stringContaining('age'),
    });
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['action_required', 'approved']);
  });

  test('a decline by a person has its grounds, and the appeal its statement', async () => {
    const { id, applicant } = await begin();
    await handIn(applicant, refusedFor('in_review', ['review_required', { measure: 'check', observed: null }]));
    const { reviews } = await storyOf(id);
    const params = { id: reviews[0]?.id };
    const body = { outcome: 'declined', grounds: 'Not the holder.', reasons: ['review_required'] };
    await desk.whole(desk.key, 'decideReview', { params, body });
    await desk.whole(applicant, 'appealDecline', { body: { statement: 'It is me.' } });
    const story = await storyOf(id);
    expect(story.decisions.at(-1)).toMatchObject({
      outcome: 'declined',
      decided_by: { kind: 'person', id: 'key_1', name: null, grounds: 'Not the holder.' },
    });
    expect(story.reviews).toMatchObject([
      { cause: 'decision', state: 'decided', claimed_by: 'key_1', overdue: false, document: { type: 'passport' } },
      { cause: 'appeal', state: 'open', claimed_by: null },
    ]);
    expect(story.appeals).toMatchObject([{ review: story.reviews[1]?.id, statement: 'It is me.' }]);
    const times = story.timeline.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
  });

  test('every reading is an entry of the record, and one of the next story', async () => {
    const { id } = await begin();
    await storyOf(id);
    const { timeline } = await storyOf(id);
    const viewed = timeline.filter(({ kind: what }) => what === 'evidence.viewed');
    expect(viewed).toMatchObject([{ actor_kind: 'api_key', actor: 'key_1', words: 'Read the whole story' }]);
  });

  test('there is none for the other mode, and none after erasure', async () => {
    const { id, applicant } = await begin();
    const live: Caller = { ...desk.key, id: 'key_live', mode: 'live' };
    expect(await desk.ask(live, 'getVerificationStory', { params: { id } })).toMatchObject({
      error: { status: 404, code: 'verification.not-found' },
    });
    await desk.whole(applicant, 'eraseOwnData');
    await desk.work();
    expect(await desk.ask(desk.key, 'getVerificationStory', { params: { id } })).toMatchObject({
      error: { status: 409, code: 'verification.erased' },
    });
  });
});
