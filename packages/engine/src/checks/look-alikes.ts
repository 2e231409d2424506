import { lettersAndDigits } from './letters-and-digits.ts';

/** Whether two numbers differ only in characters that look alike in print, such as O and 0. */
export function looksAlike(a: string, b: string): boolean {
  const alike = (text: string) => lettersAndDigits(text).replace(/[A-Z]/g, commonShape);
  return alike(a) === alike(b);
}

/** The digit that stands for all capitals that print like it; a character without one stands for itself. */
export function commonShape(character: string): string {
  return LOOK_ALIKES[character] ?? character;
}

/** What recognisers take for one another: the capital, and the digit of its shape. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  J: '1',
  S: '5',
  B: '8',
  Z: '2',
  G: '6',
  C: '6',
  A: '4',
};
