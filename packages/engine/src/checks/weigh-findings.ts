import type { CheckResult, Evidence, NonEmpty, ReasonCode } from '@vidimus/vocabulary';
import type { CheckSubject, SubjectReading } from './check.ts';
import { failed, inconclusive, notPerformed } from './check-outcome.ts';
import { weightOf } from './reading-weight.ts';

/** Something that speaks against the document, and the readings that it rests on. */
export type Finding = { readonly evidence: Evidence; readonly readings: readonly SubjectReading[] };

/**
 * How a check ends that found something: failed with what rests on sure readings alone; where nothing does, not performed if the
 * picture is disturbed there, else inconclusive, and `unsure` says why. A bad photo is no bad document.
 */
export function weighFindings(
  subject: CheckSubject,
  { check, code, unsure }: { readonly check: string; readonly code: ReasonCode; readonly unsure: string },
  findings: NonEmpty<Finding>,
): CheckResult {
  const weighed = findings.map(({ evidence, readings }) => ({ evidence, weight: weightOf(subject, readings) }));
  const [sure, ...more] = weighed.filter(({ weight }) => weight.is === 'sure').map(({ evidence }) => evidence);
  if (sure !== undefined) return failed(check, code, [sure, ...more]);
  for (const { weight } of weighed) if (weight.is === 'disturbed') return notPerformed(check, weight.because);
  const [first, ...rest] = findings;
  return inconclusive(check, unsure, [first.evidence, ...rest.map(({ evidence }) => evidence)]);
}
