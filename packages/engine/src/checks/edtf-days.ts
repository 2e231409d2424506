// One by one: the library's index loads three hundred files, and costs two seconds of every start.
import { addYears } from 'date-fns/addYears';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { endOfMonth } from 'date-fns/endOfMonth';
import { formatISO } from 'date-fns/formatISO';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

/** The first and the last day that a date may mean, `YYYY-MM-DD`. */
export type EdtfDays = { readonly first: string; readonly last: string };

/**
 * The first and last day that an EDTF date may mean (`X` for a digit that is not known): `1985-03-XX` is 1985-03-01 to 1985-03-31.
 * Null where it means no day of the calendar.
 */
export function edtfDays(edtf: string): EdtfDays | null {
  const match = /^(\d{4})-(\d\d|XX)(?:-(\d\d|XX))?$/.exec(edtf);
  if (!match) return null;
  const [, year = '', month = 'XX', day = 'XX'] = match;
  if (month === 'XX') return { first: `${year}-01-01`, last: `${year}-12-31` };
  const start = parseISO(`${year}-${month}-${day === 'XX' ? '01' : day}`);
  if (!isValid(start)) return null;
  return day === 'XX' ? { first: iso(start), last: iso(endOfMonth(start)) } : { first: iso(start), last: iso(start) };
}

/** Days from one ISO date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export function yearsLater(date: string, years: number): string {
  return iso(addYears(parseISO(date), years));
}

function iso(date: Date): string {
  return formatISO(date, { representation: 'date' });
}
