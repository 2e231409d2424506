import type { XY } from './convex-hull.ts';
import { distanceTo, lineThrough } from './line.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

/** Of each side of a quad, in the order of its corners: whether it is the photo's end and not the document's. */
export type OnFrame = readonly [boolean, boolean, boolean, boolean];
/** Which ends of a picture are the photo's and not a cut-out's: left, right, top, bottom. */
export type PhotoEnds = readonly [boolean, boolean, boolean, boolean];

const LEVEL = 0.5;
/** A document that the frame cuts touches it along this part of its breadth, and over so many cells at least. */
const TOUCHING_SHARE = 0.12;
const FEWEST_TOUCHING = 4;
/** Looked for so many cells from the photo's end: on the last ones the network is unsure. A document that is whole has its border there. */
const DEPTH = 1;
/** What touches the photo's end farther outside the four lines than this (cells) is no part of what they hold: a sheet beneath, a shadow. */
const OUTSIDE_CELLS = 1;

/**
 * `onFrame` with the sides that the photo cuts although four lines were found inside it: where a corner is cut off, the rest
 * has five sides. The document then goes on to the photo's end, and no border runs there. Corners in cells.
 */
export function cutByFrame(
  corners: readonly XY[],
  onFrame: OnFrame,
  maps: OutlineMaps,
  labels: Int16Array,
  label: number,
  photoEnds: PhotoEnds,
): OnFrame {
  let all = 0;
  for (let cell = 0; cell < labels.length; cell++) if (labels[cell] === label) all++;
  const least = Math.max(FEWEST_TOUCHING, TOUCHING_SHARE * Math.sqrt(all));
  const cut = [...onFrame];
  for (const [k, end] of endsOf(maps).entries()) {
    if (photoEnds[k] !== true) continue;
    const touching = end.filter((i) => labels[i] === label && goesOn(maps, i));
    if (touching.length < least) continue;
    const side = sideThatTouches(corners, middleOf(touching));
    if (side !== null) cut[side] = true;
  }
  return [cut[0] ?? false, cut[1] ?? false, cut[2] ?? false, cut[3] ?? false];
}

function goesOn({ document, border }: OutlineMaps, cell: number): boolean {
  return (document[cell] ?? 0) > LEVEL && (border[cell] ?? 0) < LEVEL;
}

/** Cells of the photo along its left, right, top and bottom end. */
function endsOf({ left, top, width, height }: OutlineMaps): readonly (readonly number[])[] {
  const [x0, x1] = [Math.max(0, Math.round(left)), Math.min(MAP_SIDE, Math.round(left + width)) - 1];
  const [y0, y1] = [Math.max(0, Math.round(top)), Math.min(MAP_SIDE, Math.round(top + height)) - 1];
  const column = (x: number) => Array.from({ length: y1 - y0 + 1 }, (_, k) => (y0 + k) * MAP_SIDE + x);
  const row = (y: number) => Array.from({ length: x1 - x0 + 1 }, (_, k) => y * MAP_SIDE + x0 + k);
  return [column(x0 + DEPTH), column(x1 - DEPTH), row(y0 + DEPTH), row(y1 - DEPTH)];
}

function middleOf(cells: readonly number[]): XY {
  const sum = (of: (cell: number) => number) => cells.reduce((total, cell) => total + of(cell), 0) / cells.length + 0.5;
  return { x: sum((cell) => cell % MAP_SIDE), y: sum((cell) => Math.floor(cell / MAP_SIDE)) };
}

/** The nearest side; null where the point lies outside the quad. */
function sideThatTouches(corners: readonly XY[], p: XY): number | null {
  const distances = corners.map((a, i) => distanceTo(lineThrough(a, corners[(i + 1) % 4] ?? a), p));
  const outermost = Math.max(...distances);
  return outermost > OUTSIDE_CELLS ? null : distances.indexOf(outermost);
}
