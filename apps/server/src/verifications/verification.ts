/**
 * A verification: its states, and what leads from one to another. Pure: knows neither SQL nor HTTP, and is handed the time.
 * Drawn in verification.mermaid.
 */
import type { Result } from '@vidimus/engine/standards';
import type { NonEmpty, Reason } from '@vidimus/vocabulary';
import type { Decision } from './decision.ts';
import {
  type Step,
  type StepName,
  stepsLeft,
  withAskedAgain,
  withAttempt,
  withFinished,
  withoutUntried,
  withPlanned,
} from './step.ts';

/** RFC 3339 in UTC, as `Date.toISOString` writes it, so that later is greater. */
export type Instant = string;
/** `YYYY-MM-DD`. */
export type Day = string;

/** What a verification is, in whatever state. */
export type VerificationFacts = {
  readonly id: string;
  /** What is asked of the applicant, in this order. A finished step survives expiry, a change of device and a retry. */
  readonly steps: NonEmpty<Step>;
  /** Append-only. */
  readonly decisions: readonly Decision[];
  /** When the applicant's link runs out. */
  readonly expiresAt: Instant;
};

/** How, and until which day, a decline can be appealed. */
export type Appeal = { readonly path: string; readonly lastDay: Day };
type Waiting = { readonly expectedBy: Instant };
type WithReasons = { readonly reasons: NonEmpty<Reason> };

/** A refusal without a reason, and a wait without a date, cannot be written down. */
export type VerificationState =
  | { readonly state: 'created' | 'open' | 'approved' | 'expired' | 'cancelled' }
  | ({ readonly state: 'processing' } & Waiting)
  | ({ readonly state: 'delayed' | 'in_review' } & Waiting & WithReasons)
  | ({ readonly state: 'action_required' } & WithReasons)
  | ({ readonly state: 'declined'; readonly appeal: Appeal } & WithReasons);

export type Verification = VerificationFacts & VerificationState;
export type StateName = VerificationState['state'];

/** What somebody wants to be done. */
export type Command =
  | { readonly do: 'open' }
  /**
   * What the applicant chose needs other steps: a card has a back, a passport none. Nothing that was tried is dropped. `again`:
   * steps that the applicant takes once more beside what is asked again; that costs no try.
   */
  | {
      readonly do: 'plan';
      readonly need: readonly StepName[];
      readonly drop: readonly StepName[];
      readonly again?: readonly StepName[];
    }
  /** A rule of the operator's refuses before anything was taken (invariant 4). */
  | { readonly do: 'turn_away'; readonly decision: Decision; readonly appeal: Appeal }
  | ({ readonly do: 'submit'; readonly attempts: Partial<Record<StepName, string>> } & Waiting)
  /** `ask`: the steps that the reasons send back to; `expectedBy`: by when a person looks. */
  | ({
      readonly do: 'decide';
      readonly decision: Decision;
      readonly ask: readonly StepName[];
      readonly appeal: Appeal;
    } & Waiting)
  /** Our fault, or a provider's. */
  | ({ readonly do: 'delay' } & Waiting & WithReasons)
  | ({ readonly do: 'take_up' } & Waiting)
  | { readonly do: 'return' }
  | ({ readonly do: 'appeal'; readonly today: Day } & Waiting & WithReasons)
  | ({ readonly do: 'look_again' } & Waiting & WithReasons)
  | { readonly do: 'expire'; readonly now: Instant }
  | { readonly do: 'resume'; readonly expiresAt: Instant }
  | { readonly do: 'cancel' };

export type TransitionRefused =
  | {
      readonly code: 'verification.not-from-here';
      readonly command: Command['do'];
      readonly state: StateName;
      readonly possible: readonly Command['do'][];
      readonly asked: readonly StepName[];
    }
  | { readonly code: 'verification.step-not-asked'; readonly step: string; readonly asked: readonly StepName[] }
  | { readonly code: 'verification.steps-missing'; readonly missing: readonly StepName[] }
  | { readonly code: 'verification.nothing-to-do-again' }
  | { readonly code: 'verification.not-our-fault'; readonly given: readonly string[] }
  | { readonly code: 'verification.not-a-rule'; readonly given: readonly string[] }
  | { readonly code: 'verification.appeal-too-late'; readonly lastDay: Day }
  | { readonly code: 'verification.not-expired-yet'; readonly expiresAt: Instant };

/** From which states a command may come. */
const FROM: Readonly<Record<Command['do'], readonly StateName[]>> = {
  open: ['created'],
  plan: ['created', 'open', 'action_required'],
  turn_away: ['created', 'open'],
  submit: ['open'],
  decide: ['processing', 'in_review'],
  delay: ['processing'],
  take_up: ['delayed'],
  return: ['action_required'],
  appeal: ['declined'],
  look_again: ['approved'],
  expire: ['created', 'open', 'action_required'],
  resume: ['expired'],
  cancel: ['created', 'open', 'action_required', 'processing', 'delayed', 'in_review', 'expired'],
};

/** Commands that the state allows, in the order of the table. */
export function possibleCommands(state: StateName): readonly Command['do'][] {
  return COMMANDS.filter((name) => FROM[name].includes(state));
}
const COMMANDS: readonly Command['do'][] = [
  'open',
  'plan',
  'turn_away',
  'submit',
  'decide',
  'delay',
  'take_up',
  'return',
  'appeal',
  'look_again',
  'expire',
  'resume',
  'cancel',
];

/**
 * The verification after the command, or why not. A decision that is on file already changes nothing, in whatever state:
 * a job that is done twice decides once.
 */
