/** Ways into an account, and how long one stays open. Pure. */
import type { Contact } from '../codes/contact.ts';

export type WayKind = 'passkey' | 'totp' | 'email' | 'phone';

/** Of a contact. Nobody signs in with an operator’s own app: codes of accounts are asked for by what people type. */
export function contactWayKind({ kind }: Pick<Contact, 'kind'>): 'email' | 'phone' {
  if (kind === 'push') throw new Error('an app of an operator’s is no way into an account');
  return kind;
}
export type Way = { readonly id: string; readonly kind: WayKind; readonly isConfirmed: boolean };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** NIST SP 800-63B-4 §2.1.3 allows 30 days; a borrowed computer is forgotten sooner. */
const SESSION_MS = 12 * HOUR_MS;
const IDLE_MS = HOUR_MS;
/** A browser that was signed in is known for so long, also after the session ended by itself. */
export const DEVICE_MS = 180 * DAY_MS;

/** Whether somebody comes in by it alone: the code of an app goes with a contact, and says nothing without one. */
function opensAlone({ kind, isConfirmed }: Way): boolean {
  return isConfirmed && kind !== 'totp';
}

/** Whether anybody still comes in when that way is gone. */
export function staysOpenWithout(ways: readonly Way[], id: string): boolean {
  return ways.some((way) => way.id !== id && opensAlone(way));
}

/** However much it is used. */
export function accountSessionExpiry(now: Date): Date {
  return new Date(now.getTime() + SESSION_MS);
}

/** Not ended, not expired, and used of late. */
export function isAccountSessionAlive(
  session: { readonly expires_at: Date; readonly last_used_at: Date; readonly ended_at: Date | null },
  now: Date,
): boolean {
  if (session.ended_at !== null || session.expires_at <= now) return false;
  return now.getTime() - session.last_used_at.getTime() < IDLE_MS;
}
