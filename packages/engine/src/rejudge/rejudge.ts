import type { CheckReport, CheckResult, Policy, ReasonCode } from '@vidimus/vocabulary';

/** What is known when a check is judged again: the report, the policy that it was made under, and the one that is asked about. */
export type RejudgeFacts = {
  readonly report: CheckReport;
  readonly from: Policy;
  readonly to: Policy;
  /** Declared country of residence, ISO 3166-1 alpha-3; no part of a report. */
  readonly residence?: string;
};

/** A check that the report does not tell enough of. Its result stays as it was. */
export type NotReevaluated = {
  readonly check: string;
  readonly because: string;
  /** The reason that the other policy may raise, where one stands out. */
  readonly mightRaise?: ReasonCode;
};

/** A check as it would end, or why that cannot be told. */
export type Rejudged = CheckResult | NotReevaluated;

/** Whether a check was left as it was. */
export function isNotReevaluated(judged: Rejudged): judged is NotReevaluated {
  return !('outcome' in judged);
}

/** Judges one check again. */
export type Rejudge = {
  readonly check: string;
  /** All that it takes from a policy: where this is the same under both, so is the result. */
  readonly dependsOn: (policy: Policy, facts: RejudgeFacts) => readonly unknown[];
  readonly again: (known: CheckResult, facts: RejudgeFacts) => Rejudged;
};

/** What decides whether light, blur or a finger lies over a reading, so that it proves nothing. */
export function weighingRules({ thresholds }: Policy): readonly unknown[] {
  return [thresholds.blur_to_text_height_max, thresholds.field_hit_share_max];
}

/** Whether both policies weigh readings alike. */
export function weighsAlike({ from, to }: RejudgeFacts): boolean {
  return JSON.stringify(weighingRules(from)) === JSON.stringify(weighingRules(to));
}

/** Why a check that weighs readings is left as it was where the limits of the picture change. */
export const WEIGHED_ANEW = 'how well the picture shows what was read is not on file';
