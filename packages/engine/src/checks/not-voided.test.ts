import { notVoided } from './not-voided.ts';
import { type CheckRow, describeCheck } from './testing/describe-check.ts';
import { quad } from './testing/places.ts';

describeCheck(notVoided, [
  [
    'a hole',
    { photos: [{ quality: { holes: [{ quad: quad(500, 300, 540, 340), share: 0.002, strength: 230 }] } }] },
    'failed',
    'document_voided_or_damaged',
  ],
  ['no mark', {}, 'passed'],
  ...['VOID', 'ANNULÉ', 'UNGÜLTIG'].map(
    (word): CheckRow => [
      word,
      { photos: [{ visualZone: { marks: [{ word, meaning: 'void' }] } }] },
      'failed',
      'document_voided_or_damaged',
    ],
  ),
  ['SPECIMEN', { photos: [{ visualZone: { marks: [{ word: 'SPECIMEN', meaning: 'specimen' }] } }] }, 'passed'],
]);
