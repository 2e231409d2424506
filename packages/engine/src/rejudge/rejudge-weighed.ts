/** Checks that weigh what was read by the picture. They have no rule of their own; the limits of the picture change their weights. */
import type { CheckResult } from '@vidimus/vocabulary';
import { hasPictureFault } from './pages-on-file.ts';
import { type Rejudge, WEIGHED_ANEW, weighingRules } from './rejudge.ts';
import { rejudgeData } from './rejudge-data.ts';

/** A finding may be under light now; one that was under light may count now. Where nothing was found there is nothing to weigh. */
function weighed(check: string, isLeft: (known: CheckResult) => boolean = found): Rejudge {
  return {
    check,
    dependsOn: weighingRules,
    again: (known) => (isLeft(known) ? { check, because: WEIGHED_ANEW } : known),
  };
}

function found({ outcome }: CheckResult): boolean {
  return outcome !== 'passed' && outcome !== 'not_applicable';
}

/** A comparison passes although fields were left out under light. */
function foundOrLeftOut(known: CheckResult): boolean {
  return known.outcome === 'passed'
    ? known.evidence.length === 0 || known.evidence.some(({ facts }) => facts?.not_compared !== undefined)
    : found(known);
}

export const WEIGHED: readonly Rejudge[] = [
  weighed('check-digits-hold'),
  weighed('details-match-claim'),
  weighed('name-matches-claim'),
  weighed('zones-agree', foundOrLeftOut),
  weighed('sides-agree', ({ outcome }) => outcome !== 'not_applicable'),
  rejudgeData,
  ...['script-readable', 'right-side'].map(
    (check): Rejudge => ({
      check,
      dependsOn: (policy, { report }) => [hasPictureFault(report, policy)],
      again: () => ({ check, because: WEIGHED_ANEW }),
    }),
  ),
];
