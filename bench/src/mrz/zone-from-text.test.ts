import { expect, test } from 'vitest';
import { zoneFromText } from './zone-from-text.ts';

/** ICAO Doc 9303-4, appendix A, and -5, appendix B. */
const PASSPORT = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const CARD = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

test.each([
  ['clean lines among others', ['UTOPIA', 'Given names', ...PASSPORT], PASSPORT],
  ['three lines', ['CARD', ...CARD, ''], CARD],
  ['spaces, and fillers that were taken for quotation marks', ['P<UTOERIKSSON«ANNA<MARIA «««««', PASSPORT[1]], null],
  ['fillers at the end that were counted wrong', [`${PASSPORT[0]?.slice(0, 41)}`, PASSPORT[1]], PASSPORT],
  [
    'a zero among letters, an O among digits',
    [PASSPORT[0]?.replace('UTO', 'UT0'), PASSPORT[1]?.replace('7408', '74O8')],
    PASSPORT,
  ],
])('%s', (_fact, text, zone) => {
  expect(zoneFromText(text.map((line) => line ?? ''))).toEqual(zone);
});

test.each([
  [
    'prose',
    ['The quick brown fox jumps over the lazy dog and on', 'and the dog, being lazy, lets it happen every day'],
  ],
  ['a receipt', ['TOTAL 12.30', 'CASH 20.00', 'CHANGE 7.70']],
  ['capitals without a filler', ['A'.repeat(44), 'B'.repeat(44)]],
  ['a single line', [PASSPORT[0] ?? '']],
  ['nothing', []],
])('%s is no zone', (_fact, text) => {
  expect(zoneFromText(text)).toBeNull();
});

test('letters that are lost are not made up', () => {
  const lost = (PASSPORT[1] ?? '').replace('ZE18', '18');
  expect(zoneFromText([PASSPORT[0] ?? '', lost])).toEqual([PASSPORT[0], lost]);
});
