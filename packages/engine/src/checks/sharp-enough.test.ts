import { sharpEnough } from './sharp-enough.ts';
import { describeCheck } from './testing/describe-check.ts';
import { SPECIMEN_FIELDS } from './testing/specimen-fields.ts';
import { BLURRED } from './testing/subject-parts.ts';

/** A passport at 81 dots per inch. */
const FAR = { widthPx: 400, pixelsPerMm: 3.2 };

const BLURRED_FIELD = { columns: 1, rows: 1, values: Float32Array.of(0.3) };

describeCheck(sharpEnough, [
  ['a sharp text', {}, 'passed'],
  ['a blurred text', { photos: [{ quality: BLURRED }] }, 'failed', 'image_blurry'],
  ['small letters, soft for want of pixels', { photos: [{ quality: { ...FAR, blurToTextHeight: 0.3 } }] }, 'passed'],
  [
    'small letters that are blurred beyond that',
    { photos: [{ quality: { ...FAR, blurToTextHeight: 0.5 } }] },
    'failed',
    'image_blurry',
  ],
  ['several blurred fields', { photos: [{ quality: { blurMap: BLURRED_FIELD } }] }, 'failed', 'image_blurry'],
  [
    'a single field that reads soft, on a sharp page',
    { photos: [{ fields: SPECIMEN_FIELDS.slice(0, 1), quality: { blurMap: BLURRED_FIELD } }] },
    'passed',
  ],
  [
    'a field that too much light has eaten, on a sharp page',
    { photos: [{ quality: { blurMap: BLURRED_FIELD, meanLuma: 245 } }] },
    'passed',
  ],
  [
    'a page that is burnt out and blurred',
    { photos: [{ quality: { ...BLURRED, meanLuma: 245 } }] },
    'failed',
    'image_blurry',
  ],
]);
