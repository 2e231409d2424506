/** A one-time code: how long it lives, how often it may be tried and sent. Pure: knows neither SQL nor HTTP, and is handed the time. */
import type { Channel, CodePurpose, CodeState } from '@vidimus/protocol';

/** What decides whether it can still be entered, and sent again. */
export type Code = {
  readonly purpose: CodePurpose;
  readonly refused: boolean;
  readonly tries: number;
  readonly sends: number;
  readonly lastSentAt: Date | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
};

/** NIST SP 800-63B-4 §3.1.3.2 asks for at least six decimal digits, and SP 800-63A-4 §3.8 for codes of as many. */
export const CODE_DIGITS = 6;
/** Of a million codes five guesses hit with one chance in 200,000. */
export const CODE_TRIES = 5;

const SECOND_MS = 1000;
/** SP 800-63B-4 §3.1.3.2: at most ten minutes. */
const USUAL_LIFE_MS = 10 * 60 * SECOND_MS;
/** SP 800-63A-4 §3.8: to confirm an e-mail address, 24 hours. */
const MAIL_LIFE_MS = 24 * 60 * 60 * SECOND_MS;
/** Before each further sending, in seconds: long enough to arrive, short enough to wait for. */
const RESEND_WAITS = [30, 60, 120, 300] as const;

/** When a code that is made now runs out. */
export function expiryOf(purpose: CodePurpose, channel: Channel, now: Date): Date {
  const lifeMs = purpose === 'confirm' && channel === 'email' ? MAIL_LIFE_MS : USUAL_LIFE_MS;
  return new Date(now.getTime() + lifeMs);
}

/** A refusal outweighs everything, and a use whatever came after it. */
export function codeState(code: Code, now: Date): CodeState {
  if (code.refused) return 'refused';
  if (code.usedAt !== null) return 'accepted';
  if (code.tries >= CODE_TRIES) return 'tries_used';
  return now >= code.expiresAt ? 'expired' : 'waiting';
}

/** None where entering it can no longer help. */
export function triesLeft(code: Code, now: Date): number {
  return codeState(code, now) === 'waiting' ? CODE_TRIES - code.tries : 0;
}

/** From when it may be sent again, or null where another code has to be asked for. */
export function resendPossibleAt(code: Code, now: Date): Date | null {
  if (codeState(code, now) !== 'waiting' || code.lastSentAt === null) return null;
  const wait = RESEND_WAITS[code.sends - 1];
  if (wait === undefined) return null;
  const at = new Date(code.lastSentAt.getTime() + wait * SECOND_MS);
  return at >= code.expiresAt ? null : at;
}

/** How people type it: with spaces, full-width, or in the digits of their own keyboard. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/[\s.-]/g, '')
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replaceAll(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO));
}
const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;
