import type { FieldName } from '@vidimus/vocabulary';
import { LOOK_ALIKES, lettersAndDigits } from './align-readings.ts';

/** Dates agree where their known parts do: `1985-03-XX` is any day of that March (ICAO Doc 9303-3 §4.8). */
function datesAgree(a: string, b: string): boolean {
  const [left, right] = [a.split('-'), b.split('-')];
  return left.every((part, i) => part.includes('X') || (right[i] ?? part).includes('X') || part === (right[i] ?? part));
}

/** Numbers agree without the marks between their characters. */
function numbersAgree(a: string, b: string): boolean {
  return lettersAndDigits(a) === lettersAndDigits(b);
}

/** Whether two numbers differ only in characters that look alike in print, such as O and 0. */
export function looksAlike(a: string, b: string): boolean {
  const alike = (text: string) => lettersAndDigits(text).replace(/[A-Z]/g, (c) => LOOK_ALIKES[c] ?? c);
  return alike(a) === alike(b);
}

/** Whether two values of a field say the same. Names are compared by `compareNames`. */
export function valuesAgree(field: FieldName, a: string, b: string): boolean {
  if (field.endsWith('_date')) return datesAgree(a, b);
  if (field === 'document_number' || field === 'personal_number') return numbersAgree(a, b);
  return a.trim().toUpperCase() === b.trim().toUpperCase();
}
