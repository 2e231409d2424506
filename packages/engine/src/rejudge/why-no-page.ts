import type { CheckReport, CheckResult } from '@vidimus/vocabulary';
import { notPerformed } from '../checks/index.ts';
import { checkOf } from './pages-on-file.ts';

/** How a check ends that found no page, also one that the policy before did not ask for; every check of the page says the same words. */
export function whyNoPage(check: string, report: CheckReport): CheckResult | undefined {
  const recognised = checkOf(report, 'document-recognised');
  return recognised?.outcome === 'not_performed' ? notPerformed(check, recognised.because) : undefined;
}
