/** A code as its page shows it. */
import type { AccountCode } from '@vidimus/sdk';
import { formatDate, type Locale } from '@vidimus/vocabulary';

const SECOND_MS = 1000;

export function codeView(code: AccountCode, locale: Locale, nowMs: number) {
  const when = (at: string) => formatDate(at, locale);
  const { resend, deliveries } = code;
  const isLate = nowMs - Date.parse(code.sent_at) > code.usual_seconds * SECOND_MS;
  const newest = deliveries?.[0];
  const isUnconfirmed =
    newest !== undefined && newest.state !== 'delivered' && newest.state !== 'undelivered' && isLate;
  return {
    isWaiting: code.state === 'waiting',
    /** Its asker may know that it is sent. */
    isSure: deliveries !== null,
    channel: code.channel,
    hint: code.hint,
    usualSeconds: code.usual_seconds,
    outageSince: code.outage_since === null ? undefined : when(code.outage_since),
    /** What is said when it takes longer than usual. */
    late: late(isUnconfirmed, deliveries === null && isLate),
    history: (deliveries ?? []).flatMap((delivery, index) =>
      delivery.history.toReversed().map((event) => ({
        key: `${index} ${event.at} ${event.state}`,
        at: when(event.at),
        words: event.words,
        next: event.next_step,
      })),
    ),
    resend: {
      at: resend.possible_at === null ? null : when(resend.possible_at),
      isNow: resend.possible_at !== null && Date.parse(resend.possible_at) <= nowMs,
      channels: resend.channels,
    },
  };
}

function late(isUnconfirmed: boolean, isUnseen: boolean): 'no_confirmation' | 'code_late' | undefined {
  if (isUnconfirmed) return 'no_confirmation';
  return isUnseen ? 'code_late' : undefined;
}
