/** What the rules of the zone say of a reading: natural logarithms of how often genuine zones hold such a thing. */
import {
  computeCheckDigit,
  isPossibleDate,
  normaliseStateCode,
  parseMrzDate,
  toMrzText,
} from '../../standards/index.ts';

/** By chance a digit fits in one of ten cases: all is told against that, so that a format whose digits hold beats one that has none there. */
const BY_CHANCE = 0.1;
/** A zone keeps each of its check digits; of genuine ones some break one (ICAO Doc 9303-3 §4.9 is often misread by issuers). */
const KEEPS_CHECK_DIGIT = Math.log(0.97 / BY_CHANCE);
/** A digit that breaks it may be any of nine. */
const BREAKS_CHECK_DIGIT = Math.log(0.03 / 9 / BY_CHANCE);
/** A `<` in place of the digit: an empty field, or the number goes on elsewhere; counted as neither. */
const NO_CHECK_DIGIT = 0;
/** A date is a day of the calendar; a code of three letters one of 260 of 17,576. */
const POSSIBLE_DATE = Math.log(0.995);
const IMPOSSIBLE_DATE = Math.log(0.005);
const KNOWN_STATE = Math.log(0.98);
const UNKNOWN_STATE = Math.log(0.005);
/** Only day and month are asked about; the century does not matter. */
const ANY_DAY = '2020-01-01';

/** How well a digit goes with the characters that it covers (ICAO Doc 9303-3 §4.9). */
export function checkEvidence(covered: string, digit: string): number {
  if (holdsCheckDigit(covered, digit)) return KEEPS_CHECK_DIGIT;
  return digit === '<' ? NO_CHECK_DIGIT : BREAKS_CHECK_DIGIT;
}

/** Whether a digit is that of the characters that it covers; a filler is that of fillers alone. */
export function holdsCheckDigit(covered: string, digit: string): boolean {
  if (digit === '<') return /^<+$/.test(covered);
  const text = toMrzText(covered);
  return text.ok && computeCheckDigit(text.value) === digit;
}

/**
 * How well six printed characters make a date; unknown parts may be `<` (ICAO Doc 9303-3 §4.8). Letters are weighed already as
 * characters that may not stand there, and are not held against the reading twice.
 */
export function dateEvidence(printed: string, sense: 'birth' | 'expiry'): number {
  if (/[A-Z]/.test(printed)) return POSSIBLE_DATE;
  const date = parseMrzDate(printed, sense, ANY_DAY);
  return date !== null && isPossibleDate(date) ? POSSIBLE_DATE : IMPOSSIBLE_DATE;
}

/** How well three printed characters make the code of a state or organisation (ICAO Doc 9303-3 §5). */
export function stateEvidence(printed: string): number {
  return normaliseStateCode(printed) === null ? UNKNOWN_STATE : KNOWN_STATE;
}
