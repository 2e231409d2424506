import { sharpEnough } from './sharp-enough.ts';
import { describeCheck } from './testing/describe-check.ts';
import { quad } from './testing/places.ts';
import { fieldsWith, SPECIMEN_FIELDS } from './testing/specimen-fields.ts';
import { BLURRED } from './testing/subject-parts.ts';

/** A passport at 81 dots per inch. */
const FAR = { widthPx: 400, pixelsPerMm: 3.2 };

/** Of one cell, and of ten from top to bottom that differ a little. */
const BLURRED_FIELD = { columns: 1, rows: 1, values: Float32Array.of(0.3) };
const BLURRED_FIELDS = { columns: 1, rows: 10, values: Float32Array.from({ length: 10 }, (_, i) => 0.3 + i / 1000) };
/** Away from where the other fields of a subject are. */
const LOWER = quad(100, 400, 300, 420);

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
  [
    'several blurred fields',
    { photos: [{ fields: fieldsWith({ birth_date: { region: LOWER } }), quality: { blurMap: BLURRED_FIELDS } }] },
    'failed',
    'image_blurry',
  ],
  ['several fields in one soft cell of a sharp page', { photos: [{ quality: { blurMap: BLURRED_FIELD } }] }, 'passed'],
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
