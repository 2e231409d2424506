/** What time alone brings: links that run out, promises that were not kept, data whose time is over. One verification at a time. */
import type { Actor } from '../audit/audit.ts';
import { type Clock, timeFor } from '../clock.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { type ChangeParts, changeLoaded } from './change-verification.ts';
import { loadVerification } from './store.ts';
import { isOverdue } from './verification.ts';

export type SweepParts = ChangeParts & { readonly jobs: Jobs; readonly clock: Clock };

const CLOCK: Actor = { kind: 'system', name: 'clock' };

/** A link that has run out; the finished steps are kept. */
export async function expireVerification(parts: SweepParts, trx: DatabaseTransaction, id: string): Promise<void> {
  const stored = await loadVerification(parts.vault, trx, id, 'change');
  if (!stored.ok) return;
  const now = await timeFor(trx, stored.value, parts.clock);
  // Refused where it was used or prolonged meanwhile: then there is nothing to do.
  await changeLoaded(parts, trx, stored.value, { do: 'expire', now: now.toISOString() }, CLOCK, now);
}

/** A wait that lasts longer than was promised: told once. */
export async function tellOverdue(parts: SweepParts, trx: DatabaseTransaction, id: string): Promise<void> {
  const stored = await loadVerification(parts.vault, trx, id, 'change');
  if (!stored.ok) return;
  const { verification, organizationId, mode } = stored.value;
  const now = await timeFor(trx, stored.value, parts.clock);
  if (!isOverdue(verification, now.toISOString())) return;
  const told = await trx
    .updateTable('verification')
    .set({ overdue_told_at: now })
    .where('id', '=', id)
    .where('overdue_told_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (told === undefined) return;
  await parts.events.record(trx, {
    organizationId,
    mode,
    type: 'verification.overdue',
    objectId: id,
    payload: { state: verification.state },
  });
}

/** Data whose time is over is erased by a job of its own. */
export async function startRedaction(
  { jobs }: Pick<SweepParts, 'jobs'>,
  trx: DatabaseTransaction,
  organizationId: string,
  verificationId: string,
): Promise<void> {
  await jobs.enqueue(trx, 'redact-verification', { organizationId, verificationId }, { key: verificationId });
}
