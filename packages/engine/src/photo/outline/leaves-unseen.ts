import type { XY } from './convex-hull.ts';
import type { PhotoEnds } from './cut-by-frame.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

/** A corner this far beyond the photo's end, in cells, lies beyond it. */
const BEYOND_CELLS = 0.5;
/** What the photo cuts comes this near to its end: on the last cells the network is unsure. */
const NEAR_CELLS = 3;

/**
 * Whether a corner lies beyond an end of the photo that nothing of the document comes near: these are not the lines that it has,
 * and the photo does not cut it off. Corners in cells.
 */
export function leavesUnseen(
  corners: readonly XY[],
  maps: OutlineMaps,
  labels: Int16Array,
  label: number,
  photoEnds: PhotoEnds,
): boolean {
  const [left, right, top, bottom] = [maps.left, maps.left + maps.width, maps.top, maps.top + maps.height];
  const seen = extentOf(labels, label);
  const lines = extent(corners);
  const beyond = [left - lines.left, lines.right - right, top - lines.top, lines.bottom - bottom];
  const room = [seen.left - left, right - seen.right, seen.top - top, bottom - seen.bottom];
  return photoEnds.some(
    (isPhotoEnd, k) => isPhotoEnd && (beyond[k] ?? 0) > BEYOND_CELLS && (room[k] ?? 0) >= NEAR_CELLS,
  );
}

type Extent = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Of the cells with this label, from their outer edges; read for every outline that is settled, and so without an array of them. */
function extentOf(labels: Int16Array, label: number): Extent {
  let [left, right, top, bottom] = [MAP_SIDE, -MAP_SIDE, MAP_SIDE, -MAP_SIDE];
  for (let cell = 0; cell < labels.length; cell++) {
    if (labels[cell] !== label) continue;
    const x = cell % MAP_SIDE;
    if (x < left) left = x;
    if (x >= right) right = x + 1;
    if (top === MAP_SIDE) top = Math.floor(cell / MAP_SIDE);
    bottom = Math.floor(cell / MAP_SIDE) + 1;
  }
  return { left, right, top, bottom };
}

function extent(points: readonly XY[]): Extent {
  let [left, right, top, bottom] = [MAP_SIDE, -MAP_SIDE, MAP_SIDE, -MAP_SIDE];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
}
