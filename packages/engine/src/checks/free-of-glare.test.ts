import { expect, test } from 'vitest';
import { freeOfGlare } from './free-of-glare.ts';
import { buildSubject } from './testing/build-subject.ts';
import { describeCheck } from './testing/describe-check.ts';
import { areaOver, FIELD_PLACE, quad } from './testing/places.ts';
import { fieldsWith } from './testing/specimen-fields.ts';

/** Read by no witness: a label, or a value of which too little is left. */
const NAMELESS_LINE = { quad: quad(520, 500, 700, 520), heightPx: 20, score: 0.9 };
const smallArea = (x: number, y: number) => ({ quad: quad(x, y, x + 16, y + 16), share: 0.0004, strength: 252 });

describeCheck(freeOfGlare, [
  ['no light', {}, 'passed'],
  ['light over a field', { photos: [{ quality: { glare: [areaOver(0.3)] } }] }, 'failed', 'image_glare'],
  ['light over the sleeve', { photos: [{ quality: { glare: [areaOver(0, 0.02)] } }] }, 'failed', 'image_glare'],
  [
    'light over a field that is missing, beside those that were read',
    { photos: [{ fields: fieldsWith({ 'visual_zone:expiry_date': null }), quality: { glare: [areaOver(0)] } }] },
    'failed',
    'image_glare',
  ],
  [
    'light below a label without a value',
    {
      photos: [
        {
          fields: fieldsWith({ 'visual_zone:expiry_date': null }),
          visualZone: { labelsWithoutValue: [{ field: 'expiry_date', region: quad(400, 300, 500, 320) }] },
          quality: { glare: [{ quad: quad(390, 320, 540, 360), share: 0.001, strength: 250 }] },
        },
      ],
    },
    'failed',
    'image_glare',
  ],
  [
    'light over print that nobody could make out',
    { photos: [{ page: { textLines: [NAMELESS_LINE] }, quality: { glare: [smallArea(500, 500)] } }] },
    'failed',
    'image_glare',
  ],
  [
    'a little light beside all print',
    { photos: [{ page: { textLines: [NAMELESS_LINE] }, quality: { glare: [smallArea(500, 400)] } }] },
    'passed',
  ],
  ['no document', { photos: [{ documents: 0 }] }, 'not_performed'],
]);

test('glare over a field names the field and its place in the photo', () => {
  const fields = [{ field: 'expiry_date', value: '2012-04-15', region: FIELD_PLACE } as const];
  const glare = freeOfGlare.run(buildSubject({ photos: [{ fields, quality: { glare: [areaOver(0.4)] } }] }));
  expect(glare).toMatchObject({
    outcome: 'failed',
    evidence: [
      {
        field: 'expiry_date',
        observed: 0.4,
        threshold: 0.15,
        media_id: 'photo_1',
        region: {
          corners: [
            [100, 100],
            [300, 100],
            [300, 120],
            [100, 120],
          ],
        },
      },
    ],
  });
});
