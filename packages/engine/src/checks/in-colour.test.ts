import { inColour } from './in-colour.ts';
import { describeCheck } from './testing/describe-check.ts';

describeCheck(inColour, [
  ['colours', {}, 'passed'],
  ['a grey copy', { photos: [{ quality: { chromaDeviation: 0.5 } }] }, 'failed', 'image_not_colour'],
  [
    'a grey sheet that was taken for a document',
    { photos: [{ side: 'unknown', quality: { chromaDeviation: 0.5 } }] },
    'not_performed',
  ],
  ['dusk, in which colours fade', { photos: [{ quality: { chromaDeviation: 0.9, meanLuma: 20 } }] }, 'not_performed'],
]);
