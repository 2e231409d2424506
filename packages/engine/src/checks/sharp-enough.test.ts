import { sharpEnough } from './sharp-enough.ts';
import { describeCheck } from './testing/describe-check.ts';
import { BLURRED } from './testing/subject-parts.ts';

describeCheck(sharpEnough, [
  ['a sharp text', {}, 'passed'],
  ['a blurred text', { photos: [{ quality: BLURRED }] }, 'failed', 'image_blurry'],
  [
    'a blurred field',
    { photos: [{ quality: { blurMap: { columns: 1, rows: 1, values: Float32Array.of(0.3) } } }] },
    'failed',
    'image_blurry',
  ],
]);
