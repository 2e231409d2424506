import type { Evidence } from './evidence.ts';
import type { Reason } from './outcome.ts';

/**
 * What an applicant may be shown of a reason: everything where the disclosure is `full`; otherwise that something was
 * looked at, without value, limit, place or facts (NIST SP 800-63A-4 §3.2.1(5)). Staff see the reason itself.
 */
export function discloseReason(reason: Reason): Reason {
  if (reason.disclosure === 'full') return reason;
  const [first] = reason.evidence;
  const shown: Evidence = {
    measure: reason.disclosure === 'category' ? first.measure : 'not shown',
    observed: null,
  };
  return { ...reason, evidence: [shown] };
}
