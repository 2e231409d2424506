/** An appeal: the applicant says why a decline is wrong, and a person looks. */
import type { Result } from '@vidimus/engine/standards';
import { type NonEmpty, type Reason, reasonEntry } from '@vidimus/vocabulary';
import type { Actor } from '../audit/audit.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { type BoundReached, whyNoMoreStatements } from './bounds.ts';
import { type ChangeParts, changeVerification } from './change-verification.ts';
import { reviewedBy } from './deadlines.ts';
import { openReviewOf } from './review-store.ts';
import { addStatement } from './statement-store.ts';
import type { NotLoaded } from './store.ts';
import type { TransitionRefused } from './verification.ts';

/** Opens a review of the decline; the statement is sealed. */
export async function appealDecline(
  parts: ChangeParts,
  trx: DatabaseTransaction,
  of: { readonly verificationId: string; readonly actor: Actor; readonly now: Date },
  statement: string,
): Promise<Result<{ readonly appealId: string }, NotLoaded | TransitionRefused | BoundReached>> {
  const { verificationId: id, actor, now } = of;
  const { class: reasonClass, disclosure } = reasonEntry('review_required');
  const reasons: NonEmpty<Reason> = [
    {
      code: 'review_required',
      class: reasonClass,
      disclosure,
      check: 'appeal',
      evidence: [{ measure: 'appeal', observed: true, facts: { step: 'records', because: 'the applicant appealed' } }],
    },
  ];
  const today = now.toISOString().slice(0, 10);
  const command = { do: 'appeal', today, reasons, expectedBy: reviewedBy(now) } as const;
  const full = await whyNoMoreStatements(trx, id);
  if (full !== undefined) return { ok: false, error: full };
  const changed = await changeVerification(parts, trx, id, command, actor, now);
  if (!changed.ok) return changed;
  const { organizationId, mode } = changed.value.before;
  const review = await openReviewOf(trx, id);
  if (review === undefined) throw new Error(`the appeal of ${id} opened no review`);
  const said = { kind: 'appeal', statement, reviewId: review.id } as const;
  const appealId = await addStatement(parts.vault, trx, changed.value.before, said, now);
  await parts.events.record(trx, {
    organizationId,
    mode,
    type: 'appeal.created',
    objectId: appealId,
    payload: { verification: id, review: review.id },
  });
  return { ok: true, value: { appealId } };
}
