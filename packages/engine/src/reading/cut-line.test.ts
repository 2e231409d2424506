import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyHomography, type PagePoint, type Quad } from '../photo/index.ts';
import { cutLine, cutoutToPage } from './cut-line.ts';

const [WIDTH, HEIGHT] = [400, 120];
/** A page that grows lighter to the right and downwards, evenly: its grey tells the place. */
const page = {
  width: WIDTH,
  height: HEIGHT,
  data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => 0.4 * (i % WIDTH) + 0.6 * Math.floor(i / WIDTH)),
};
const SIZE = { width: 160, height: 16 };

const corner = (x: number, y: number) =>
  fc.record({
    x: fc.double({ min: x - 25, max: x + 25, noNaN: true }),
    y: fc.double({ min: y - 8, max: y + 8, noNaN: true }),
  });
const quads: fc.Arbitrary<Quad<PagePoint>> = fc.tuple(corner(40, 30), corner(350, 30), corner(350, 80), corner(40, 80));

test('a cut-out is the page at the places of its quad, also at a slant, but for its mean and contrast', () => {
  fc.assert(
    fc.property(quads, (quad) => {
      const line = cutLine(page, quad, SIZE);
      const toPage = cutoutToPage(quad, SIZE);
      const shown = Array.from(line, (_, i) => {
        const { x, y } = applyHomography(toPage, (i % SIZE.width) + 0.5, Math.floor(i / SIZE.width) + 0.5);
        return 0.4 * x + 0.6 * y;
      });
      const mean = shown.reduce((sum, value) => sum + value, 0) / shown.length;
      const deviation = Math.sqrt(shown.reduce((sum, value) => sum + (value - mean) ** 2, 0) / shown.length) + 4;
      // The page is rounded down to whole levels, and a cut-out's mean with it.
      for (const [i, value] of line.entries())
        expect(Math.abs(value * deviation - ((shown[i] ?? 0) - mean))).toBeLessThan(2);
    }),
    { numRuns: 60 },
  );
});

test('what lies outside the page repeats its border', () => {
  const beyond = [
    { x: -50, y: -30 },
    { x: WIDTH + 50, y: -30 },
    { x: WIDTH + 50, y: -10 },
    { x: -50, y: -10 },
  ] as const;
  const line = cutLine(page, beyond, SIZE);
  const rows = Array.from({ length: SIZE.height }, (_, y) => [...line.subarray(y * SIZE.width, (y + 1) * SIZE.width)]);
  for (const row of rows) expect(row).toEqual(rows[0]);
  expect(line[0]).toBe(line[1]);
  expect(line.every(Number.isFinite)).toBe(true);
});
