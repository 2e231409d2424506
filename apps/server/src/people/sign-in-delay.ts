/**
 * How long a sign-in waits after failures. A stranger gets about one guess an hour, of the password and the one-time password
 * together, so that the hundred failures after which NIST SP 800-63B-4 §3.2.2 has an authenticator disabled take four days; a passkey
 * is not held up by them, and an invitation sets a new password (`PASSWORD_FAILURES_MOST`, `TOTP_FAILURES_MOST`).
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
/** The same of passwords: whoever signs in counts from nothing again. */
export const PASSWORD_FAILURES_MOST = 100;

/** When the next attempt may be made after so many failures in a row, the last of them then. */
export function nextAttemptAt(kind: DelayKind, failures: number, lastFailedAt: Date): Date {
  const rule = RULES[kind];
  if (failures < rule.free) return lastFailedAt;
  const delayMs = Math.min(rule.mostMs, rule.firstMs * 2 ** (failures - rule.free));
  return new Date(lastFailedAt.getTime() + delayMs);
}
