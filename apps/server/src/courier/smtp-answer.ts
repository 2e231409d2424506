/** What a mail server's answer means. Its text is dropped: it quotes addresses. */
import type { UndeliveredReason } from '@vidimus/protocol';
import type { HandedOver } from './carrier.ts';

/** Enhanced status codes (RFC 3463 §3), without their class. */
const BY_DETAIL: Readonly<Record<string, UndeliveredReason>> = {
  '1.1': 'mailbox_unknown',
  '1.2': 'mail_domain_unknown',
  '1.3': 'mailbox_unknown',
  '1.6': 'mailbox_unknown',
  '1.10': 'mail_domain_unknown',
  '2.1': 'mailbox_unknown',
  '2.2': 'mailbox_full',
  '4.4': 'mail_domain_unknown',
  '6.0': 'content_refused',
  '7.1': 'mail_refused',
};
/** Basic codes (RFC 5321 §4.2.3), for servers that say no more. */
const BY_CODE: Readonly<Record<number, UndeliveredReason>> = {
  450: 'throttled',
  451: 'throttled',
  452: 'throttled',
  421: 'throttled',
  550: 'mailbox_unknown',
  551: 'mailbox_unknown',
  552: 'mailbox_full',
  553: 'mailbox_unknown',
  554: 'mail_refused',
};
const PERMANENT = 500;
/** After an answer that says "later" (RFC 5321 §4.5.4.1 asks for patience; greylisting wants minutes). */
const AGAIN_MS = 30_000;

/** Of an enhanced status without its class, `1.1`. `isGivenUp`: tried again and again, and then no more. */
export function mailStatusReason(detail: string, isGivenUp: boolean): UndeliveredReason {
  return BY_DETAIL[detail] ?? (isGivenUp ? 'expired_at_carrier' : 'mail_refused');
}

/** `250 2.0.0`, of `250 2.0.0 Ok: queued as 1A2B`. */
export function smtpCode(response: string): string {
  const [, code = '', enhanced] = /^(\d{3})[ -]?(?:(\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response) ?? [];
  return [code, enhanced].filter((part) => part !== undefined && part !== '').join(' ');
}

/** Of an answer from 400 on. */
export function smtpRefusal(responseCode: number, response: string): HandedOver {
  const code = smtpCode(response) || String(responseCode);
  const detail = /\b[245]\.(\d{1,3}\.\d{1,3})\b/.exec(code)?.[1];
  const reason = (detail === undefined ? undefined : BY_DETAIL[detail]) ?? BY_CODE[responseCode];
  if (responseCode >= PERMANENT) return { kind: 'refused', reason: reason ?? 'mail_refused', code };
  // A full mailbox may be emptied, yet not while somebody waits for a code.
  if (reason === 'mailbox_full') return { kind: 'refused', reason, code };
  return { kind: 'later', reason: 'throttled', code, afterMs: AGAIN_MS };
}
