import type { Locale } from '@vidimus/vocabulary';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** A moment of the wire with its time, in UTC: colleagues in two countries read the same. */
export function formatMoment(iso: string, locale: Locale): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(locale, format).format(new Date(iso))} UTC`;
}

/** A day, in UTC. */
export function formatDay(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
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
