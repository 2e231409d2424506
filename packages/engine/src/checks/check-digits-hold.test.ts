import { checkDigitsHold } from './check-digits-hold.ts';
import { describeCheck } from './testing/describe-check.ts';
import { BLURRED, LICENCE } from './testing/subject-parts.ts';

/** The zone of the specimen with a 7 where its number's check digit 6 belongs (ICAO Doc 9303-3 §4.9). */
const digitOfNumber = (outcome: 'failed' | 'not_performed') => ({
  checkDigits: [{ of: 'document_number', outcome, expected: '6', observed: '7' } as const],
});

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
    {
      photos: [
        { mrz: { ...digitOfNumber('failed'), characters: [[{ character: 'B', confidence: 0.2, alternatives: [] }]] } },
      ],
    },
    'inconclusive',
  ],
  ['a digit that cannot be read', { photos: [{ mrz: digitOfNumber('not_performed') }] }, 'not_performed'],
  ['no zone', { kind: LICENCE, photos: [{ noMrz: true }] }, 'not_applicable'],
]);
