/** A decision on a verification: by a rule, a person or a provider. Append-only; replayable from what it stores. */
import { createHash } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import type { NonEmpty, Outcome, Reason, ReasonClass, ReasonCode } from '@vidimus/vocabulary';

/** What a decision rests on: enough to take it again, and to tell whether it is the same. */
export type DecisionBasis = {
  readonly policy: { readonly id: string; readonly version: number };
  /** By detector or model, its version. */
  readonly detectors: Readonly<Record<string, string>>;
  /** SHA-256, hexadecimal, of what was judged: media, claims, providers' answers. */
  readonly inputs: readonly string[];
};

export type DecidedBy =
  | { readonly kind: 'rule' }
  | { readonly kind: 'person'; readonly memberId: string; readonly grounds: string }
  | { readonly kind: 'provider'; readonly name: string };

export type Decision = { readonly key: string; readonly by: DecidedBy; readonly basis: DecisionBasis } & (
  | { readonly outcome: 'approved'; readonly notes: readonly Reason[] }
  | {
      readonly outcome: Exclude<Outcome, 'approved'>;
      readonly reasons: NonEmpty<Reason>;
      readonly notes: readonly Reason[];
    }
);

/** Why a decision may not be taken. */
export type DecisionRefused =
  | {
      readonly code: 'decision.decline-needs-ground';
      readonly allowed: readonly ReasonClass[];
      readonly given: readonly ReasonClass[];
    }
  | { readonly code: 'decision.provider-may-not-decline'; readonly provider: string }
  | { readonly code: 'decision.person-needs-grounds' }
  /** What says that a person declined, or what nothing can raise yet, is no ground. */
  | {
      readonly code: 'decision.reason-not-citable';
      readonly given: readonly ReasonCode[];
      readonly onFile: readonly ReasonCode[];
    };

type Weighed =
  | { readonly outcome: 'approved'; readonly notes: readonly Reason[] }
  | {
      readonly outcome: Exclude<Outcome, 'approved'>;
      readonly reasons: NonEmpty<Reason>;
      readonly notes: readonly Reason[];
    };

/** Classes on which a decline may rest; our own fault, a doubt or a picture never is one. */
const DECLINE_GROUNDS: Readonly<Record<'rule' | 'person', ReadonlySet<ReasonClass>>> = {
  rule: new Set<ReasonClass>(['policy']),
  person: new Set<ReasonClass>(['policy', 'final']),
};

/** A decision, or why nobody may take it so. The same outcome by the same decider on the same basis has the same key. */
export function takeDecision(weighed: Weighed, by: DecidedBy, basis: DecisionBasis): Result<Decision, DecisionRefused> {
  if (by.kind === 'person' && by.grounds.trim() === '') return refused({ code: 'decision.person-needs-grounds' });
  if (weighed.outcome === 'declined') {
    if (by.kind === 'provider') return refused({ code: 'decision.provider-may-not-decline', provider: by.name });
    const allowed = DECLINE_GROUNDS[by.kind];
    const given = weighed.reasons.map((reason) => reason.class);
    if (!given.some((each) => allowed.has(each))) {
      return refused({ code: 'decision.decline-needs-ground', allowed: [...allowed], given });
    }
  }
  return { ok: true, value: { ...weighed, key: keyOf(weighed, by, basis), by, basis } };
}

function refused(error: DecisionRefused): Result<never, DecisionRefused> {
  return { ok: false, error };
}

/** Of what was judged and by whom, not of when: asking twice decides once. */
function keyOf(weighed: Weighed, by: DecidedBy, { policy, detectors, inputs }: DecisionBasis): string {
  const codes = weighed.outcome === 'approved' ? [] : weighed.reasons.map(({ code }) => code);
  const detectorList = Object.entries(detectors).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const whole = [policy.id, policy.version, detectorList, inputs.toSorted(), by, weighed.outcome, codes];
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}
