import { type Right, reviewListSchema } from '@vidimus/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { RIGHTS } from '../people/right.ts';
import { answered, type Desk, ORGANIZATION, openDesk, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const APPROVED = { outcome: 'approved', grounds: 'Compared by hand.' };
const MEMBER = { kind: 'member', id: 'mem_1', rights: new Set(RIGHTS), sessionId: 'ses_1', steppedUp: true } as const;
const pageSchema = z.object({
  data: z.array(z.object({ id: z.string(), state: z.string(), verification: z.string() })),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
});

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  let other: Caller;
  let live: Caller;
  beforeAll(async () => {
    desk = await openDesk(kind);
    desk.says(answered(refusedFor('in_review', ['review_required', { measure: 'check', observed: null }])));
    other = { ...desk.key, id: 'key_other' };
    live = { ...desk.key, id: 'key_live', mode: 'live' };
  });
  afterAll(() => desk.close());

  const inReview = async () => {
    const { id, applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await desk.whole(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(99) });
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    return { id, applicant, params: { id: (await reviewOf(id)).id } };
  };
  const reviewOf = (id: string) =>
    desk.asTenant((trx) =>
      trx
        .selectFrom('review')
        .selectAll()
        .where('verification_id', '=', id)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    );
  const refusal = (status: number, code: string) => ({ ok: false, error: { status, code } });
  const list = async (query: object) => pageSchema.parse(await desk.whole(desk.key, 'listReviews', { query }));

  test('one takes it, another does not, and gives it back only after that', async () => {
    const { params } = await inReview();
    expect(await desk.whole(desk.key, 'claimReview', { params })).toMatchObject({
      state: 'claimed',
      claimed_by: 'key_1',
    });
    await desk.whole(desk.key, 'claimReview', { params });
    for (const operation of ['claimReview', 'releaseReview', 'decideReview']) {
      const answer = await desk.ask(other, operation, { params, body: APPROVED });
      expect(answer).toMatchObject(refusal(409, 'review.claimed-by-another'));
    }
    expect(await desk.whole(desk.key, 'releaseReview', { params })).toMatchObject({ state: 'open', claimed_by: null });
    expect(await desk.whole(other, 'decideReview', { params, body: APPROVED })).toMatchObject({ state: 'decided' });
    for (const operation of ['claimReview', 'releaseReview', 'decideReview']) {
      const answer = await desk.ask(desk.key, operation, { params, body: APPROVED });
      expect(answer).toMatchObject(refusal(409, 'review.decided'));
    }
  });

  test('in live mode no key decides, and the other mode has no such review', async () => {
    const { params } = await inReview();
    for (const operation of ['claimReview', 'releaseReview', 'decideReview']) {
      expect(await desk.ask(live, operation, { params, body: APPROVED })).toMatchObject(
        refusal(403, 'review.needs-a-person'),
      );
      const member = { ...MEMBER, organizationId: ORGANIZATION, mode: 'live' } as const;
      expect(await desk.ask(member, operation, { params, body: APPROVED })).toMatchObject(
        refusal(404, 'review.not-found'),
      );
      const stranger: Caller = { ...desk.key, organizationId: 'org_b' };
      expect(await desk.ask(stranger, operation, { params, body: APPROVED })).toMatchObject(
        refusal(404, 'review.not-found'),
      );
    }
  });

  test('what is called off leaves no review open', async () => {
    const { id, params } = await inReview();
    await desk.whole(desk.key, 'cancelVerification', { params: { id } });
    expect(await reviewOf(id)).toMatchObject({ state: 'decided' });
    const late = await desk.ask(desk.key, 'decideReview', { params, body: APPROVED });
    expect(late).toMatchObject(refusal(409, 'review.decided'));
  });

  test('an appeal while somebody decides is refused; after a decline it opens a review of its own, once', async () => {
    const { id, applicant, params } = await inReview();
    const appeal = () => desk.ask(applicant, 'appealDecline', { body: { statement: 'Look again.' } });
    expect(await appeal()).toMatchObject(refusal(409, 'verification.not-from-here'));
    const declined = { outcome: 'declined', grounds: 'Another person.', reasons: ['document_design_mismatch'] };
    await desk.whole(desk.key, 'decideReview', { params, body: declined });
    const answers = await Promise.all([appeal(), appeal()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const again = await reviewOf(id);
    expect(again).toMatchObject({ cause: 'appeal', state: 'open' });
    expect(again.id).not.toBe(params.id);
    const appeals = await desk.asTenant((trx) =>
      trx.selectFrom('appeal').select('review_id').where('verification_id', '=', id).execute(),
    );
    expect(appeals).toEqual([{ review_id: again.id }]);
  });

  test.each<readonly [string, object, number, string]>([
    [
      'a decline on our own fault alone',
      { outcome: 'declined', grounds: 'x', reasons: ['provider_unavailable'] },
      422,
      'decision.decline-needs-ground',
    ],
    [
      'a decline on blank grounds',
      { outcome: 'declined', grounds: '  ', reasons: ['document_expired'] },
      422,
      'decision.person-needs-grounds',
    ],
    [
      'a decline because a person declined',
      { outcome: 'declined', grounds: 'x', reasons: ['reviewer_declined'] },
      422,
      'decision.reason-not-citable',
    ],
    [
      'a decline on what nothing can raise yet',
      { outcome: 'declined', grounds: 'x', reasons: ['review_required', 'face_mismatch'] },
      422,
      'decision.reason-not-citable',
    ],
  ])('%s is refused', async (_, body, status, code) => {
    const { params } = await inReview();
    expect(await desk.ask(desk.key, 'decideReview', { params, body })).toMatchObject(refusal(status, code));
  });

  test('who cites what cannot be cited is told which codes are on file', async () => {
    const { params } = await inReview();
    const body = { outcome: 'declined', grounds: 'x', reasons: ['reviewer_declined'] };
    expect(await desk.ask(desk.key, 'decideReview', { params, body })).toMatchObject({
      error: { detail: expect.stringContaining('on file: review_required.') },
    });
  });

  test('a person asks again for what is missing, in words', async () => {
    const { id, applicant, params } = await inReview();
    const body = {
      outcome: 'action_required',
      grounds: 'The back is wanted.',
      reasons: ['document_side_missing'],
      ask: ['document_back'],
    };
    await desk.whole(desk.key, 'decideReview', { params, body });
    const seen = await desk.seen(applicant);
    expect(seen).toMatchObject({ state: 'action_required', reasons: [{ code: 'document_side_missing' }] });
    expect(seen.steps.filter(({ state }) => state === 'asked').map(({ name }) => name)).toEqual(['document_back']);
    expect((await desk.get(id)).decisions.at(-1)).toMatchObject({ decided_by: 'person' });
  });

  test('the queue is listed page by page, the newest first, by state', async () => {
    const made = [await inReview(), await inReview(), await inReview()].map(({ params }) => params.id);
    const first = await list({ limit: '2', state: 'open' });
    expect(first.data.map(({ id }) => id)).toEqual([made[2], made[1]]);
    expect(first.has_more).toBe(true);
    const second = await list({ limit: '2', state: 'open', cursor: first.next_cursor });
    expect(second.data[0]?.id).toBe(made[0]);
    expect((await list({ state: 'decided' })).data.every(({ state }) => state === 'decided')).toBe(true);
    expect(await desk.whole(live, 'listReviews')).toMatchObject({ data: [], has_more: false, next_cursor: null });
    expect(await desk.ask(desk.key, 'listReviews', { query: { cursor: 'nonsense' } })).toMatchObject({ ok: false });
  });

  test('the queue says what is mine, what is overdue, how long each waits, and which document it is about', async () => {
    const { params } = await inReview();
    const me: Caller = { ...desk.key, id: 'key_me' };
    await desk.whole(me, 'claimReview', { params });
    const found = async (query: object, caller: Caller = me) =>
      reviewListSchema.parse(await desk.whole(caller, 'listReviews', { query })).data;
    expect((await found({ mine: 'true' })).map(({ id }) => id)).toEqual([params.id]);
    expect((await found({ mine: 'false' })).map(({ id }) => id)).not.toContain(params.id);
    expect(await found({ mine: 'true', overdue: 'true' })).toEqual([]);
    desk.later(4 * 24 * 60 * 60 * 1000);
    expect(await found({ mine: 'true', overdue: 'true' })).toMatchObject([
      { age_s: 345_600, overdue: true, document: { type: 'passport', issuing_state: 'UTO' } },
    ]);
    const blind = { ...desk.key, kind: 'api_key', id: me.id, rights: new Set<Right>(['reviews:read']) } as const;
    expect(await found({ mine: 'true' }, blind)).toMatchObject([{ id: params.id, document: null }]);
    await desk.whole(me, 'decideReview', { params, body: APPROVED });
    expect((await found({ overdue: 'true' })).map(({ id }) => id)).not.toContain(params.id);
  });
});
