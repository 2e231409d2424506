import type { Evidence, NonEmpty } from './evidence.ts';
import type { ReasonCode } from './reason-code.ts';

/**
 * How a check ends. Silence is not a pass, and a bad photo is not a bad document:
 * a check that could not look says `not_performed` and because of what; one that looked and cannot tell is `inconclusive`.
 */
export type CheckResult = {
  /** The claim, in kebab-case: `not-expired`, `zones-agree`. */
  readonly check: string;
} & (
  | { readonly outcome: 'passed'; readonly evidence: readonly Evidence[] }
  | { readonly outcome: 'failed'; readonly code: ReasonCode; readonly evidence: NonEmpty<Evidence> }
  | { readonly outcome: 'inconclusive'; readonly because: string; readonly evidence: NonEmpty<Evidence> }
  | { readonly outcome: 'not_applicable'; readonly because: string }
  | { readonly outcome: 'not_performed'; readonly because: string }
);

export type CheckOutcome = CheckResult['outcome'];
