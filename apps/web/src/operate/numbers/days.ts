/** Days of an address: both count there, as people say them. The interface wants the day after the last. */

export type Days = { readonly from: string; readonly to: string };

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const MOST_DAYS = 366;

/** What the address asks for, made sound: the last 30 days where it names none, swapped where they are, at most a year. */
export function daysOf(search: URLSearchParams, today: string): Days {
  const to = dayIn(search.get('to')) ?? today;
  const from = dayIn(search.get('from')) ?? plusDays(to, 1 - USUAL_DAYS);
  const [first, last] = from <= to ? [from, to] : [to, from];
  return { from: first < plusDays(last, 1 - MOST_DAYS) ? plusDays(last, 1 - MOST_DAYS) : first, to: last };
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Every day from the first to the last. */
export function everyDay({ from, to }: Days): readonly string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return Array.from({ length: Math.max(0, count) }, (_day, index) => plusDays(from, index));
}

function dayIn(text: string | null): string | undefined {
  if (text === null || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}
