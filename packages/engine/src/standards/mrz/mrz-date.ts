/** Dates of the zone: six digits YYMMDD, `<<` for a part that is not known (ICAO Doc 9303-3 §4.8). */

/** Which way a two-digit year is read: a birth lies behind the reference date, an expiry near it. */
export type DateSense = 'birth' | 'expiry' | 'issue';

const MONTHS = 12;
const CENTURY = 100;
/** Days per month, February at its longest. */
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * `740812` → `1974-08-12`, `8503<<` → `1985-03-XX` (EDTF). `referenceDate` (`YYYY-MM-DD`) settles the century.
 * Digits that form no date come back in the same shape (`1974-13-99`); anything else gives null.
 * The French card's `YYMM` gives `YYYY-MM`.
 */
export function parseMrzDate(printed: string, sense: DateSense, referenceDate: string): string | null {
  const match = /^(\d\d|<<)(\d\d|<<)(\d\d|<<)?$/.exec(printed);
  if (!match) return null;
  const [yy, mm, dd] = [match[1] ?? '<<', unknownAsX(match[2] ?? '<<'), match[3]];
  const rest = dd === undefined ? mm : `${mm}-${unknownAsX(dd)}`;
  const year = yy === '<<' ? 'XXXX' : fullYear(Number(yy), rest, sense, referenceDate);
  return `${year}-${rest}`;
}

/** The six characters of an EDTF date, or null where it has no such form. */
export function composeMrzDate(edtf: string): string | null {
  const match = /^(?:\d\d|XX)(\d\d|XX)-(\d\d|XX)(?:-(\d\d|XX))?$/.exec(edtf);
  if (!match) return null;
  return [match[1], match[2], match[3]].map((part) => (part ?? '').replace('XX', '<<')).join('');
}

/** Whether the known parts of an EDTF date form a day of the calendar; unknown parts (`XX`) never object. */
export function isPossibleDate(edtf: string): boolean {
  const match = /^(\d{4}|XXXX)-(\d\d|XX)(?:-(\d\d|XX))?$/.exec(edtf);
  if (!match) return false;
  const month = match[2] ?? 'XX';
  const day = match[3] ?? 'XX';
  if (month !== 'XX' && (Number(month) < 1 || Number(month) > MONTHS)) return false;
  if (day === 'XX') return true;
  const longest = month === 'XX' ? LONGEST_MONTH[0] : (LONGEST_MONTH[Number(month) - 1] ?? 0);
  if (Number(day) < 1 || Number(day) > longest) return false;
  return !(month === '02' && day === '29' && match[1] !== 'XXXX' && !isLeapYear(Number(match[1])));
}

function fullYear(yy: number, rest: string, sense: DateSense, referenceDate: string): string {
  const referenceYear = Number(referenceDate.slice(0, 4));
  const century = referenceYear - (referenceYear % CENTURY);
  const candidates = [century - CENTURY + yy, century + yy, century + CENTURY + yy];
  if (sense === 'expiry') {
    // Documents are valid for at most some 15 years: the century that lies nearest is meant.
    const nearest = candidates.toSorted((a, b) => Math.abs(a - referenceYear) - Math.abs(b - referenceYear))[0];
    return String(nearest);
  }
  const earliest = (year: number) => `${year}-${rest}`.replace('-XX', '-00').replace('-XX', '-00');
  const past = candidates.filter((year) => earliest(year) <= referenceDate);
  return String(past.at(-1));
}

function unknownAsX(part: string): string {
  return part === '<<' ? 'XX' : part;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % CENTURY !== 0) || year % (4 * CENTURY) === 0;
}
