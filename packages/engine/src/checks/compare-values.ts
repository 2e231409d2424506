import type { FieldName } from '@vidimus/vocabulary';
import { lettersAndDigits } from './letters-and-digits.ts';

/** Whether two normalised values of a field say the same. Names are compared by `compareNames`. */
export function valuesAgree(field: FieldName, a: string, b: string): boolean {
  if (field.endsWith('_date')) return datesAgree(a, b);
  // Issuers and people set dashes, commas and spaces as they like; recognisers lose them, and marks on letters (`ZENITHUT 10380`).
  return lettersAndDigits(a) === lettersAndDigits(b);
}

/** Dates agree where their known parts do: `1985-03-XX` is any day of that March (ICAO Doc 9303-3 §4.8). */
function datesAgree(a: string, b: string): boolean {
  const [left, right] = [a.split('-'), b.split('-')];
  return left.every((part, i) => part.includes('X') || (right[i] ?? part).includes('X') || part === (right[i] ?? part));
}
