/** What can be done where something cannot, in words: to the applicant the next thing to do, to the operator what its routes offer. */
import type { StepName } from './step.ts';
import type { StateName } from './verification.ts';

/** Who reads it. */
export type Reader = 'operator' | 'applicant';

/** One sentence. `asked`: the steps that the applicant has still to do. */
export function whatNext(reader: Reader, state: StateName, asked: readonly StepName[]): string {
  return reader === 'applicant' ? forApplicant(state, asked) : forOperator(state);
}

function forApplicant(state: StateName, asked: readonly StepName[]): string {
  switch (state) {
    case 'created':
    case 'open':
      return `Still to do: ${asked.join(', ')}.`;
    case 'action_required':
      return `Asked for again: ${asked.join(', ')}.`;
    case 'processing':
      return 'It is being judged; `expected_by` says until when.';
    case 'delayed':
      return 'The fault is ours, and it goes on by itself; `expected_by` says until when.';
    case 'in_review':
      return 'A person looks at it; `expected_by` says until when.';
    case 'approved':
      return 'It is approved; nothing is left to do.';
    case 'declined':
      return 'It was declined; `appeal` says until when POST /v1/applicant/appeal is answered.';
    case 'expired':
      return 'Go on with POST /v1/applicant/resume; the finished steps are kept.';
    case 'cancelled':
      return 'It was called off; ask whoever sent the link for another.';
  }
}

function forOperator(state: StateName): string {
  switch (state) {
    case 'approved':
    case 'declined':
      return 'It is decided: a decision is answered by an appeal or new evidence.';
    case 'cancelled':
      return 'It was called off: make another.';
    default:
      return 'It can be called off: POST /v1/verifications/{id}/cancel.';
  }
}
