import { type CheckResult, type Reason, reasonEntry } from '@vidimus/vocabulary';

/** A claim that does not hold. */
export type FailedCheck = Extract<CheckResult, { readonly outcome: 'failed' }>;

/** The registered reason that a failed check raises, with its evidence. */
export function reasonOf({ check, code, evidence }: FailedCheck): Reason {
  const entry = reasonEntry(code);
  return { code, class: entry.class, disclosure: entry.disclosure, check, evidence };
}
