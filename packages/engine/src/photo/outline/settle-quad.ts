import type { XY } from './convex-hull.ts';
import { isConvex } from './convex-hull.ts';
import type { FittedQuad, Side } from './fit-quad.ts';
import { lineThrough } from './line.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

type Corners = readonly [XY, XY, XY, XY];
export type SettledQuad = { readonly quad: FittedQuad; readonly score: number };

/** Corners are moved by these steps (cells), the coarse ones first. */
const STEPS = [4, 2, 1, 0.5, 0.25] as const;
const MOST_ROUNDS = 12;
/** What a cell of border along a side is worth, against half a cell of document inside. */
const BORDER_WORTH = 0.45;
/** Opposite sides of a document seen from 40° differ by less. */
const MOST_UNLIKE = 1.5;
/** Cosine of a corner's angle: 60° to 120°. */
const MOST_SKEW = 0.5;
/** Cells from the photo's end within which a side is the frame's. */
const FRAME_CELLS = 1.6;
const LEVEL = 0.5;

/**
 * Moves the corners until the quad holds as much document and as little else as it can, with its sides on the border
 * map: arms that a mask stretches out over the table do not bend it. All in cells; cells of other documents count as table.
 */
export function settleQuad(maps: OutlineMaps, labels: Int16Array, label: number, start: Corners): SettledQuad | null {
  const held = holderOf(maps, labels, label);
  let corners = start;
  let borders = ALL_SIDES.map((i) => borderAlong(corners, i, maps.border));
  // Document held less table held, in half cells, and border along the sides.
  let score = isSound(corners) ? held(corners) + BORDER_WORTH * sumOf(borders) : Number.NEGATIVE_INFINITY;
  /** The border along each side after a move: as it was, or as it is, or, at `best`, as much as there can be. */
  const bordersOf = (moved: Corners, sides: Move['sides'], best: boolean) =>
    ALL_SIDES.map((i) => {
      if (!sides[i]) return borders[i] ?? 0;
      return best ? samplesAlong(moved, i) : borderAlong(moved, i, maps.border);
    });
  for (const step of STEPS) {
    // Once no move has gained anything since the last that did, none will.
    let idle = 0;
    for (let round = 0; round < MOST_ROUNDS && idle < MOVES.length; round++) {
      for (const move of MOVES) {
        if (idle++ >= MOVES.length) break;
        const moved = movedBy(corners, move, step);
        if (!isSound(moved)) continue;
        const inside = held(moved);
        // Most moves hold so much less that no border could make up for it.
        if (inside + BORDER_WORTH * sumOf(bordersOf(moved, move.sides, true)) <= score) continue;
        const bordersMoved = bordersOf(moved, move.sides, false);
        const worthMoved = inside + BORDER_WORTH * sumOf(bordersMoved);
        if (worthMoved <= score) continue;
        corners = moved;
        borders = bordersMoved;
        score = worthMoved;
        idle = 0;
      }
    }
  }
  if (score === Number.NEGATIVE_INFINITY) return null;
  const side = (i: SideNumber): Side => {
    const [a, b] = endsOf(corners, i);
    return { line: lineThrough(a, b), onFrame: isOnFrame(a, b, maps) };
  };
  return { quad: { corners, sides: [side(0), side(1), side(2), side(3)] }, score };
}

const ALL_SIDES = [0, 1, 2, 3] as const;
type SideNumber = (typeof ALL_SIDES)[number];
const NEXT = { 0: 1, 1: 2, 2: 3, 3: 0 } as const;

/** Part of a quad's area (cells) that is this document's, less what is table: at most 1. */
export function shareHeld(maps: OutlineMaps, labels: Int16Array, label: number): (corners: Corners) => number {
  const held = holderOf(maps, labels, label);
  let all = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === label) all += (maps.document[i] ?? 0) - LEVEL;
  return (corners) => held(corners) / Math.max(1, all);
}

type OfEach = readonly [boolean, boolean, boolean, boolean];
/** Which corners a move takes along, which sides move with them, and where to. */
type Move = { readonly corners: OfEach; readonly sides: OfEach; readonly x: number; readonly y: number };
const WAYS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;
/** Whole sides first, then single corners. */
const MOVES: readonly Move[] = [[0, 1], [1, 2], [2, 3], [3, 0], [0], [1], [2], [3]].flatMap((taken) => {
  const isTaken = (i: number) => taken.includes(i);
  const corners: OfEach = [isTaken(0), isTaken(1), isTaken(2), isTaken(3)];
  const [a, b, c, d] = corners;
  return WAYS.map(([x, y]): Move => ({ corners, sides: [a || b, b || c, c || d, d || a], x, y }));
});

function movedBy([a, b, c, d]: Corners, { corners: [isA, isB, isC, isD], x, y }: Move, step: number): Corners {
  const moved = (corner: XY): XY => ({ x: corner.x + x * step, y: corner.y + y * step });
  return [isA ? moved(a) : a, isB ? moved(b) : b, isC ? moved(c) : c, isD ? moved(d) : d];
}

/** Convex, clockwise, with opposite sides of like length. */
function isSound([a, b, c, d]: Corners): boolean {
  if (!isConvex([a, b, c, d])) return false;
  if (!areLike(squaredLength(a, b), squaredLength(d, c)) || !areLike(squaredLength(a, d), squaredLength(b, c)))
    return false;
  return isSquare(d, a, b) && isSquare(a, b, c) && isSquare(b, c, d) && isSquare(c, d, a);
}

