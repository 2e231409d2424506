/** What is asked of the applicant, one thing at a time, and the attempts at it. */
import type { NonEmpty } from '@vidimus/vocabulary';

export const STEP_NAMES = ['consent', 'details', 'document_front', 'document_back'] as const;
export type StepName = (typeof STEP_NAMES)[number];

export type Step = {
  readonly name: StepName;
  /** `asked`: the applicant is to do it; `submitted`: it is being looked at; `finished`: it is never asked for again by itself. */
  readonly state: 'asked' | 'submitted' | 'finished';
  /** Ids of the attempts, immutable and in order. */
  readonly attempts: readonly string[];
  /** Attempts that count against the limit: those whose picture was processed and asked for again by a reason that costs one. */
  readonly used: number;
};

/** A step that nobody has tried yet. */
export function newStep(name: StepName): Step {
  return { name, state: 'asked', attempts: [], used: 0 };
}

/** The steps with one more attempt at the one named; the same attempt twice is one. */
export function withAttempt(steps: NonEmpty<Step>, name: StepName, attempt: string): NonEmpty<Step> {
  return mapSteps(steps, (step) =>
    step.name !== name || step.attempts.includes(attempt)
      ? step
      : { ...step, state: 'submitted', attempts: [...step.attempts, attempt] },
  );
}

/** Steps that were looked at and settled. */
export function withFinished(steps: NonEmpty<Step>): NonEmpty<Step> {
  return mapSteps(steps, (step) => (step.state === 'submitted' ? { ...step, state: 'finished' } : step));
}

/** The named steps asked again, or for the first time, the others as they are; `costsAttempt` says which of them used up a try. */
export function withAskedAgain(
  steps: NonEmpty<Step>,
  names: readonly StepName[],
  costsAttempt: boolean,
): NonEmpty<Step> {
  const again = mapSteps(withFinished(steps), (step) =>
    names.includes(step.name) ? { ...step, state: 'asked', used: step.used + (costsAttempt ? 1 : 0) } : step,
  );
  return withPlanned(again, names);
}

/** The steps with those named that were not among them yet, each in its place. */
export function withPlanned(steps: NonEmpty<Step>, names: readonly StepName[]): NonEmpty<Step> {
  const missing = names.filter((name) => !steps.some((step) => step.name === name)).map(newStep);
  const [first, ...rest] = steps;
  return sorted([first, ...rest, ...missing]);
}

/** The steps without those that are not needed after all; what was tried stays. */
export function withoutUntried(steps: NonEmpty<Step>, names: readonly StepName[]): NonEmpty<Step> {
  const [first, ...rest] = steps.filter(({ name, attempts }) => !names.includes(name) || attempts.length > 0);
  return first === undefined ? steps : [first, ...rest];
}

/** Steps that the applicant has still to do. */
export function stepsLeft(steps: readonly Step[]): readonly StepName[] {
  return steps.filter(({ state }) => state === 'asked').map(({ name }) => name);
}

function sorted(steps: NonEmpty<Step>): NonEmpty<Step> {
  const [first, ...rest] = steps.toSorted(
    (one, other) => STEP_NAMES.indexOf(one.name) - STEP_NAMES.indexOf(other.name),
  );
  return first === undefined ? steps : [first, ...rest];
}

function mapSteps([first, ...rest]: NonEmpty<Step>, change: (step: Step) => Step): NonEmpty<Step> {
  return [change(first), ...rest.map(change)];
}
