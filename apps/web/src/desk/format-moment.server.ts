import type { Locale } from '@vidimus/vocabulary';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** Unicode's isolates (UAX #9 §2.4): what is between them does not turn what is around. */
const [ISOLATE, END] = ['\u2068', '\u2069'];

/** A moment of the wire with its time, in UTC: colleagues in two countries read the same. It keeps to itself among other words. */
export function formatMoment(iso: string, locale: Locale): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${ISOLATE}${new Intl.DateTimeFormat(locale, format).format(new Date(iso))} UTC${END}`;
}

/** How long something has waited, in its largest unit: "3 days", "12 min". */
export function formatSpan(seconds: number, locale: Locale): string {
  const [value, unit] =
    seconds >= DAY_S
      ? ([seconds / DAY_S, 'day'] as const)
      : seconds >= HOUR_S
        ? ([seconds / HOUR_S, 'hour'] as const)
        : ([seconds / MINUTE_S, 'minute'] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(value));
}