function squaredLength(a: XY, b: XY): number {
  return (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
}

function areLike(squared: number, other: number): boolean {
  return squared <= MOST_UNLIKE ** 2 * other && other <= MOST_UNLIKE ** 2 * squared;
}

function isSquare(before: XY, at: XY, after: XY): boolean {
  const dot = (before.x - at.x) * (after.x - at.x) + (before.y - at.y) * (after.y - at.y);
  return dot ** 2 < MOST_SKEW ** 2 * squaredLength(at, before) * squaredLength(at, after);
}

/** `sums[y * (MAP_SIDE + 1) + x]`: what the cells of row y left of x are worth inside a quad. */
function rowSums(maps: OutlineMaps, labels: Int16Array, label: number): Float32Array {
  const sums = new Float32Array(MAP_SIDE * (MAP_SIDE + 1));
  for (let y = 0; y < MAP_SIDE; y++) {
    let sum = 0;
    for (let x = 0; x < MAP_SIDE; x++) {
      const i = y * MAP_SIDE + x;
      const isInFrame =
        x + 1 > maps.left && y + 1 > maps.top && x < maps.left + maps.width && y < maps.top + maps.height;
      if (isInFrame) sum += worthOfCell((maps.document[i] ?? 0) - LEVEL, labels[i] ?? 0, label);
      sums[y * (MAP_SIDE + 1) + x + 1] = sum;
    }
  }
  return sums;
}

function worthOfCell(above: number, found: number, label: number): number {
  if (found === label) return above;
  return found > 0 ? -LEVEL : Math.min(0, above);
}

/** Says of a quad how much document it holds, less the table that it holds, in half cells. */
function holderOf(maps: OutlineMaps, labels: Int16Array, label: number): (corners: Corners) => number {
  const rows = rowSums(maps, labels, label);
  // Where each row of the quad begins and ends: thousands of quads are tried.
  const left = new Float64Array(MAP_SIDE);
  const right = new Float64Array(MAP_SIDE);
  return (corners) => {
    const [a, b, c, d] = corners;
    const top = Math.max(0, Math.floor(Math.min(a.y, b.y, c.y, d.y)));
    const bottom = Math.min(MAP_SIDE, Math.ceil(Math.max(a.y, b.y, c.y, d.y)));
    left.fill(Number.POSITIVE_INFINITY, top, bottom);
    right.fill(Number.NEGATIVE_INFINITY, top, bottom);
    for (let i = 0; i < 4; i++) markEdge(corners[i] ?? corners[0], corners[(i + 1) % 4] ?? corners[0], left, right);
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      const from = left[y] ?? 0;
      const to = right[y] ?? 0;
      if (to > from) sum += sumTo(rows, y, to) - sumTo(rows, y, from);
    }
    return sum;
  };
}

/** Widens the rows whose middle the edge crosses to where it does. */
function markEdge(a: XY, b: XY, left: Float64Array, right: Float64Array): void {
  const low = Math.min(a.y, b.y);
  const high = Math.max(a.y, b.y);
  const slope = (b.x - a.x) / (b.y - a.y);
  for (let y = Math.max(0, Math.ceil(low - 0.5)); y < MAP_SIDE && y + 0.5 < high; y++) {
    const x = a.x + slope * (y + 0.5 - a.y);
    if (x < (left[y] ?? 0)) left[y] = x;
    if (x > (right[y] ?? 0)) right[y] = x;
  }
}

function sumTo(rows: Float32Array, y: number, x: number): number {
  const clamped = Math.min(Math.max(x, 0), MAP_SIDE);
  const ix = Math.min(MAP_SIDE - 1, Math.floor(clamped));
  const base = y * (MAP_SIDE + 1) + ix;
  const before = rows[base] ?? 0;
  return before + ((rows[base + 1] ?? 0) - before) * (clamped - ix);
}

/** Sum of the border map along side i, one sample a cell. */
function borderAlong(corners: Corners, i: SideNumber, border: Float32Array): number {
  const [a, b] = endsOf(corners, i);
  const samples = samplesAlong(corners, i);
  const [dx, dy] = [(b.x - a.x) / samples, (b.y - a.y) / samples];
  let sum = 0;
  for (let k = 0; k < samples; k++) sum += sample(border, a.x + dx * (k + 0.5), a.y + dy * (k + 0.5));
  return sum;
}

function samplesAlong(corners: Corners, i: SideNumber): number {
  const [a, b] = endsOf(corners, i);
  return Math.ceil(Math.sqrt(squaredLength(a, b))); // Math.hypot takes five times as long
}

function endsOf(corners: Corners, i: SideNumber): readonly [XY, XY] {
  return [corners[i], corners[NEXT[i]]];
}

function sumOf([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
  return a + b + c + d;
}

function sample(map: Float32Array, x: number, y: number): number {
  const ix = Math.floor(x - 0.5);
  const iy = Math.floor(y - 0.5);
  if (ix < 0 || iy < 0 || ix >= MAP_SIDE - 1 || iy >= MAP_SIDE - 1) return 0;
  const tx = x - 0.5 - ix;
  const ty = y - 0.5 - iy;
  const i = iy * MAP_SIDE + ix;
  const upper = (map[i] ?? 0) * (1 - tx) + (map[i + 1] ?? 0) * tx;
  const lower = (map[i + MAP_SIDE] ?? 0) * (1 - tx) + (map[i + MAP_SIDE + 1] ?? 0) * tx;
  return upper * (1 - ty) + lower * ty;
}

function isOnFrame(a: XY, b: XY, maps: OutlineMaps): boolean {
  return (
    Math.max(a.x, b.x) < maps.left + FRAME_CELLS ||
    Math.max(a.y, b.y) < maps.top + FRAME_CELLS ||
    Math.min(a.x, b.x) > maps.left + maps.width - FRAME_CELLS ||
    Math.min(a.y, b.y) > maps.top + maps.height - FRAME_CELLS
  );
}
