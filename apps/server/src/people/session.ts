/** How long a session lasts (NIST SP 800-63B-4 §2.2.3). */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** AAL2 allows 24 hours at most; a working day is enough, and is also what AAL3 allows (§2.3.3). */
const FULL_MS = 12 * HOUR_MS;
/** AAL2: at most one hour without a request. */
const IDLE_MS = HOUR_MS;
/** Long enough to install an authenticator app. */
const ENROLMENT_MS = HOUR_MS / 2;
/** For one sensitive thing, or a few in a row. */
const STEP_UP_MS = 10 * MINUTE_MS;
/** A use is noted at most this often, so that reading does not become writing. */
const NOTE_USE_MS = MINUTE_MS;

/** What of a session tells whether it still counts. */
export type SessionTimes = {
  readonly kind: 'enrolment' | 'full';
  readonly expires_at: Date;
  readonly last_used_at: Date;
  readonly stepped_up_at: Date | null;
  readonly ended_at: Date | null;
};

/** When a session that opens now is over, whatever happens. */
export function sessionExpiry(kind: SessionTimes['kind'], now: Date): Date {
  return new Date(now.getTime() + (kind === 'full' ? FULL_MS : ENROLMENT_MS));
}

/** Not ended, not run out, not left alone for too long. */
export function isSessionAlive(session: SessionTimes, now: Date): boolean {
  if (session.ended_at !== null || session.expires_at <= now) return false;
  return now.getTime() - session.last_used_at.getTime() < IDLE_MS;
}

/** Whether the second factor was proven again a short while ago. Who enrols has just proven the invitation, and can do nothing else. */
export function isSteppedUp(session: SessionTimes, now: Date): boolean {
  if (session.kind === 'enrolment') return true;
  return session.stepped_up_at !== null && now.getTime() - session.stepped_up_at.getTime() < STEP_UP_MS;
}

/** Whether the last use is long enough ago to be noted anew. */
export function isUseWorthNoting(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= NOTE_USE_MS;
}
