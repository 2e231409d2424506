import { expect, test } from 'vitest';
import { checkDigitsHold } from './check-digits-hold.ts';
import { buildSubject } from './testing/build-subject.ts';
import { describeCheck } from './testing/describe-check.ts';
import { placeInZone } from './testing/places.ts';
import { SPECIMEN_DIGITS, SPECIMEN_LINES } from './testing/specimen-fields.ts';
import { BLURRED, LICENCE } from './testing/subject-parts.ts';

/** The zone of the specimen with a 7 where its number's check digit 6 belongs (ICAO Doc 9303-3 §4.9). */
const digitOfNumber = (outcome: 'failed' | 'not_performed') => ({
  checkDigits: SPECIMEN_DIGITS.filter(({ of }) => of === 'document_number').map((digit) => ({
    ...digit,
    outcome,
    expected: '6',
    observed: '7',
  })),
});

/** The zone's characters, with the eighth of the number (C) read at so much confidence. */
const withDoubt = (confidence: number) =>
  SPECIMEN_LINES.map((line, i) =>
    [...line].map((character, column) => ({
      character,
      region: placeInZone(i, column),
      ...(i === 1 && column === 7
        ? { confidence, alternatives: [{ character: 'G', confidence: 0.3 }] }
        : { confidence: 0.99, alternatives: [] }),
    })),
  );

describeCheck(checkDigitsHold, [
  ['digits that hold', {}, 'passed'],
  ['a digit that does not', { photos: [{ mrz: digitOfNumber('failed') }] }, 'failed', 'mrz_check_digit_failed'],
  [
    'a digit that does not, under blur',
    { photos: [{ mrz: digitOfNumber('failed'), quality: BLURRED }] },
    'not_performed',
  ],
  [
    'a digit that does not, in a zone hardly read',
    { photos: [{ mrz: { ...digitOfNumber('failed'), characters: withDoubt(0.2) } }] },
    'inconclusive',
  ],
  ['a digit that cannot be read', { photos: [{ mrz: digitOfNumber('not_performed') }] }, 'not_performed'],
  ['no zone', { kind: LICENCE, photos: [{ noMrz: true }] }, 'not_applicable'],
]);

test('a digit that does not hold is named with what would, and with the doubtful characters under it', () => {
  const mrz = { ...digitOfNumber('failed'), characters: withDoubt(0.6) };
  const result = checkDigitsHold.run(buildSubject({ photos: [{ mrz }] }));
  expect('evidence' in result && result.evidence[0]).toMatchObject({
    region: {
      corners: [
        [50, 640],
        [255, 640],
        [255, 670],
        [50, 670],
      ],
    },
    characters: [
      { line: 2, position: 10, character: '6', expected: '6', alternatives: [] },
      { line: 2, position: 8, character: 'C', confidence: 0.6, alternatives: [{ character: 'G', confidence: 0.3 }] },
    ],
  });
});
