import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traceLines } from './trace-lines.ts';
import type { ZoneMaps } from './zone-maps.ts';
import { findZonePlaces } from './zone-place.ts';

const CELL_PX = 8;
const [COLUMNS, ROWS] = [150, 40];

type Line = { readonly left: number; readonly right: number; readonly at: (x: number) => number };

/** What a perfect network would say of these lines, in pixels of the cut-out; within `hidden` a finger covers them. */
function mapsOf(lines: readonly Line[], capPx: number, hidden: readonly [number, number] = [0, 0]): ZoneMaps {
  const cells = COLUMNS * ROWS;
  const map = (value: (x: number, y: number) => number) =>
    Float32Array.from({ length: cells }, (_, cell) =>
      value(((cell % COLUMNS) + 0.5) * CELL_PX, (Math.floor(cell / COLUMNS) + 0.5) * CELL_PX),
    );
  const nearest = (x: number, y: number) =>
    lines.map(({ at }) => at(x) - y).toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
  const isIn = (x: number, { left, right }: Line) => x >= left && x <= right && !(x > hidden[0] && x < hidden[1]);
  const ends = (which: 'left' | 'right') =>
    map((x, y) =>
      Math.max(0, ...lines.map((line) => Math.exp(-(((x - line[which]) / 8) ** 2) - ((y - line.at(x)) / 8) ** 2))),
    );
  return {
    columns: COLUMNS,
    rows: ROWS,
    cellPx: CELL_PX,
    block: map((x, y) => (lines.some((line) => isIn(x, line) && Math.abs(line.at(x) - y) < 2 * capPx) ? 0.95 : 0.01)),
    core: map((x, y) => (lines.some((line) => isIn(x, line) && Math.abs(line.at(x) - y) < capPx / 2) ? 0.9 : 0.05)),
    start: ends('left'),
    end: ends('right'),
    cosine: map(() => 1),
    sine: map(() => 0),
    capPx: map(() => capPx),
    offsetPx: map((x, y) => nearest(x, y)),
  };
}
const WIDTH = COLUMNS * CELL_PX;

describe('lines are followed', () => {
  test('whatever their slope and bend, to a quarter of a capital, from end to end', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.03, max: 0.03, noNaN: true }),
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.integer({ min: 60, max: 200 }),
        fc.integer({ min: 2, max: 3 }),
        (slope, bend, left, count) => {
          const right = left + 880;
          const lines = Array.from({ length: count }, (_, i) => ({
            left,
            right,
            at: (x: number) => 100 + 55 * i + slope * (x - WIDTH / 2) + bend * ((2 * x) / WIDTH - 1) ** 2,
          }));
          const { rows, bend: found } = traceLines(mapsOf(lines, 24), WIDTH);
          const seen = rows.toSorted((a, b) => a.left.y - b.left.y);
          expect(seen).toHaveLength(count);
          for (const [i, row] of seen.entries()) {
            expect(Math.abs(row.left.x - left)).toBeLessThan(1.5 * CELL_PX);
            expect(Math.abs(row.right.x - right)).toBeLessThan(1.5 * CELL_PX);
            for (const x of [left, 500, right]) {
              const straight =
                row.left.y + ((row.right.y - row.left.y) * (x - row.left.x)) / (row.right.x - row.left.x);
              expect(Math.abs(straight + found(x) - (lines[i]?.at(x) ?? 0))).toBeLessThan(6);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('print that goes on beyond a marked end leaves the line as it is, and tells the shorter one', () => {
    const line = { left: 100, right: 700, at: () => 120 };
    const maps = mapsOf([line], 24);
    const beyond = mapsOf([{ ...line, right: 1000 }], 24);
    const [row] = traceLines({ ...maps, core: beyond.core, block: beyond.block }, WIDTH).rows;
    expect(row?.right.x).toBeGreaterThan(980);
    expect(Math.abs((row?.shorter?.right.x ?? 0) - line.right)).toBeLessThan(CELL_PX);
    expect(Math.abs((row?.shorter?.left.x ?? 0) - line.left)).toBeLessThan(1.5 * CELL_PX);
    expect(traceLines(maps, WIDTH).rows[0]?.shorter).toBeUndefined();
  });

  test('a line that a finger parts is one line', () => {
    const lines = [0, 1].map((i) => ({ left: 100, right: 1000, at: () => 120 + 60 * i }));
    const { rows } = traceLines(mapsOf(lines, 24, [480, 600]), WIDTH);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.right.x - row.left.x).toBeGreaterThan(880);
  });

  test('where nothing is seen there are none', () => {
    expect(traceLines(mapsOf([], 24), WIDTH).rows).toEqual([]);
    expect(findZonePlaces(mapsOf([], 24))).toEqual([]);
  });
});

test('a zone that a finger parts has one place, as long as its lines', () => {
  const lines = [0, 1].map((i) => ({ left: 100, right: 1000, at: () => 120 + 60 * i }));
  const places = findZonePlaces(mapsOf(lines, 24, [480, 600]));
  expect(places).toHaveLength(1);
  expect(places[0]?.lengthPx).toBeGreaterThan(880);
  expect(places[0]?.right.x).toBeCloseTo(1, 3);
  expect(Math.abs((places[0]?.middle.y ?? 0) - 150)).toBeLessThan(CELL_PX);
});
