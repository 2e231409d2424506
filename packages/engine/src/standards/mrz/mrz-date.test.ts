import { describe, expect, test } from 'vitest';
import { isPossibleDate, parseMrzDate } from './mrz-date.ts';
import { REFERENCE_DATE } from './zones.fixture.ts';

describe('dates of the zone (9303-3 §4.8)', () => {
  test.each([
    ['740812', 'birth', '1974-08-12'],
    ['100601', 'birth', '2010-06-01'],
    ['100602', 'birth', '1910-06-02'],
    ['8503<<', 'birth', '1985-03-XX'],
    ['85<<<<', 'birth', '1985-XX-XX'],
    ['<<<<<<', 'birth', 'XXXX-XX-XX'],
    ['120415', 'expiry', '2012-04-15'],
    ['990101', 'expiry', '1999-01-01'],
    ['590101', 'expiry', '2059-01-01'],
    ['741399', 'birth', '1974-13-99'],
    ['7A0812', 'birth', null],
  ] as const)('%s as %s is %s', (printed, sense, value) => {
    expect(parseMrzDate(printed, sense, REFERENCE_DATE)).toBe(value);
  });

  test.each([
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2001-02-29', false],
    ['1974-13-01', false],
    ['1974-13-XX', false],
    ['1974-00-00', false],
    ['1974-XX-XX', true],
    ['1974-04-31', false],
    ['nonsense', false],
  ])('%s can be: %s', (date, possible) => {
    expect(isPossibleDate(date)).toBe(possible);
  });
});
