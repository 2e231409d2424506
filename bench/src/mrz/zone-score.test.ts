import { expect, test } from 'vitest';
import { scoreZone } from './zone-score.ts';

/** ICAO Doc 9303-4, appendix A. */
const NAMES = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const NUMBERS = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

test.each([
  [
    'all lines as printed',
    [NAMES, NUMBERS],
    { isFound: true, isExact: true, areFieldsExact: true, isWrongButChecked: false, characterErrors: 0 },
  ],
  [
    'a name that lost a letter, which no check digit sees',
    [NAMES.replace('ERIKSSON', 'ERIKSON').padEnd(44, '<'), NUMBERS],
    { isExact: false, areFieldsExact: true, isWrongButChecked: true, characterErrors: 2 },
  ],
  [
    'an L read as 1: it counts 21, of which the check digit sees the last place alone',
    [NAMES, NUMBERS.replace('L898', '1898')],
    { isExact: false, areFieldsExact: false, isWrongButChecked: true, characterErrors: 1 },
  ],
  [
    'a digit of the number read as a letter, which its check digit sees',
    [NAMES, NUMBERS.replace('L898', 'LB98')],
    { isExact: false, areFieldsExact: false, isWrongButChecked: false, characterErrors: 1 },
  ],
  [
    'one line of two',
    [NUMBERS],
    { isFound: true, isExact: false, areFieldsExact: false, isWrongButChecked: false, characterErrors: 45 },
  ],
  [
    'nothing found',
    null,
    { isFound: false, isExact: false, areFieldsExact: false, isWrongButChecked: false, characterErrors: 89 },
  ],
])('%s', (_fact, read, score) => {
  expect(scoreZone([NAMES, NUMBERS], read)).toMatchObject(score);
});
