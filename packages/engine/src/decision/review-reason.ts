import { type Evidence, type NonEmpty, type Reason, reasonEntry } from '@vidimus/vocabulary';

/** `review_required` by a check that could not tell: the check and what was unclear stay in each evidence's facts. */
export function reviewReason(check: string, because: string, evidence: NonEmpty<Evidence>): Reason {
  const entry = reasonEntry('review_required');
  const [first, ...rest] = evidence;
  const explain = (one: Evidence): Evidence => ({ ...one, facts: { ...one.facts, check, because } });
  return {
    code: entry.code,
    class: entry.class,
    disclosure: entry.disclosure,
    check,
    evidence: [explain(first), ...rest.map(explain)],
  };
}
