/**
 * How long a sign-in waits after failures. It grows and never becomes a lock-out: NIST SP 800-63B-4 §3.2.2 asks to disable a
 * password after 100 failures, which a stranger could cause for anybody whose address is known. Instead a stranger gets about
 * one guess an hour, of the password and the one-time password together; and what only somebody with the right password can
 * cause, 100 wrong one-time passwords, does disable (`TOTP_FAILURES_MOST`).
 */

/** Failures without a wait, the first wait, and the longest. */
type DelayRule = { readonly free: number; readonly firstMs: number; readonly mostMs: number };

/** `account`: from addresses that it never signed in from. `familiar`: account and address together. `address`: whatever the account. */
export type DelayKind = 'account' | 'familiar' | 'address';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const RULES: Readonly<Record<DelayKind, DelayRule>> = {
  account: { free: 5, firstMs: SECOND_MS, mostMs: HOUR_MS },
  familiar: { free: 5, firstMs: SECOND_MS, mostMs: HOUR_MS },
  // An office signs in from one address in the morning.
  address: { free: 20, firstMs: SECOND_MS, mostMs: 15 * MINUTE_MS },
};

/** NIST SP 800-63B-4 §3.2.2: consecutive failures of one authenticator, then it is disabled until a new one is set up. */
export const TOTP_FAILURES_MOST = 100;

/** When the next attempt may be made after so many failures in a row, the last of them then. */
export function nextAttemptAt(kind: DelayKind, failures: number, lastFailedAt: Date): Date {
  const rule = RULES[kind];
  if (failures < rule.free) return lastFailedAt;
  const delayMs = Math.min(rule.mostMs, rule.firstMs * 2 ** (failures - rule.free));
  return new Date(lastFailedAt.getTime() + delayMs);
}
