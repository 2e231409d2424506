/** By when what an applicant waits for happens. One place, because they are promises. */
import type { Policy } from '@vidimus/vocabulary';
import type { Day, Instant, VerificationState } from './verification.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Reading takes seconds; the promise leaves room for a queue. */
const PROCESSING = 5 * MINUTE;
/** A restart, and another try. */
const DELAYED = 30 * MINUTE;
/** A person looks within a working day, weekends included in the count. */
const REVIEW = 3 * DAY;
/** How long a decline can be appealed. */
const APPEAL = 30 * DAY;
/** How long photographs and readings are kept after the last decision, or the end without one, where the policy says nothing. */
export const RETENTION_DAYS = 30;

export function processedBy(now: Date): Instant {
  return after(now, PROCESSING).toISOString();
}
export function delayedUntil(now: Date): Instant {
  return after(now, DELAYED).toISOString();
}
export function reviewedBy(now: Date): Instant {
  return after(now, REVIEW).toISOString();
}
/** In UTC: the last day is a whole one everywhere that is not ahead of it. */
export function lastDayOfAppeal(now: Date): Day {
  return after(now, APPEAL).toISOString().slice(0, 10);
}
/**
 * When what a verification holds is erased; nothing while anybody waits for something. A decline is kept at least for as long as it
 * can be appealed: a person could not look at what is gone.
 */
export function erasedAt(
  verification: VerificationState,
  now: Date,
  { retention_days = RETENTION_DAYS }: Pick<Policy, 'retention_days'>,
): Date | undefined {
  const kept = after(now, retention_days * DAY);
  switch (verification.state) {
    case 'approved':
    case 'expired':
    case 'cancelled':
      return kept;
    case 'declined': {
      const appealed = after(new Date(verification.appeal.lastDay), DAY);
      return kept > appealed ? kept : appealed;
    }
    default:
      return undefined;
  }
}
/** When a delayed verification is tried again: after as long as it has waited, within reason. */
export function retriedAfter(now: Date, waitedMs: number): Date {
  return after(now, Math.min(Math.max(waitedMs, 2 * SECOND), 5 * MINUTE));
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
