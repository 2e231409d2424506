import type { CheckResult, Evidence, NonEmpty, ReasonCode } from '@vidimus/vocabulary';

/** The claim holds, with what was measured. */
export function passed(check: string, ...evidence: readonly Evidence[]): CheckResult {
  return { check, outcome: 'passed', evidence };
}

/** The claim does not hold. */
export function failed(check: string, code: ReasonCode, evidence: NonEmpty<Evidence>): CheckResult {
  return { check, outcome: 'failed', code, evidence };
}

/** We looked and cannot tell. */
export function inconclusive(check: string, because: string, evidence: NonEmpty<Evidence>): CheckResult {
  return { check, outcome: 'inconclusive', because, evidence };
}

/** The claim does not concern this document or this policy. */
export function notApplicable(check: string, because: string): CheckResult {
  return { check, outcome: 'not_applicable', because };
}

/** We could not look. */
export function notPerformed(check: string, because: string): CheckResult {
  return { check, outcome: 'not_performed', because };
}

/** Failed with all that was found, or passed with what was measured. */
export function failedIfAny(
  check: string,
  code: ReasonCode,
  found: readonly Evidence[],
  measured: readonly Evidence[],
): CheckResult {
  const [first, ...rest] = found;
  return first === undefined ? passed(check, ...measured) : failed(check, code, [first, ...rest]);
}
