import { touchingCells } from './touching-cells.ts';
import type { ZoneMaps } from './zone-maps.ts';

/** Where a zone stands in a picture, in its pixels: a box turned so that `right` is the direction in which its lines are read. */
export type ZonePlace = {
  readonly middle: { readonly x: number; readonly y: number };
  /** Unit vector. */
  readonly right: { readonly x: number; readonly y: number };
  readonly lengthPx: number;
  readonly heightPx: number;
  readonly capPx: number;
  /** Sum of the probabilities of its cells: how much of a zone is seen, and how surely. */
  readonly weight: number;
};

/** A cell belongs to a zone from this probability on. */
const INSIDE = 0.5;
/** And to what may be the trace of one. */
const FAINT = 0.1;
/** Smaller specks are none. */
const FEWEST_CELLS = 6;
/** The shortest zone is 30 characters long and 3 lines high, at most a third as high as long, also when seen at a slant or in part. */
const HIGHEST = 0.75;
/** Pieces of one zone that a finger or a reflection parts: so near, in lengths of the longer, and so well in line, in its heights. */
const GAP = 0.6;
const BESIDE = 0.3;
/** Cosine of the angle between them. */
const SAME_DIRECTION = 0.96;

/** Every zone that the network sees, the plainest first. */
export function findZonePlaces(maps: ZoneMaps): readonly ZonePlace[] {
  const pieces = touchingCells(maps.block, maps.columns, INSIDE, FEWEST_CELLS)
    .toSorted((a, b) => b.length - a.length)
    .map((cells) => ({ cells, place: placeOf(maps, cells) }));
  const joined: { cells: readonly number[]; place: ZonePlace }[] = [];
  for (const piece of pieces) {
    const whole = joined.find(({ place }) => isOneWith(place, piece.place));
    if (whole) {
      whole.cells = [...whole.cells, ...piece.cells];
      whole.place = placeOf(maps, whole.cells);
    } else joined.push({ ...piece });
  }
  return joined
    .map(({ place }) => place)
    .filter(({ lengthPx, heightPx }) => heightPx <= HIGHEST * lengthPx)
    .toSorted((a, b) => b.weight - a.weight);
}

/** Where the network sees too little of a zone to say where it runs, but something; the plainest first, in pixels of the picture. */
export function findZoneTraces({ block, columns, cellPx }: ZoneMaps): readonly ZonePlace['middle'][] {
  const sumOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + (block[cell] ?? 0), 0);
  return touchingCells(block, columns, FAINT, FEWEST_CELLS)
    .filter((cells) => cells.some((cell) => (block[cell] ?? 0) >= INSIDE))
    .toSorted((a, b) => sumOf(b) - sumOf(a))
    .map((cells) => {
      const mean = (of: (cell: number) => number) => cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
      const [column, row] = [mean((cell) => cell % columns), mean((cell) => Math.floor(cell / columns))];
      return { x: (column + 0.5) * cellPx, y: (row + 0.5) * cellPx };
    });
}

function placeOf(maps: ZoneMaps, cells: readonly number[]): ZonePlace {
  const { columns, cellPx, block } = maps;
  const weight = cells.reduce((sum, cell) => sum + (block[cell] ?? 0), 0);
  const right = longAxis(maps, cells);
  let [left, end, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const cell of cells) {
    const x = (cell % columns) + 0.5;
    const y = Math.floor(cell / columns) + 0.5;
    const along = x * right.x + y * right.y;
    const across = y * right.x - x * right.y;
    left = Math.min(left, along);
    end = Math.max(end, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const along = ((left + end) / 2) * cellPx;
  const across = ((top + bottom) / 2) * cellPx;
  const caps = cells.map((cell) => maps.capPx[cell] ?? 0).toSorted((a, b) => a - b);
  return {
    middle: { x: along * right.x - across * right.y, y: along * right.y + across * right.x },
    right,
    lengthPx: (end - left + 1) * cellPx,
    heightPx: (bottom - top + 1) * cellPx,
    capPx: caps[caps.length >> 1] ?? 0,
    weight,
  };
}

/** The axis along which the cells lie, in the sense in which the network says that the lines are read. */
function longAxis({ columns, cosine, sine }: ZoneMaps, cells: readonly number[]): ZonePlace['right'] {
  let [x, y, xx, xy, yy, towardsX, towardsY] = [0, 0, 0, 0, 0, 0, 0];
  for (const cell of cells) {
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    x += column;
    y += row;
    xx += column * column;
    xy += column * row;
    yy += row * row;
    towardsX += cosine[cell] ?? 0;
    towardsY += sine[cell] ?? 0;
  }
  const n = cells.length;
  const [varX, varY, both] = [xx - (x * x) / n, yy - (y * y) / n, xy - (x * y) / n];
  const angle = Math.atan2(2 * both, varX - varY) / 2;
  const axis = { x: Math.cos(angle), y: Math.sin(angle) };
  const agrees = (axis.x * towardsX + axis.y * towardsY) / Math.max(Number.EPSILON, Math.hypot(towardsX, towardsY));
  if (Math.abs(agrees) < SAME_AXIS) {
    // A zone seen in part may be higher than long: then the network's word counts alone.
    const norm = Math.max(Number.EPSILON, Math.hypot(towardsX, towardsY));
    return { x: towardsX / norm, y: towardsY / norm };
  }
  return agrees < 0 ? { x: -axis.x, y: -axis.y } : axis;
}
/** Cosine of the angle up to which axis and word are of one mind. */
const SAME_AXIS = 0.7;

function isOneWith(whole: ZonePlace, piece: ZonePlace): boolean {
  if (whole.right.x * piece.right.x + whole.right.y * piece.right.y < SAME_DIRECTION) return false;
  const dx = piece.middle.x - whole.middle.x;
  const dy = piece.middle.y - whole.middle.y;
  const along = Math.abs(dx * whole.right.x + dy * whole.right.y) - (whole.lengthPx + piece.lengthPx) / 2;
  const across = Math.abs(dy * whole.right.x - dx * whole.right.y);
  return along < GAP * whole.lengthPx && across < BESIDE * whole.heightPx;
}
