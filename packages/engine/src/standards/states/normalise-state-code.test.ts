import { expect, test } from 'vitest';
import { ICAO_CODES } from './icao-codes.table.ts';
import { ISO_COUNTRIES } from './iso-countries.table.ts';
import { findState, mrzStateCode, normaliseStateCode } from './normalise-state-code.ts';

test.each([
  ['D<<', 'DEU'],
  ['d', 'DEU'],
  ['DE', 'DEU'],
  ['DEU', 'DEU'],
  ['Germany', 'DEU'],
  ['RKS', 'XKX'],
  ['XK', 'XKX'],
  ['GBN', 'GBN'],
  ['UTO', 'UTO'],
  ['XXB', 'XXB'],
  ['CRI', 'CRI'],
  ['QQQ', null],
  ['', null],
])('%s is %s', (printed, code) => {
  expect(normaliseStateCode(printed)).toBe(code);
});

test('every code of both lists is known, and comes back from the zone', () => {
  expect(ISO_COUNTRIES).toHaveLength(249);
  for (const code of [...ISO_COUNTRIES.map(([, alpha3]) => alpha3), ...ICAO_CODES.map((one) => one.code)]) {
    const canonical = normaliseStateCode(code);
    expect(canonical).not.toBeNull();
    expect(normaliseStateCode(mrzStateCode(code))).toBe(canonical);
  }
  expect(findState('GBO')?.iso).toBe('GBR');
});
