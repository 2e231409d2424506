/** Enough tries: the picture is not what keeps this person out, so a person looks (reason 7). */
import { type NonEmpty, type Reason, reasonEntry } from '@vidimus/vocabulary';
import type { Step, StepName } from './step.ts';

/** Tries at one step before somebody looks. The design's limit for codes (NIST SP 800-63B-4), used for pictures too until measured otherwise. */
const TRIES_PER_STEP = 5;

/** The reasons to review instead of asking again, when one of the steps has no try left; else nothing. */
export function whenNoTryIsLeft(
  reasons: NonEmpty<Reason>,
  steps: readonly Step[],
  ask: readonly StepName[],
): NonEmpty<Reason> | undefined {
  const costs = reasons.some((reason) => reason.class === 'retake' || reason.class === 'supply');
  const spent = steps.filter(({ name, used }) => ask.includes(name) && costs && used + 1 >= TRIES_PER_STEP);
  const [first, ...rest] = spent.map(evidenceOf);
  if (first === undefined) return undefined;
  const { class: reasonClass, disclosure } = reasonEntry('attempt_limit_reached');
  const limit: Reason = {
    code: 'attempt_limit_reached',
    class: reasonClass,
    disclosure,
    check: 'attempt-limit',
    evidence: [first, ...rest],
  };
  return [limit, ...reasons];
}

function evidenceOf(step: Step) {
  return {
    measure: 'tries used',
    observed: step.used + 1,
    threshold: TRIES_PER_STEP,
    facts: { tries: TRIES_PER_STEP, step: step.name.startsWith('document') ? 'document' : step.name },
  };
}