export function transition(from: Verification, command: Command): Result<Verification, TransitionRefused> {
  const decides = command.do === 'decide' || command.do === 'turn_away';
  if (decides && from.decisions.some(({ key }) => key === command.decision.key)) return moved(from);
  if (!FROM[command.do].includes(from.state)) {
    return refused({
      code: 'verification.not-from-here',
      command: command.do,
      state: from.state,
      possible: possibleCommands(from.state),
      asked: stepsLeft(from.steps),
    });
  }
  const facts = factsOf(from);
  switch (command.do) {
    case 'open':
    case 'return':
      return moved({ ...facts, state: 'open' });
    case 'plan':
      return moved({ ...from, steps: plan(from.steps, command) });
    case 'turn_away':
      return turnAway(facts, command);
    case 'submit':
      return submit(facts, command);
    case 'decide':
      return decide(facts, command);
    case 'delay':
      return delay(facts, command);
    case 'take_up':
      return moved({ ...facts, state: 'processing', expectedBy: command.expectedBy });
    case 'appeal':
      if (from.state === 'declined' && command.today > from.appeal.lastDay) {
        return refused({ code: 'verification.appeal-too-late', lastDay: from.appeal.lastDay });
      }
      return moved({ ...facts, state: 'in_review', expectedBy: command.expectedBy, reasons: command.reasons });
    case 'look_again':
      return moved({ ...facts, state: 'in_review', expectedBy: command.expectedBy, reasons: command.reasons });
    case 'expire':
      if (command.now <= from.expiresAt)
        return refused({ code: 'verification.not-expired-yet', expiresAt: from.expiresAt });
      return moved({ ...facts, state: 'expired' });
    case 'resume':
      return moved({ ...facts, expiresAt: command.expiresAt, state: 'open' });
    case 'cancel':
      return moved({ ...facts, state: 'cancelled' });
  }
}

/** Whether the applicant's link no longer works; what is being looked at, or was decided, needs none. */
export function hasRunOut({ state, expiresAt }: Verification, now: Instant): boolean {
  return state === 'expired' || (FROM.expire.includes(state) && now > expiresAt);
}

/** A wait that has lasted longer than was promised. */
export function isOverdue(verification: Verification, now: Instant): boolean {
  return 'expectedBy' in verification && now > verification.expectedBy;
}

type Moved = Result<Verification, TransitionRefused>;
type Of<Name extends Command['do']> = Extract<Command, { readonly do: Name }>;

function plan(steps: NonEmpty<Step>, { need, drop, again = [] }: Of<'plan'>): NonEmpty<Step> {
  const planned = withPlanned(withoutUntried(steps, drop), need);
  return again.length === 0 ? planned : withAskedAgain(planned, again, false);
}

function submit(facts: VerificationFacts, { attempts, expectedBy }: Of<'submit'>): Moved {
  const asked = stepsLeft(facts.steps);
  const given = Object.entries(attempts).filter((entry): entry is [StepName, string] => entry[1] !== undefined);
  const unasked = given.find(([name]) => !asked.includes(name));
  if (unasked !== undefined) return refused({ code: 'verification.step-not-asked', step: unasked[0], asked });
  const missing = asked.filter((name) => attempts[name] === undefined);
  if (missing.length > 0) return refused({ code: 'verification.steps-missing', missing });
  let { steps } = facts;
  for (const [name, attempt] of given) steps = withAttempt(steps, name, attempt);
  return moved({ ...facts, steps, state: 'processing', expectedBy });
}

function decide(facts: VerificationFacts, { decision, ask, appeal, expectedBy }: Of<'decide'>): Moved {
  const decided = { ...facts, decisions: [...facts.decisions, decision], steps: withFinished(facts.steps) };
  switch (decision.outcome) {
    case 'approved':
      return moved({ ...decided, state: 'approved' });
    case 'action_required': {
      if (ask.length === 0) return refused({ code: 'verification.nothing-to-do-again' });
      const costs = decision.reasons.some((reason) => reason.class === 'retake' || reason.class === 'supply');
      return moved({
        ...decided,
        steps: withAskedAgain(facts.steps, ask, costs),
        state: 'action_required',
        reasons: decision.reasons,
      });
    }
    case 'in_review':
      return moved({ ...decided, state: 'in_review', reasons: decision.reasons, expectedBy });
    case 'declined':
      return moved({ ...decided, state: 'declined', reasons: decision.reasons, appeal });
  }
}

/** Only by a rule that is known before capture, and only when nothing else is said: what a picture shows is not known yet. */
function turnAway(facts: VerificationFacts, { decision, appeal }: Of<'turn_away'>): Moved {
  const given = decision.outcome === 'approved' ? [] : decision.reasons;
  const others = given.filter((reason) => reason.class !== 'policy').map(({ code }) => code);
  if (decision.outcome !== 'declined' || others.length > 0) {
    return refused({ code: 'verification.not-a-rule', given: others });
  }
  const decisions = [...facts.decisions, decision];
  return moved({ ...facts, decisions, state: 'declined', reasons: decision.reasons, appeal });
}

/** Only what is our fault delays; no attempt is used, and the steps stay submitted. */
function delay(facts: VerificationFacts, { reasons, expectedBy }: Of<'delay'>): Moved {
  const others = reasons.filter((reason) => reason.class !== 'ours').map(({ code }) => code);
  if (others.length > 0) return refused({ code: 'verification.not-our-fault', given: others });
  return moved({ ...facts, state: 'delayed', reasons, expectedBy });
}

function factsOf({ id, steps, decisions, expiresAt }: Verification): VerificationFacts {
  return { id, steps, decisions, expiresAt };
}

function moved(value: Verification): Moved {
  return { ok: true, value };
}

function refused(error: TransitionRefused): Moved {
  return { ok: false, error };
}
