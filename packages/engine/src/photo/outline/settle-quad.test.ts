import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';
import { EMPTY_MAPS } from './outlines.fixture.ts';
import { settleQuad } from './settle-quad.ts';

const LABEL = 1;
const CELLS = MAP_SIDE * MAP_SIDE;

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Whole cells of document, with a border one cell to either side of its edge. */
function mapsOf({ left, top, right, bottom }: Box): { readonly maps: OutlineMaps; readonly labels: Int16Array } {
  const document = new Float32Array(CELLS);
  const border = new Float32Array(CELLS);
  const labels = new Int16Array(CELLS);
  for (let i = 0; i < CELLS; i++) {
    const [x, y] = [(i % MAP_SIDE) + 0.5, Math.floor(i / MAP_SIDE) + 0.5];
    const within = Math.min(x - left, right - x, y - top, bottom - y);
    if (within > 0) {
      document[i] = 1;
      labels[i] = LABEL;
    }
    if (Math.abs(within) < 1) border[i] = 1;
  }
  return { maps: { ...EMPTY_MAPS, document, border, height: MAP_SIDE }, labels };
}

const boxes = fc
  .record({
    left: fc.integer({ min: 10, max: 40 }),
    top: fc.integer({ min: 10, max: 40 }),
    breadth: fc.integer({ min: 24, max: 60 }),
    height: fc.integer({ min: 24, max: 60 }),
  })
  .map(({ left, top, breadth, height }): Box => ({ left, top, right: left + breadth, bottom: top + height }));
const corner = fc.record({
  x: fc.double({ min: -3, max: 3, noNaN: true }),
  y: fc.double({ min: -3, max: 3, noNaN: true }),
});

test('corners that are a few cells off settle at the document, and are worth what it holds and its border', () => {
  fc.assert(
    fc.property(boxes, fc.tuple(corner, corner, corner, corner), (box, [a, b, c, d]) => {
      const { left, top, right, bottom } = box;
      const { maps, labels } = mapsOf(box);
      const settled = settleQuad(maps, labels, LABEL, [
        { x: left + a.x, y: top + a.y },
        { x: right + b.x, y: top + b.y },
        { x: right + c.x, y: bottom + c.y },
        { x: left + d.x, y: bottom + d.y },
      ]);
      if (settled === null) throw new Error('nothing settled');
      const truth = [left, top, right, top, right, bottom, left, bottom];
      const found = settled.quad.corners.flatMap(({ x, y }) => [x, y]);
      expect(Math.max(...found.map((at, i) => Math.abs(at - (truth[i] ?? 0))))).toBeLessThan(1);
      const [breadth, height] = [right - left, bottom - top];
      const worth = (breadth * height) / 2 + 0.45 * 2 * (breadth + height);
      expect(Math.abs(settled.score - worth) / worth).toBeLessThan(0.02);
    }),
    { numRuns: 60 },
  );
});

test('a quad that no move makes sound settles nowhere', () => {
  const { maps, labels } = mapsOf({ left: 30, top: 30, right: 70, bottom: 60 });
  const point = { x: 50, y: 45 };
  expect(settleQuad(maps, labels, LABEL, [point, { x: 90, y: 45 }, { x: 120, y: 45 }, { x: 60, y: 45 }])).toBeNull();
});
