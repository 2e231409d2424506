import type { XY } from './convex-hull.ts';
import type { FoundOutline } from './found-outline.ts';
import { lineThrough } from './line.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

/** Places along a side, the part of it next to each corner that is left out, and the cells to either side that count. */
const PROBES = 40;
const CORNER_SHARE = 0.06;
const ACROSS = [-1, 0, 1] as const;

/** The mean of the border map, 0–1, along the side of a quad that has the least of it; corners in pixels of the picture. */
export function leastBorder(quad: FoundOutline['quad'], maps: OutlineMaps): number {
  return Math.min(...quad.map((a, i) => borderAlong(a, quad[(i + 1) % quad.length] ?? a, maps)));
}

function borderAlong(a: XY, b: XY, { border, cellsPerPixel, left, top }: OutlineMaps): number {
  const { nx, ny } = lineThrough(a, b);
  const at = (x: number, y: number): number => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const isOnMap = column >= 0 && row >= 0 && column < MAP_SIDE && row < MAP_SIDE;
    return isOnMap ? (border[row * MAP_SIDE + column] ?? 0) : 0;
  };
  let sum = 0;
  for (let k = 0; k < PROBES; k++) {
    const t = CORNER_SHARE + ((1 - 2 * CORNER_SHARE) * (k + 0.5)) / PROBES;
    const x = (a.x + (b.x - a.x) * t) * cellsPerPixel + left;
    const y = (a.y + (b.y - a.y) * t) * cellsPerPixel + top;
    sum += Math.max(...ACROSS.map((n) => at(x + nx * n, y + ny * n)));
  }
  return sum / PROBES;
}
