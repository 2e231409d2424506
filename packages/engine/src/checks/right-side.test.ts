import { rightSide } from './right-side.ts';
import { describeCheck } from './testing/describe-check.ts';
import { FIELD_PLACE } from './testing/places.ts';
import { CARD } from './testing/subject-parts.ts';

const BACK_LINES = ['12 GARDEN STREET', 'AMAUROT UT 40211', 'PLACE OF BIRTH'].map((text) => ({
  text,
  confidence: 0.9,
  region: FIELD_PLACE,
}));

describeCheck(rightSide, [
  ['one photo, nothing asked', {}, 'not_applicable'],
  ['the side asked', { photos: [{ asked: 'front' }] }, 'passed'],
  ['the other side', { photos: [{ asked: 'back' }] }, 'failed', 'document_wrong_side'],
  ['the same side twice', { kind: CARD, photos: [{}, {}] }, 'failed', 'document_wrong_side'],
  [
    'the back before the front',
    { kind: CARD, photos: [{ side: 'back', mrz: { format: 'TD1' } }, { noMrz: true }] },
    'passed',
  ],
  [
    'the same print twice, whatever side it is',
    {
      kind: CARD,
      photos: [
        { side: 'unknown', visualZone: { lines: BACK_LINES } },
        { side: 'unknown', visualZone: { lines: BACK_LINES } },
      ],
    },
    'failed',
    'document_wrong_side',
  ],
  [
    'the same side twice, of photos that show several documents',
    { kind: CARD, photos: [{ documents: 2 }, { documents: 2 }] },
    'not_performed',
  ],
  ['the page of a passport twice', { photos: [{}, {}] }, 'not_applicable'],
  ['a side that cannot be told', { photos: [{ asked: 'front', side: 'unknown' }] }, 'not_performed'],
]);
