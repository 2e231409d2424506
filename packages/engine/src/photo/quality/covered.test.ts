import { expect, test } from 'vitest';
import { MAP_SIDE, type OutlineMaps } from '../outline/outline-maps.ts';
import { findCovered } from './covered.ts';

/** Page pixels are map cells here. */
const SAME = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;
const [WIDTH, HEIGHT] = [MAP_SIDE, 80];

/** What the network says where a square of cells is covered. */
function mapsCoveredAt(left: number, top: number, side: number): OutlineMaps {
  const size = MAP_SIDE * MAP_SIDE;
  const covered = new Float32Array(size);
  for (let y = top; y < top + side; y++) covered.fill(0.9, y * MAP_SIDE + left, y * MAP_SIDE + left + side);
  const none = new Float32Array(size);
  const place = { cellsPerPixel: 1, left: 0, top: 0, width: MAP_SIDE, height: HEIGHT };
  return { document: none, covered, border: none, cos: none, sin: none, ...place };
}

test.each([
  { name: 'a fingertip over the edge covers the page', left: 0, top: 30, side: 14, areas: 1 },
  { name: 'less than a fingertip covers nothing', left: 0, top: 30, side: 12, areas: 0 },
  {
    name: 'so does one a cell from the edge, where the outline is wrong by as much',
    left: 2,
    top: 30,
    side: 14,
    areas: 1,
  },
  { name: 'a second portrait in the midst of the page is no fingertip', left: 60, top: 30, side: 14, areas: 0 },
  { name: 'a thing in the midst of the page that is much larger covers it', left: 40, top: 20, side: 30, areas: 1 },
])('$name', ({ left, top, side, areas }) => {
  expect(findCovered(mapsCoveredAt(left, top, side), SAME, WIDTH, HEIGHT).areas).toHaveLength(areas);
});
