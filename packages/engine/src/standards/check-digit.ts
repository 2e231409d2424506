/**
 * Check digits of the machine-readable zone (MRZ).
 * Source: ICAO Doc 9303-3 §4.9 (algorithm), 9303-4 §4.2.2 (empty optional data).
 */

/** Text that holds only A–Z, 0–9 and the filler `<`. Made by `toMrzText` alone. */
export type MrzText = string & { readonly brand: 'MrzText' };

/** Where a character stands that no zone may hold. `at` is the 0-based column. */
export type MrzTextError = {
  readonly code: 'mrz.character-not-allowed';
  readonly at: number;
  readonly observed: string;
};

/** A check that could not look says so: a smudged digit is no evidence of fraud. */
export type CheckDigitResult =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly expected: string; readonly observed: string }
  | { readonly outcome: 'not_performed'; readonly because: 'digit-unreadable' };

const WEIGHTS = [7, 3, 1] as const; // 9303-3 §4.9

/**
 * Brands a text as MRZ text, or says which character does not belong.
 * @example toMrzText('740812') // { ok: true, value: '740812' }
 */
export function toMrzText(
  raw: string,
): { readonly ok: true; readonly value: MrzText } | { readonly ok: false; readonly error: MrzTextError } {
  const at = raw.search(/[^A-Z0-9<]/);
  if (at >= 0) {
    return { ok: false, error: { code: 'mrz.character-not-allowed', at, observed: raw.charAt(at) } };
  }
  return { ok: true, value: raw as MrzText };
}

/**
 * The digit, `'0'`–`'9'`, that `text` should carry (ICAO Doc 9303-3 §4.9): weights 7, 3, 1 over the values, modulo 10.
 * @example computeCheckDigit(number) // '6' for L898902C3
 */
export function computeCheckDigit(text: MrzText): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    sum += letterValue(text.charAt(i)) * (WEIGHTS[i % WEIGHTS.length] ?? 0);
  }
  return String(sum % BASE);
}

/** Compares the digit printed after `text`; `null` means the reader saw no character there. */
export function verifyCheckDigit(text: MrzText, printed: string | null): CheckDigitResult {
  if (printed === null) return { outcome: 'not_performed', because: 'digit-unreadable' };
  // An empty optional field may carry `<` in place of 0, at the issuer's choice (9303-4 §4.2.2).
  if (printed === '<' && /^<*$/.test(text)) return { outcome: 'passed' };

  const expected = computeCheckDigit(text);
  return printed === expected ? { outcome: 'passed' } : { outcome: 'failed', expected, observed: printed };
}

/** The sum is taken modulo 10 (9303-3 §4.9 step 3). */
const BASE = 10;
/** `<` is 0, digits are themselves, A–Z are 10–35: the digits of base 36. */
const LETTER_BASE = 36;

function letterValue(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, LETTER_BASE);
}
