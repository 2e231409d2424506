import { notVoided } from './not-voided.ts';
import { describeCheck } from './testing/describe-check.ts';
import { quad } from './testing/places.ts';

describeCheck(notVoided, [
  [
    'a hole',
    { photos: [{ quality: { holes: [{ quad: quad(500, 300, 540, 340), share: 0.002, strength: 230 }] } }] },
    'failed',
    'document_voided_or_damaged',
  ],
  ['no mark', {}, 'passed'],
  ['VOID', { photos: [{ visualZone: { marks: ['VOID'] } }] }, 'failed', 'document_voided_or_damaged'],
]);
