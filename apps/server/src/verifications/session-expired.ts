/** That a link has run out, in the words of the registry, to the applicant. */
import type { ReasonView } from '@vidimus/protocol';
import type { Locale, Reason } from '@vidimus/vocabulary';
import { registered } from './found-reasons.ts';
import { shownReason } from './present-reason.ts';

/** `endedAt` and `now` in RFC 3339. */
export function sessionExpired(endedAt: string, now: string, locale: Locale): ReasonView {
  const reason: Reason = {
    ...registered('session_expired'),
    check: 'session',
    evidence: [{ measure: 'time', observed: now, threshold: endedAt, facts: { date: endedAt } }],
  };
  return shownReason(reason, locale, {});
}
