/** Reviews in the database: who looks at what, and by when. */
import type { Result } from '@vidimus/engine/standards';
import type { ReviewView } from '@vidimus/protocol';
import { documentTypeSchema } from '@vidimus/vocabulary';
import { type Selectable, sql } from 'kysely';
import type { Database, Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { Verification } from './verification.ts';

export type ReviewRow = Selectable<Database['review']>;

export type ReviewRefused =
  | { readonly code: 'review.not-found'; readonly id: string }
  | { readonly code: 'review.claimed-by-another'; readonly id: string }
  | { readonly code: 'review.decided'; readonly id: string }
  /** Two people decide, and this one has given an opinion already. */
  | { readonly code: 'review.needs-another-person'; readonly id: string };

/** Who looks, and at which of the two modes. */
export type Looker = { readonly id: string; readonly mode: Mode };

/** Opens a review of a verification that is in review; one that is open already goes on. Returns its id. */
export async function openReview(
  trx: DatabaseTransaction,
  { organizationId, mode }: { readonly organizationId: string; readonly mode: Mode },
  verification: Extract<Verification, { readonly state: 'in_review' | 'delayed' }>,
  cause: ReviewRow['cause'],
  now: Date,
): Promise<string> {
  const open = await openReviewOf(trx, verification.id);
  if (open !== undefined) return open.id;
  const id = newId('review', now.getTime());
  await trx
    .insertInto('review')
    .values({
      id,
      organization_id: organizationId,
      mode,
      verification_id: verification.id,
      cause,
      state: 'open',
      reason_codes: verification.reasons.map(({ code }) => code),
      opened_at: now,
      expected_by: new Date(verification.expectedBy),
    })
    .execute();
  return id;
}

/** The review that has not ended, if there is one. */
export async function openReviewOf(trx: DatabaseTransaction, verificationId: string): Promise<ReviewRow | undefined> {
  return trx
    .selectFrom('review')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .where('state', '!=', 'decided')
    .executeTakeFirst();
}

/** All of a verification, the oldest first. */
export async function reviewsOf(trx: DatabaseTransaction, verificationId: string): Promise<readonly ReviewRow[]> {
  return trx.selectFrom('review').selectAll().where('verification_id', '=', verificationId).orderBy('id').execute();
}

/** What a review is of. */
export async function verificationOf(trx: DatabaseTransaction, reviewId: string): Promise<string | undefined> {
  const row = await trx.selectFrom('review').select('verification_id').where('id', '=', reviewId).executeTakeFirst();
  return row?.verification_id;
}

/** Ends what is open: it was decided, or there is nothing to decide any more. */
export async function settleReviews(trx: DatabaseTransaction, verificationId: string, now: Date): Promise<void> {
  await trx
    .updateTable('review')
    .set({ state: 'decided', decided_at: now })
    .where('verification_id', '=', verificationId)
    .where('state', '!=', 'decided')
    .execute();
}

/** One review, kept from others until the transaction ends. */
async function reviewForChange(
  trx: DatabaseTransaction,
  id: string,
  mode: Mode,
): Promise<Result<ReviewRow, ReviewRefused>> {
  const row = await trx
    .selectFrom('review')
    .selectAll()
    .where('id', '=', id)
    .where('mode', '=', mode)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { ok: false, error: { code: 'review.not-found', id } };
  if (row.state === 'decided') return { ok: false, error: { code: 'review.decided', id } };
  return { ok: true, value: row };
}

/** Takes a review, so that two people do not look at one thing; the same person may take it again. */
export async function claimReview(
  trx: DatabaseTransaction,
  id: string,
  { id: memberId, mode }: Looker,
  now: Date,
): Promise<Result<ReviewRow, ReviewRefused>> {
  const row = await reviewForChange(trx, id, mode);
  if (!row.ok) return row;
  if (row.value.claimed_by !== null && row.value.claimed_by !== memberId) {
    return { ok: false, error: { code: 'review.claimed-by-another', id } };
  }
  if (row.value.first_member === memberId) return { ok: false, error: { code: 'review.needs-another-person', id } };
  const claimed = { state: 'claimed', claimed_by: memberId, claimed_at: now } as const;
  await trx.updateTable('review').set(claimed).where('id', '=', id).execute();
  return { ok: true, value: { ...row.value, ...claimed } };
}

/** Gives it back to the queue. */
export async function releaseReview(
  trx: DatabaseTransaction,
  id: string,
  { id: memberId, mode }: Looker,
): Promise<Result<ReviewRow, ReviewRefused>> {
  const row = await reviewForChange(trx, id, mode);
  if (!row.ok) return row;
  if (row.value.claimed_by !== null && row.value.claimed_by !== memberId) {
    return { ok: false, error: { code: 'review.claimed-by-another', id } };
  }
  const state = row.value.first_member === null ? 'open' : 'second_opinion';
  const released = { state, claimed_by: null, claimed_at: null } as const;
  await trx.updateTable('review').set(released).where('id', '=', id).execute();
  return { ok: true, value: { ...row.value, ...released } };
}

/** Keeps an opinion, and gives the review back for another person. */
export async function keepOpinion(
  trx: DatabaseTransaction,
  id: string,
  memberId: string,
  sealedOpinion: Buffer,
): Promise<void> {
  await trx
    .updateTable('review')
    .set({
      state: 'second_opinion',
      first_member: memberId,
      sealed_first_opinion: sealedOpinion,
      claimed_by: null,
      claimed_at: null,
    })
    .where('id', '=', id)
    .execute();
}

export type ReviewsAsked = {
  readonly mode: Mode;
  readonly state?: ReviewRow['state'] | undefined;
  /** Taken by this one, or by anybody else and nobody. */
  readonly claimed?: { readonly by: string; readonly is: boolean } | undefined;
  /** Whether it waits for longer than was promised, at this time. */
  readonly overdue?: { readonly now: Date; readonly is: boolean } | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** The queue, the newest first. */
export async function listReviews(trx: DatabaseTransaction, asked: ReviewsAsked): Promise<readonly ReviewRow[]> {
  let query = trx
    .selectFrom('review')
    .selectAll()
    .where('mode', '=', asked.mode)
    .orderBy('id', 'desc')
    .limit(asked.limit);
  if (asked.state !== undefined) query = query.where('state', '=', asked.state);
  const { claimed, overdue } = asked;
  if (claimed !== undefined) {
    query = query.where('claimed_by', claimed.is ? 'is not distinct from' : 'is distinct from', claimed.by);
  }
  if (overdue !== undefined) {
    const late = sql<boolean>`(state <> 'decided' and expected_by < ${overdue.now})`;
    query = query.where(late, '=', overdue.is);
  }
  if (asked.after !== undefined) query = query.where('id', '<', asked.after);
  return query.execute();
}

/** The document of each verification, as it was read; those of which nothing was read are left out. */
export async function documentsOf(
  trx: DatabaseTransaction,
  verificationIds: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<ReviewView['document']>>> {
  if (verificationIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('verification_fact')
    .select(['verification_id', 'document_type', 'issuing_state'])
    .where('verification_id', 'in', verificationIds)
    .where(({ or, eb }) => or([eb('document_type', 'is not', null), eb('issuing_state', 'is not', null)]))
    .execute();
  return new Map(
    rows.map(({ verification_id, document_type, issuing_state }) => [
      verification_id,
      { type: documentTypeSchema.nullable().parse(document_type), issuing_state },
    ]),
  );
}
