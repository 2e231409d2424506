/** Declines by the rules that are known before anything is taken (invariant 4): nothing is photographed for nothing. */
import type { NonEmpty, Policy, Reason } from '@vidimus/vocabulary';
import { preflight } from '../policies/preflight.ts';
import { lastDayOfAppeal } from './deadlines.ts';
import { takeDecision } from './decision.ts';
import type { StoredVerification } from './stored-verification.ts';
import type { Command } from './verification.ts';

/** The command that turns a resident of that country away; nothing where no rule says so. */
export function turningAway(
  policy: Policy,
  version: StoredVerification['policy'],
  residence: string,
  now: Date,
): Command | undefined {
  const today = now.toISOString().slice(0, 10);
  const reasons = preflight(policy, { residence }, today).reasons.filter((reason) => reason.class === 'policy');
  const [first, ...rest] = reasons;
  if (first === undefined) return undefined;
  const all: NonEmpty<Reason> = [first, ...rest];
  const weighed = { outcome: 'declined', reasons: all, notes: [] } as const;
  const decision = takeDecision(weighed, { kind: 'rule' }, { policy: version, detectors: {}, inputs: [] });
  if (!decision.ok) throw new Error(`the rules of ${version.id} may not decline: ${decision.error.code}`);
  const appeal = { path: '/v1/applicant/appeal', lastDay: lastDayOfAppeal(now) };
  return { do: 'turn_away', decision: decision.value, appeal };
}
