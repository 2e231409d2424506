/** A review on the wire. */
import type { ReviewView } from '@vidimus/protocol';
import type { ReviewRow } from './review-store.ts';

const SECOND_MS = 1000;

/** `document` as it was read, where the caller may know it. */
export function presentReview(row: ReviewRow, now: Date, document: ReviewView['document']): ReviewView {
  const until = row.decided_at ?? now;
  return {
    object: 'review',
    id: row.id,
    verification: row.verification_id,
    cause: row.cause,
    state: row.state,
    reason_codes: row.reason_codes,
    opened_at: row.opened_at.toISOString(),
    expected_by: row.expected_by.toISOString(),
    claimed_by: row.claimed_by,
    decided_at: row.decided_at?.toISOString() ?? null,
    age_s: Math.max(0, Math.round((until.getTime() - row.opened_at.getTime()) / SECOND_MS)),
    overdue: row.decided_at === null && row.expected_by < now,
    document,
  };
}
