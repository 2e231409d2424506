import { isPossibleDate } from '../../standards/index.ts';
import { monthNamed } from './month-names.ts';

/** Which of two numbers before a year is the day. */
export type DateOrder = 'day-first' | 'month-first';

/** Months of a year: a higher number is a day. */
export const MONTHS = 12;
const CENTURY = 100;
/** A two-digit year may lie this far ahead of today (the longest validity of a document), else it is of the past century. */
const YEARS_AHEAD = 15;

/**
 * A printed date as EDTF (`1974-08-12`), or null. `12.08.1974`, `12 08 1974`, `1974-08-12`, `12 AUG 1974`, `12 AUG/AOÛT 74`;
 * `order` settles `08/12/1974`. Digits that form no day come back in the same shape, for a check to object to.
 */
export function parsePrintedDate(text: string, order: DateOrder, asOf: string): string | null {
  // Recognisers take the O of OCT for a zero.
  const repaired = text.replace(/0(?=\p{L}{2})/gu, 'O');
  return named(repaired, asOf) ?? numeric(text, order, asOf);
}

/** What a page's numeric dates say of the order, or null: `13/08/1974` is day-first, `08/13/1974` month-first. */
export function orderShown(texts: readonly string[]): DateOrder | null {
  for (const text of texts) {
    const match = /(?<!\d)(\d{1,2})[./\s-]{1,2}(\d{1,2})[./\s-]{1,2}\d{4}(?!\d)/.exec(text);
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > MONTHS && second <= MONTHS) return 'day-first';
    if (second > MONTHS && first <= MONTHS) return 'month-first';
  }
  return null;
}

function named(text: string, asOf: string): string | null {
  const match = /(?<!\d)(\d{1,2})[\s./-]*([\p{L}][\p{L}./\s-]{1,18}[\p{L}.])[\s./-]*((?:19|20)\d\d|\d{2}(?!\d))/u.exec(
    text,
  );
  if (!match) return null;
  for (const word of (match[2] ?? '').split(/[^\p{L}]+/u)) {
    const month = monthNamed(word);
    if (month !== null) return edtf(fullYear(match[3] ?? '', asOf), String(month), match[1] ?? '');
  }
  return null;
}

function numeric(text: string, order: DateOrder, asOf: string): string | null {
  const separator = String.raw`\s?[./\-\s]\s?`;
  const yearFirst = new RegExp(`(?<!\\d)(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})(?!\\d)`).exec(text);
  if (yearFirst) return edtf(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '');
  const yearLast =
    new RegExp(`(?<!\\d)(\\d{1,2})${separator}(\\d{1,2})${separator}(\\d{4}|\\d{2})(?!\\d)`).exec(text) ??
    /(?<!\d)(\d{2})[./\s-]?(\d{2})[./\s-]?(\d{4})(?!\d)/.exec(text);
  if (!yearLast) return null;
  const [, first = '', second = '', year = ''] = yearLast;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  const as = edtf(fullYear(year, asOf), month, day);
  const swapped = edtf(fullYear(year, asOf), day, month);
  return isPossibleDate(as) || !isPossibleDate(swapped) || order === 'day-first' ? as : swapped;
}

function fullYear(year: string, asOf: string): string {
  if (year.length === 4) return year;
  const thisYear = Number(asOf.slice(0, 4));
  const inThisCentury = Math.floor(thisYear / CENTURY) * CENTURY + Number(year);
  return String(inThisCentury > thisYear + YEARS_AHEAD ? inThisCentury - CENTURY : inThisCentury);
}

function edtf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
