/** What is asked of the applicant, one thing at a time, and the attempts at it. */
import type { ContactKind, NonEmpty, Policy } from '@vidimus/vocabulary';

/**
 * In the order that they are asked. Contacts come after the details: who lives where nobody is served is turned away before a number
 * is taken, and the residence says with which calling code it begins; and before the photographs, so that a message is on its way
 * while the camera is found.
 */
export const STEP_NAMES = [
  'consent',
  'details',
  'contact_phone',
  'contact_email',
  'document_front',
  'document_back',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** The step in which a contact of that kind is confirmed. */
export const CONTACT_STEPS = { phone: 'contact_phone', email: 'contact_email' } as const satisfies Readonly<
  Record<ContactKind, StepName>
>;
const OF_CONTACTS: ReadonlySet<StepName> = new Set(Object.values(CONTACT_STEPS));

export type Step = {
  readonly name: StepName;
  /** `asked`: the applicant is to do it; `submitted`: it is being looked at; `finished`: it is never asked for again by itself. */
  readonly state: 'asked' | 'submitted' | 'finished';
  /** Ids of the attempts, immutable and in order. */
  readonly attempts: readonly string[];
  /** Attempts that count against the limit: those whose picture was processed and asked for again by a reason that costs one. */
  readonly used: number;
};

/** What is asked of somebody who agreed, before it is known which document it will be. */
export function stepsAfterConsent({ contacts }: Pick<Policy, 'contacts'>): readonly StepName[] {
  return ['details', ...(contacts ?? []).map(({ kind }) => CONTACT_STEPS[kind]), 'document_front'];
}

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

/**
 * The named steps asked again, or for the first time, the others as they are; `costsAttempt` says which of them used up a try. A
 * contact never does: whether a code arrives is nothing that a person could try harder at.
 */
export function withAskedAgain(
  steps: NonEmpty<Step>,
  names: readonly StepName[],
  costsAttempt: boolean,
): NonEmpty<Step> {
  const again = mapSteps(withFinished(steps), (step) =>
    names.includes(step.name)
      ? { ...step, state: 'asked', used: step.used + (costsAttempt && !OF_CONTACTS.has(step.name) ? 1 : 0) }
      : step,
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
