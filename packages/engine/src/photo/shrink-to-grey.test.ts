import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrinkToGrey } from './shrink-to-grey.ts';
import { toGrey } from './to-grey.ts';

const picture = fc
  .record({ width: fc.integer({ min: 1, max: 60 }), height: fc.integer({ min: 1, max: 60 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((data) => ({ width, height, data: new Uint8Array(data) })),
  );

test('at its own size a picture is its luma', () => {
  fc.assert(
    fc.property(picture, (image) => {
      const shrunk = shrinkToGrey(image, image.width, image.height);
      const luma = toGrey(image);
      for (const [i, value] of luma.data.entries())
        expect(Math.abs((shrunk.data[i] ?? 0) - value)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});

test('colour and its luma shrink to the same grey', () => {
  fc.assert(
    fc.property(picture, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (image, width, height) => {
      const colour = shrinkToGrey(image, width, height);
      const grey = shrinkToGrey(toGrey(image), width, height);
      for (const [i, value] of grey.data.entries())
        expect(Math.abs((colour.data[i] ?? 0) - value)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});

test('stripes two pixels wide come out as their mean', () => {
  const data = Uint8Array.from({ length: 64 * 64 }, (_, i) => (i % 4 < 2 ? 0 : 200));
  const shrunk = shrinkToGrey({ width: 64, height: 64, data }, 16, 16);
  expect(new Set(shrunk.data)).toEqual(new Set([100]));
});
