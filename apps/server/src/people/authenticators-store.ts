/** A member's password and one-time passwords in the database. */
import type { Result } from '@vidimus/engine/standards';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { SealContext, Vault } from '../vault/vault.ts';
import type { MemberPlace } from './parts.ts';
import { PASSWORD_FAILURES_MOST, TOTP_FAILURES_MOST } from './sign-in-delay.ts';
import { totpStep } from './totp.ts';

export type TotpRefused =
  /** Wrong, used before, or older than one that was used. */
  | { readonly code: 'totp.refused' }
  /** None is set up, too many wrong ones followed a right password, or the member was disabled a moment ago. */
  | { readonly code: 'totp.disabled' };

/** What a sign-in by password begins with. */
export type PasswordAttempt = MemberPlace & {
  readonly passwordHash: string | null;
  /** In a row, this one included: it counts as failed until it has succeeded. */
  readonly failures: number;
};

/**
 * Whose address it is, unless the member is disabled; counts the attempt, in one statement that takes as long for an address that
 * nobody has. After so many failures in a row the password opens nothing any more (NIST SP 800-63B-4 §3.2.2). Gate.
 */
export async function beginPasswordAttempt(
  trx: DatabaseTransaction,
  index: Buffer,
): Promise<PasswordAttempt | undefined> {
  const row = await trx
    .updateTable('member')
    .set({ password_failures: sql<number>`least(password_failures + 1, ${PASSWORD_FAILURES_MOST + 1})` })
    .where('email_index', '=', index)
    .where('disabled_at', 'is', null)
    .returning(['id', 'organization_id', 'password_hash', 'password_failures'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id: memberId, organization_id: organizationId, password_failures: failures } = row;
  const isDisabled = failures > PASSWORD_FAILURES_MOST;
  return { organizationId, memberId, passwordHash: isDisabled ? null : row.password_hash, failures };
}

/** The attempt has succeeded: no failure is left. */
export async function forgetPasswordFailures(trx: DatabaseTransaction, member: MemberPlace): Promise<void> {
  await updateMember(trx, member).set({ password_failures: 0 }).execute();
}

export async function setPassword(trx: DatabaseTransaction, member: MemberPlace, hash: string): Promise<void> {
  await updateMember(trx, member).set({ password_hash: hash, password_failures: 0 }).execute();
}

/** Keeps a secret that counts once a code of it was entered. */
export async function offerTotp(
  trx: DatabaseTransaction,
  vault: Vault,
  member: MemberPlace,
  secret: Buffer,
): Promise<void> {
  const sealed = await vault.seal(trx, totpContext(member, 'sealed_new_totp'), secret);
  await updateMember(trx, member).set({ sealed_new_totp: sealed }).execute();
}

/** Takes the offered secret into use, when the code is of it; the code counts as used. */
export async function confirmTotp(
  trx: DatabaseTransaction,
  vault: Vault,
  member: MemberPlace,
  code: string,
  now: Date,
): Promise<Result<undefined, TotpRefused>> {
  const row = await lockMember(trx, member);
  if (!row?.sealed_new_totp) return { ok: false, error: { code: 'totp.disabled' } };
  const secret = await openSecret(trx, vault, totpContext(member, 'sealed_new_totp'), row.sealed_new_totp);
  const step = totpStep(secret, code, now, null);
  if (step === undefined) return { ok: false, error: { code: 'totp.refused' } };
  const sealed = await vault.seal(trx, totpContext(member, 'sealed_totp'), secret);
  await updateMember(trx, member)
    .set({ sealed_totp: sealed, sealed_new_totp: null, totp_used_step: step, totp_failures: 0 })
    .execute();
  return { ok: true, value: undefined };
}

/** Uses a one-time password up, or counts a wrong one; either must be committed. */
export async function useTotp(
  trx: DatabaseTransaction,
  vault: Vault,
  member: MemberPlace,
  code: string,
  now: Date,
): Promise<Result<undefined, TotpRefused>> {
  const row = await lockMember(trx, member);
  if (!row?.sealed_totp || row.totp_failures >= TOTP_FAILURES_MOST) {
    return { ok: false, error: { code: 'totp.disabled' } };
  }
  const secret = await openSecret(trx, vault, totpContext(member, 'sealed_totp'), row.sealed_totp);
  const step = totpStep(secret, code, now, row.totp_used_step);
  if (step === undefined) {
    await updateMember(trx, member)
      .set({ totp_failures: row.totp_failures + 1 })
      .execute();
    return { ok: false, error: { code: 'totp.refused' } };
  }
  await updateMember(trx, member).set({ totp_used_step: step, totp_failures: 0 }).execute();
  return { ok: true, value: undefined };
}

/** Locked: a code that is entered twice at the same time is checked one after the other. */
function lockMember(trx: DatabaseTransaction, member: MemberPlace) {
  return trx
    .selectFrom('member')
    .select(['sealed_totp', 'sealed_new_totp', 'totp_used_step', 'totp_failures'])
    .where('id', '=', member.memberId)
    .where('organization_id', '=', member.organizationId)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

function updateMember(trx: DatabaseTransaction, member: MemberPlace) {
  return trx
    .updateTable('member')
    .where('id', '=', member.memberId)
    .where('organization_id', '=', member.organizationId);
}

async function openSecret(
  trx: DatabaseTransaction,
  vault: Vault,
  context: SealContext,
  sealed: Buffer,
): Promise<Buffer> {
  const opened = await vault.open(trx, context, sealed);
  // A member with a sealed secret was not removed; anything else is a lost key or a changed row.
  if (!opened.ok) throw new Error(`${context.field} of ${context.object} does not open: ${opened.error.code}`);
  return opened.value;
}

function totpContext(member: MemberPlace, field: 'sealed_totp' | 'sealed_new_totp'): SealContext {
  return { organizationId: member.organizationId, subject: member.memberId, object: member.memberId, field };
}
