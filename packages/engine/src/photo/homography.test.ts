import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Quad } from './geometry.ts';
import { applyHomography, homographyBetween, invertHomography } from './homography.ts';

type XY = { readonly x: number; readonly y: number };

const offset = fc.double({ min: -20, max: 20, noNaN: true });
/** A square of 100 whose corners are moved by up to 20: always convex. */
const quad = fc.tuple(offset, offset, offset, offset, offset, offset, offset, offset).map(
  ([a, b, c, d, e, f, g, h]): Quad<XY> => [
    { x: a, y: b },
    { x: 100 + c, y: d },
    { x: 100 + e, y: 100 + f },
    { x: g, y: 100 + h },
  ],
);

test('a homography takes the four corners where they belong', () => {
  fc.assert(
    fc.property(quad, quad, (from, to) => {
      const h = homographyBetween(from, to);
      from.forEach((p, i) => {
        const q = applyHomography(h, p.x, p.y);
        expect(q.x).toBeCloseTo(to[i]?.x ?? Number.NaN, 4);
        expect(q.y).toBeCloseTo(to[i]?.y ?? Number.NaN, 4);
      });
    }),
  );
});

test('there and back again is where one started', () => {
  const inside = fc.double({ min: 25, max: 75, noNaN: true });
  fc.assert(
    fc.property(quad, quad, inside, inside, (from, to, x, y) => {
      const h = homographyBetween(from, to);
      const there = applyHomography(h, x, y);
      const back = applyHomography(invertHomography(h), there.x, there.y);
      expect(back.x).toBeCloseTo(x, 4);
      expect(back.y).toBeCloseTo(y, 4);
    }),
  );
});

test('three corners in line have no homography', () => {
  const flat: Quad<XY> = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 2, y: 0 },
    { x: 3, y: 0 },
  ];
  expect(() => homographyBetween(flat, flat)).toThrow('in line');
});
