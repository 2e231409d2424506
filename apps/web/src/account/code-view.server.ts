/** A code as its page shows it. */
import type { AccountCode } from '@vidimus/sdk';
import { formatDate, type Locale } from '@vidimus/vocabulary';

const SECOND_MS = 1000;

export function codeView(code: AccountCode, locale: Locale) {
  const when = (at: string) => formatDate(at, locale);
  const { resend, deliveries, now, state } = code;
  const nowMs = Date.parse(now);
  const isLate = nowMs - Date.parse(code.sent_at) > code.usual_seconds * SECOND_MS;
  return {
    isWaiting: state === 'waiting',
    /** Its asker may know that it is sent. */
    isSure: deliveries !== null,
    channel: code.channel,
    hint: code.hint,
    triesLeft: code.tries_left,
    usualSeconds: code.usual_seconds,
    outageSince: code.outage_since === null ? undefined : when(code.outage_since),
    /** It takes longer than usual, as far as this browser may know. */
    isLate: isLate && deliveries?.[0]?.state !== 'delivered',
    history: { now, state, deliveries: deliveries ?? [] },
    resend: {
      at: resend.possible_at === null ? null : when(resend.possible_at),
      isNow: resend.possible_at !== null && Date.parse(resend.possible_at) <= nowMs,
      channels: resend.channels,
    },
  };
}
