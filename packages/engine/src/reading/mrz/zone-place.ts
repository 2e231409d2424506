import { connectedCells } from './connected-cells.ts';
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
/** Smaller specks are none. */
const FEWEST_CELLS = 6;
/** The shortest zone is 30 characters long and 3 lines high, at most a third as high as long, also when seen at a slant or in part. */
const HIGHEST = 0.6;
/** Pieces of one zone that a finger or a reflection parts: so near, in lengths of the longer, and so well in line, in its heights. */
const GAP = 0.6;
const BESIDE = 0.6;
/** Cosine of the angle between them. */
const SAME_DIRECTION = 0.96;

/** Every zone that the network sees, the plainest first. */
export function findZonePlaces(maps: ZoneMaps): readonly ZonePlace[] {
  const pieces = connectedCells(maps.block, maps.columns, INSIDE, FEWEST_CELLS)
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

function placeOf(maps: ZoneMaps, cells: readonly number[]): ZonePlace {
  const { columns, cellPx, block } = maps;
  let weight = 0;
  let cosine = 0;
  let sine = 0;
  for (const cell of cells) {
    weight += block[cell] ?? 0;
    cosine += (block[cell] ?? 0) * (maps.cosine[cell] ?? 0);
    sine += (block[cell] ?? 0) * (maps.sine[cell] ?? 0);
  }
  const norm = Math.max(Number.EPSILON, Math.hypot(cosine, sine));
  const right = { x: cosine / norm, y: sine / norm };
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

function isOneWith(whole: ZonePlace, piece: ZonePlace): boolean {
  if (whole.right.x * piece.right.x + whole.right.y * piece.right.y < SAME_DIRECTION) return false;
  const dx = piece.middle.x - whole.middle.x;
  const dy = piece.middle.y - whole.middle.y;
  const along = Math.abs(dx * whole.right.x + dy * whole.right.y) - (whole.lengthPx + piece.lengthPx) / 2;
  const across = Math.abs(dy * whole.right.x - dx * whole.right.y);
  return along < GAP * whole.lengthPx && across < BESIDE * whole.heightPx;
}
