import type { CheckResult } from '@vidimus/vocabulary';
import type { CheckSubject } from './check.ts';
import { CHECKS } from './checks.table.ts';

/** Runs every check; all findings together, none hides another. */
export function runChecks(subject: CheckSubject): readonly CheckResult[] {
  return CHECKS.map((check) => check.run(subject));
}
