import { expect, test } from 'vitest';
import { lettersAndDigits } from './letters-and-digits.ts';

test.each([
  ['Zdzisław', 'ZDZISLAW'],
  ['Đorđević', 'DORDEVIC'],
  ['Þjóðskrá', 'THJODSKRA'],
  ['Işık', 'ISIK'],
  ['İbrahim', 'IBRAHIM'],
  ['Søren', 'SOEREN'],
  ['12.08.1974', '12081974'],
])('%s is compared as %s', (printed, compared) => {
  expect(lettersAndDigits(printed)).toBe(compared);
});
