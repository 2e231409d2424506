/** The queue of those who look, and what they decide. */
import type { Result } from '@vidimus/engine/standards';
import { idSchema, listReviewsSchema, reviewDecisionSchema, reviewListSchema, reviewSchema } from '@vidimus/protocol';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { pageOf, readCursor } from '../http/page.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import type { ChangeParts } from './change-verification.ts';
import { decideReview } from './decide-review.ts';
import { presentReview } from './present-review.ts';
import { refuse } from './refusals.ts';
import { claimReview, documentsOf, type Looker, listReviews, type ReviewRow, releaseReview } from './review-store.ts';

const one = z.strictObject({ id: idSchema('rev') });
const PROBLEMS: Route['problems'] = [
  { status: 403, code: 'review.needs-a-person' },
  { status: 404, code: 'review.not-found' },
  { status: 409, code: 'review.claimed-by-another' },
  { status: 409, code: 'review.decided' },
  { status: 409, code: 'review.needs-another-person' },
];

/** List, take, give back, decide. A person decides: in live mode no key does. */
export function reviewRoutes(parts: ChangeParts): readonly Route[] {
  const common = { tag: 'reviews', callers: ['member', 'api_key'] } as const;
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/reviews',
      operationId: 'listReviews',
      summary: 'Who waits for a person, the newest first',
      right: 'reviews:read',
      query: listReviewsSchema,
      answers: { 200: reviewListSchema },
      problems: [],
      handle: async ({ trx, caller, query, now }) => {
        const after = readCursor(query.cursor);
        if (!after.ok) return after;
        const { state, mine, overdue, limit } = query;
        const rows = await listReviews(trx, {
          mode: caller.mode,
          state,
          claimed: mine === undefined ? undefined : { by: caller.id, is: mine },
          overdue: overdue === undefined ? undefined : { now, is: overdue },
          limit: limit + 1,
          after: after.value,
        });
        const documents = await documentsFor(trx, caller, rows);
        const present = (row: ReviewRow) => presentReview(row, now, documents.get(row.verification_id) ?? null);
        return { ok: true, value: { status: 200, body: pageOf(rows, limit, present) } };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/reviews/{id}/claim',
      operationId: 'claimReview',
      summary: 'Take a review',
      right: 'reviews:write',
      params: one,
      answers: { 200: reviewSchema },
      problems: PROBLEMS,
      handle: async ({ trx, caller, params, now }) => {
        const person = personOf(caller);
        if (!person.ok) return person;
        return shown(trx, caller, await claimReview(trx, params.id, person.value, now), now);
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/reviews/{id}/release',
      operationId: 'releaseReview',
      summary: 'Give a review back to the queue',
      right: 'reviews:write',
      params: one,
      answers: { 200: reviewSchema },
      problems: PROBLEMS,
      handle: async ({ trx, caller, params, now }) => {
        const person = personOf(caller);
        if (!person.ok) return person;
        return shown(trx, caller, await releaseReview(trx, params.id, person.value), now);
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/reviews/{id}/decision',
      operationId: 'decideReview',
      summary: 'Decide, with grounds',
      description:
        'A refusal cites at least one registered code; what the applicant reads names it, the grounds, and the last day to appeal. In live mode a person decides; in test mode a key may play one.',
      right: 'reviews:write',
      params: one,
      body: reviewDecisionSchema,
      answers: { 200: reviewSchema },
      problems: [
        ...PROBLEMS,
        { status: 409, code: 'verification.not-from-here' },
        { status: 409, code: 'verification.erased' },
        { status: 422, code: 'decision.decline-needs-ground' },
        { status: 422, code: 'decision.person-needs-grounds' },
        { status: 422, code: 'decision.reason-not-citable' },
        { status: 422, code: 'verification.nothing-to-do-again' },
      ],
      handle: async ({ trx, caller, params, body, now }) => {
        const person = personOf(caller);
        if (!person.ok) return person;
        const decided = await decideReview(parts, trx, params.id, person.value, body, now);
        if (!decided.ok) return refuse(decided.error);
        const row = await trx.selectFrom('review').selectAll().where('id', '=', params.id).executeTakeFirstOrThrow();
        return shown(trx, caller, { ok: true, value: row }, now);
      },
    }),
  ];
}

function personOf(caller: Caller): Result<Looker & { readonly kind: 'member' | 'api_key' }, Problem> {
  if (caller.kind === 'member' || (caller.kind === 'api_key' && caller.mode === 'test')) {
    return { ok: true, value: { id: caller.id, kind: caller.kind, mode: caller.mode } };
  }
  const detail = 'In live mode a person decides. Sign in as a member with the role reviewer.';
  return { ok: false, error: { status: 403, code: 'review.needs-a-person', detail } };
}

async function shown(
  trx: DatabaseTransaction,
  caller: Caller,
  row: Awaited<ReturnType<typeof claimReview>>,
  now: Date,
): Promise<Result<Reply, Problem>> {
  if (!row.ok) return refuse(row.error);
  const documents = await documentsFor(trx, caller, [row.value]);
  const body = presentReview(row.value, now, documents.get(row.value.verification_id) ?? null);
  return { ok: true, value: { status: 200, body } };
}

/** The state that issued somebody's document says much about them: it belongs to the evidence. */
async function documentsFor(trx: DatabaseTransaction, caller: Caller, rows: readonly ReviewRow[]) {
  const mayKnow = 'rights' in caller && caller.rights.has('evidence:read');
  return documentsOf(trx, mayKnow ? rows.map(({ verification_id }) => verification_id) : []);
}
