import { expect, test } from 'vitest';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';
import { suspectedPlaces } from './suspected-places.ts';

type Patch = { readonly of: 'document' | 'border'; readonly chance: number; readonly at: readonly [number, number] };

/** Each patch is 10 cells broad and 8 high; a cell is two pixels, and the picture begins 16 cells below the map's top. */
const PATCH = { width: 10, height: 8 };
const TOP = 16;

function mapsWith(patches: readonly Patch[]): OutlineMaps {
  const empty = () => new Float32Array(MAP_SIDE * MAP_SIDE);
  const maps = { document: empty(), border: empty() };
  for (const { of, chance, at } of patches)
    for (let y = 0; y < PATCH.height; y++)
      for (let x = 0; x < PATCH.width; x++) maps[of][(at[1] + y) * MAP_SIDE + at[0] + x] = chance;
  const place = { cellsPerPixel: 0.5, left: 0, top: TOP, width: MAP_SIDE, height: 96 };
  return { ...maps, covered: empty(), cos: empty(), sin: empty(), ...place };
}

/** Of the patch at these cells, in pixels. */
function placeAt([x, y]: readonly [number, number]) {
  return [
    { x: x * 2, y: (y - TOP) * 2 },
    { x: (x + PATCH.width) * 2, y: (y + PATCH.height - TOP) * 2 },
  ];
}

const HERE = [20, 30] as const;
const THERE = [80, 70] as const;

test.each<{ name: string; maps: readonly (readonly Patch[])[]; places: readonly (readonly [number, number])[] }>([
  { name: 'a fifth of a chance is nothing', maps: [[{ of: 'document', chance: 0.19, at: HERE }]], places: [] },
  { name: 'a little more is suspected', maps: [[{ of: 'document', chance: 0.22, at: HERE }]], places: [HERE] },
  { name: 'of a far card the border alone', maps: [[{ of: 'border', chance: 0.4, at: HERE }]], places: [HERE] },
  {
    name: 'the likelier place first, wherever it lies',
    maps: [
      [
        { of: 'document', chance: 0.25, at: HERE },
        { of: 'document', chance: 0.35, at: THERE },
      ],
    ],
    places: [THERE, HERE],
  },
  {
    name: 'what two maps show is one place',
    maps: [[{ of: 'document', chance: 0.25, at: HERE }], [{ of: 'border', chance: 0.3, at: [21, 31] }]],
    places: [[21, 31]],
  },
])('$name', ({ maps, places }) => {
  expect(suspectedPlaces(maps.map(mapsWith))).toEqual(places.map(placeAt));
});
