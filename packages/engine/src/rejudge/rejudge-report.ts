/**
 * A report judged again under another policy, without the photographs: each check whose rules changed is taken from the fields
 * and the measures that the report keeps. What it does not tell is said, and not guessed.
 */
import type { CheckReport, CheckResult, Decision, Policy } from '@vidimus/vocabulary';
import { decide } from '../decision/index.ts';
import { isNotReevaluated, type NotReevaluated, type Rejudge, type RejudgeFacts } from './rejudge.ts';
import { rejudgeDaysLeft, rejudgeNotExpired, rejudgeOldEnough } from './rejudge-dates.ts';
import { rejudgeFieldsPresent, rejudgeFieldsReadable } from './rejudge-fields.ts';
import { rejudgeCovering, rejudgeGlare, rejudgeSharpness } from './rejudge-marks.ts';
import { rejudgeColour, rejudgeLight, rejudgeOriginal, rejudgeResolution } from './rejudge-picture.ts';
import { rejudgeDocument, rejudgeResidence, rejudgeSides } from './rejudge-rules.ts';
import { WEIGHED } from './rejudge-weighed.ts';

export type RejudgedReport = {
  /** What the rules would say, with what could not be judged again left as it was. */
  readonly decision: Decision;
  readonly checks: readonly CheckResult[];
  readonly notReevaluated: readonly NotReevaluated[];
};

/** Judges a report made under `from` again under `to`; the day that "today" meant stays. Pure. */
export function rejudgeReport(
  report: CheckReport,
  { from, to, residence }: { readonly from: Policy; readonly to: Policy; readonly residence?: string },
): RejudgedReport {
  const facts: RejudgeFacts = { report, from, to, ...(residence === undefined ? {} : { residence }) };
  const judged = report.checks.map((known) => ({ known, judged: rejudgeCheck(known, facts) }));
  const checks = judged.map((one) => (isNotReevaluated(one.judged) ? one.known : one.judged));
  return {
    decision: decide(checks, to),
    checks,
    notReevaluated: judged.flatMap((one) => (isNotReevaluated(one.judged) ? [one.judged] : [])),
  };
}

const REJUDGES: ReadonlyMap<string, Rejudge> = new Map(
  [
    rejudgeResidence,
    rejudgeDocument,
    rejudgeSides,
    rejudgeOldEnough,
    rejudgeDaysLeft,
    rejudgeNotExpired,
    rejudgeFieldsReadable,
    rejudgeFieldsPresent,
    rejudgeSharpness,
    rejudgeGlare,
    rejudgeCovering,
    rejudgeLight,
    rejudgeResolution,
    rejudgeColour,
    rejudgeOriginal,
    ...WEIGHED,
  ].map((one) => [one.check, one]),
);

function rejudgeCheck(known: CheckResult, facts: RejudgeFacts): CheckResult | NotReevaluated {
  const rejudge = REJUDGES.get(known.check);
  if (rejudge === undefined) return known;
  const rules = (policy: Policy) => JSON.stringify(rejudge.dependsOn(policy, facts));
  return rules(facts.from) === rules(facts.to) ? known : rejudge.again(known, facts);
}
