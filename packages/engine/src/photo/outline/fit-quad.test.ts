import { expect, test } from 'vitest';
import { fitQuad } from './fit-quad.ts';
import { labelDocuments } from './label-documents.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

type Corner = readonly [number, number];

/** Maps as a perfect network would give them: each cell holds the part of it that the quad covers. */
function mapsOf(quads: readonly (readonly Corner[])[]): OutlineMaps {
  const size = MAP_SIDE * MAP_SIDE;
  const document = new Float32Array(size);
  const border = new Float32Array(size);
  const samples = 4;
  for (let y = 0; y < MAP_SIDE; y++) {
    for (let x = 0; x < MAP_SIDE; x++) {
      let hits = 0;
      for (let k = 0; k < samples * samples; k++) {
        const px = x + ((k % samples) + 0.5) / samples;
        const py = y + (Math.floor(k / samples) + 0.5) / samples;
        if (quads.some((quad) => depth(quad, px, py) > 0)) hits++;
      }
      document[y * MAP_SIDE + x] = hits / (samples * samples);
      if (quads.some((quad) => Math.abs(depth(quad, x + 0.5, y + 0.5)) < 1)) border[y * MAP_SIDE + x] = 1;
    }
  }
  const empty = new Float32Array(size);
  return {
    document,
    border,
    covered: empty,
    cos: empty,
    sin: empty,
    cellsPerPixel: 1,
    left: 0,
    top: 0,
    width: MAP_SIDE,
    height: MAP_SIDE,
  };
}

/** Distance to the nearest side, positive inside a clockwise quad. */
function depth(quad: readonly Corner[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  quad.forEach(([ax, ay], i) => {
    const [bx, by] = quad[(i + 1) % quad.length] ?? [ax, ay];
    least = Math.min(least, ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay));
  });
  return least;
}

function fitted(quads: readonly (readonly Corner[])[]) {
  const maps = mapsOf(quads);
  const { labels, documents } = labelDocuments(maps);
  return documents.map(({ label }) => fitQuad(maps, labels, label));
}

function worstCorner(found: readonly { readonly x: number; readonly y: number }[], truth: readonly Corner[]): number {
  return Math.max(...truth.map(([x, y]) => Math.min(...found.map((p) => Math.hypot(p.x - x, p.y - y)))));
}

test.each<readonly [string, readonly Corner[]]>([
  [
    'lying',
    [
      [10, 18],
      [54, 18],
      [54, 46],
      [10, 46],
    ],
  ],
  [
    'turned',
    [
      [30, 8],
      [56, 34],
      [38, 54],
      [10, 26],
    ],
  ],
  [
    'in perspective',
    [
      [16, 14],
      [50, 10],
      [58, 52],
      [8, 48],
    ],
  ],
])('a document %s is found to within half a cell', (_, truth) => {
  const [quad] = fitted([truth]);
  expect(worstCorner(quad?.corners ?? [], truth)).toBeLessThan(0.5);
});

test('a corner beyond the frame is drawn out from its sides', () => {
  const truth: readonly Corner[] = [
    [30, -6],
    [60, 24],
    [34, 50],
    [4, 20],
  ];
  const [quad] = fitted([truth]);
  expect(worstCorner(quad?.corners ?? [], truth)).toBeLessThan(1.5);
});

test('two documents that touch are two', () => {
  const left: readonly Corner[] = [
    [4, 16],
    [32, 16],
    [32, 44],
    [4, 44],
  ];
  const right: readonly Corner[] = [
    [32, 16],
    [60, 16],
    [60, 44],
    [32, 44],
  ];
  expect(fitted([left, right])).toHaveLength(2);
});

test('an empty table holds no document', () => {
  expect(fitted([])).toHaveLength(0);
});
