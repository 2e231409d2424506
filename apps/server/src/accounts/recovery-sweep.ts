/** What time and a new verification bring to a recovery; one at a time, looked at again under its lock. */
import type { Actor } from '../audit/audit.ts';
import { timeFor } from '../clock.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { lastReport } from '../verifications/report-store.ts';
import { verificationsOf } from './accounts-store.ts';
import { carryOutRecovery, type RecoveryParts } from './change-recovery.ts';
import { type Agreement, bestAgreement, compareHolders, holderReading } from './recovery-agreement.ts';
import { lockRecovery, type RecoveryRow, waitMsOf } from './recovery-store.ts';

const CLOCK: Actor = { kind: 'system', name: 'clock' };
const MISSING = {
  document_number: 'missing',
  name: 'missing',
  birth_date: 'missing',
  nationality: 'missing',
  issuing_state: 'missing',
} as const;

/** By its verification, of which there is one each. */
export async function goOnWithRecovery(
  parts: RecoveryParts,
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<void> {
  const found = await trx
    .selectFrom('account_recovery')
    .select('id')
    .where('verification_id', '=', verificationId)
    .executeTakeFirst();
  const row = found === undefined ? undefined : await lockRecovery(trx, found.id);
  if (row === undefined) return;
  const now = await timeFor(trx, { organizationId: row.organization_id, mode: row.mode }, parts.clock);
  const by = { actor: CLOCK, now };
  // Refused where it went on meanwhile, or nothing is due: then there is nothing to do.
  if (row.state === 'waiting') await carryOutRecovery(parts, trx, row, { do: 'end_wait', now }, by);
  else if (row.state === 'ready') await carryOutRecovery(parts, trx, row, { do: 'expire', now }, by);
  else if (row.state === 'asked') await afterVerification(parts, trx, row, now);
}

async function afterVerification(
  parts: RecoveryParts,
  trx: DatabaseTransaction,
  row: RecoveryRow,
  now: Date,
): Promise<void> {
  const by = { actor: CLOCK, now };
  const { state } = await trx
    .selectFrom('verification')
    .select('state')
    .where('id', '=', row.verification_id)
    .executeTakeFirstOrThrow();
  if (state === 'approved') {
    const { outcome, readings } = await agreementOf(parts, trx, row);
    const waitMs = await waitMsOf(trx, row.organization_id);
    const command = { do: 'compare', agreement: outcome, now, waitMs } as const;
    await carryOutRecovery(parts, trx, row, command, { ...by, readings });
  } else if (state === 'declined' || state === 'cancelled') {
    await carryOutRecovery(parts, trx, row, { do: 'not_approved' }, by);
  } else await carryOutRecovery(parts, trx, row, { do: 'expire', now }, by);
}

/** With each identity that was approved before. An account without one, and a contact that nobody has, agree with nothing. */
async function agreementOf(parts: RecoveryParts, trx: DatabaseTransaction, row: RecoveryRow): Promise<Agreement> {
  const nothing: Agreement = { outcome: 'differs', readings: MISSING };
  const report = await lastReport(parts.vault, trx, row.verification_id);
  if (report === undefined || row.account_id === null) return nothing;
  const earlier = await verificationsOf(trx, { accountId: row.account_id, mode: row.mode });
  const agreements: Agreement[] = [];
  for (const { id, state } of earlier) {
    if (state !== 'approved' || id === row.verification_id) continue;
    const before = await lastReport(parts.vault, trx, id);
    if (before !== undefined) agreements.push(compareHolders(holderReading(before), holderReading(report)));
  }
  return bestAgreement(agreements) ?? nothing;
}
