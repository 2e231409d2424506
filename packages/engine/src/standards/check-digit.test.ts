import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeCheckDigit, type MrzText, toMrzText, verifyCheckDigit } from './check-digit.ts';

const ALPHABET = [...'<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const mrzText = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 1, maxLength: 44 }).map(brand);

describe('the Utopia passport specimen of 9303-4', () => {
  test.each([
    ['document number', 'L898902C3', '6'],
    ['date of birth', '740812', '2'],
    ['date of expiry', '120415', '9'],
    ['personal number', 'ZE184226B<<<<<', '1'],
    ['composite', 'L898902C3674081221204159ZE184226B<<<<<1', '0'],
  ])('%s %s carries %s', (_field, text, digit) => {
    expect(verifyCheckDigit(brand(text), digit)).toEqual({ outcome: 'passed' });
  });
});

// Which OCR slips does the check digit see? Weights 7, 3 and 1 are all coprime to 10,
// so it misses a swap exactly when the two values differ by a multiple of 10.
describe('common OCR confusions', () => {
  test.each([
    ['O', '0', true],
    ['I', '1', true],
    ['S', '5', true],
    ['B', '8', true],
    ['Z', '2', true],
    ['G', '6', false],
    ['S', '8', false],
    ['B', '1', false],
    ['K', '<', false],
  ])('%s read as %s: noticed = %s', (a, b, noticed) => {
    expect(computeCheckDigit(brand(a)) !== computeCheckDigit(brand(b))).toBe(noticed);
  });
});

test('a swap of one character is noticed unless the values differ by a multiple of 10', () => {
  fc.assert(
    fc.property(mrzText, fc.nat(), fc.constantFrom(...ALPHABET), (text, n, other) => {
      const at = n % text.length;
      const swapped = brand(text.slice(0, at) + other + text.slice(at + 1));
      const value = (c: string) => (c === '<' ? 0 : Number.parseInt(c, 36));
      const blind = (value(text.charAt(at)) - value(other)) % 10 === 0;
      expect(computeCheckDigit(swapped) === computeCheckDigit(text)).toBe(blind);
    }),
    { numRuns: 2000 },
  );
});

test('an unreadable digit is not_performed, never failed', () => {
  expect(verifyCheckDigit(brand('740812'), null)).toEqual({ outcome: 'not_performed', because: 'digit-unreadable' });
});

test('an empty optional field may carry a filler for its digit', () => {
  expect(verifyCheckDigit(brand('<<<<<<<<<<<<<<'), '<')).toEqual({ outcome: 'passed' });
});

test('lower case is refused with its column', () => {
  expect(toMrzText('P<uTO')).toEqual({
    ok: false,
    error: { code: 'mrz.character-not-allowed', at: 2, observed: 'u' },
  });
});

function brand(raw: string): MrzText {
  const text = toMrzText(raw);
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
}
