import type { RgbImage } from '../pixels.ts';
import type { XY } from './convex-hull.ts';
import type { FittedQuad, Side } from './fit-quad.ts';
import { lineThrough } from './line.ts';
import { offKnownFormat } from './true-aspect.ts';

/** A band is looked for up to this far beyond a side, as a part of the edges that lead to it, and from so near on; px at least. */
const FARTHEST_SHARE = 0.3;
const NEAREST_SHARE = 0.045;
const NEAREST = 5;
/** The new side's ends may lie this much nearer or farther than one another: perspective, and error. */
const MOST_UNEVEN = 0.15;
/** Colours are compared over this distance, px; a difference (sum of three channels) under `WEAKEST` is no edge. */
const APART = 2;
const WEAKEST = 24;
/** An edge counts when it runs this near, px. */
const NEAR = 2;
/** This part of the edges that lead on must show, and of the new side. */
const LEADING_SHOWN = 0.8;
const SIDE_SHOWN = 0.6;
/** Edges that lead on beyond the new side as well (px) are those of what lies under the document. */
const BEYOND = { from: 4, length: 14, mostShown: 0.5 } as const;
/** Proportions this near to those of a known document, as a part of them. */
const FORMAT_TOLERANCE = 0.02;

type Corners = FittedQuad['corners'];

/**
 * The quad with each side moved outwards to where the document ends: when the edges on either side of it run straight on beyond
 * its corners and stop together at another edge, a band of the document was taken for the table. Pixels of the picture; right to a
 * few of them.
 */
export function followEdges(image: RgbImage, quad: FittedQuad): FittedQuad {
  return PLACES.reduce((best, i) => {
    // Where the frame cuts an edge that leads to the side, nothing can be followed.
    const isCut = [i, i + 1, i + 3].some((k) => best.sides[k % 4]?.onFrame);
    const corners = isCut ? null : farther(image, best.corners, i);
    return corners === null ? best : { corners, sides: sidesOf(corners, best.sides) };
  }, quad);
}

const PLACES = [0, 1, 2, 3] as const;

/** The corners with side i moved to where the edges that lead to it end; null where they end at it. */
function farther(image: RgbImage, corners: Corners, i: 0 | 1 | 2 | 3): Corners | null {
  const at = (k: number): XY => corners[(i + k) % 4] ?? corners[0];
  const [left, right] = [leadingEdge(image, at(3), at(0)), leadingEdge(image, at(2), at(1))];
  const least = Math.max(NEAREST, Math.ceil(Math.min(left.length, right.length) * NEAREST_SHARE));
  let best: Corners | null = null;
  let clearest = SIDE_SHOWN;
  for (let s = least; s < left.length * FARTHEST_SHARE; s++) {
    if (!endsAt(left.shown, s)) continue;
    const last = Math.min(right.length * FARTHEST_SHARE, s * (1 + MOST_UNEVEN) + 1);
    for (let t = Math.max(least, Math.floor(s * (1 - MOST_UNEVEN))); t <= last; t++) {
      if (!endsAt(right.shown, t)) continue;
      const [a, b] = [pointOn(left.ray, s), pointOn(right.ray, t)];
      const along = shownAlong(image, rayFrom(a, b), Math.hypot(b.x - a.x, b.y - a.y));
      const shown = shareOf(along, 0, along.length);
      const wider = withSide(corners, i, a, b);
      if (shown <= clearest || offKnownFormat(wider, image.width, image.height) > FORMAT_TOLERANCE) continue;
      clearest = shown;
      best = wider;
    }
  }
  return best;
}

type Ray = { readonly from: XY; readonly x: number; readonly y: number };

function rayFrom(from: XY, through: XY): Ray {
  const length = Math.hypot(through.x - from.x, through.y - from.y) || 1;
  return { from, x: (through.x - from.x) / length, y: (through.y - from.y) / length };
}

function pointOn({ from, x, y }: Ray, distance: number): XY {
  return { x: from.x + x * distance, y: from.y + y * distance };
}

/** The edge a–b, and how much of it runs on beyond b. */
function leadingEdge(image: RgbImage, a: XY, b: XY) {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const ray: Ray = { ...rayFrom(a, b), from: b };
  return { length, ray, shown: shownAlong(image, ray, length * FARTHEST_SHARE + BEYOND.from + BEYOND.length) };
}

/** `sums[k]`: along how many of the first k pixels of the ray an edge runs. */
function shownAlong(image: RgbImage, ray: Ray, length: number): Uint16Array {
  const pixels = Math.max(1, Math.ceil(length));
  const sums = new Uint16Array(pixels + 1);
  for (let k = 0; k < pixels; k++) sums[k + 1] = (sums[k] ?? 0) + (isShownAt(image, ray, k) ? 1 : 0);
  return sums;
}

function isShownAt(image: RgbImage, ray: Ray, distance: number): boolean {
  const x = ray.from.x + ray.x * distance;
  const y = ray.from.y + ray.y * distance;
  for (let n = -NEAR; n <= NEAR; n++) {
    if (differenceAt(image, x - ray.y * n, y + ray.x * n, ray) >= WEAKEST) return true;
  }
  return false;
}

/** Whether the edge runs as far as this, and no farther. */
function endsAt(shown: Uint16Array, at: number): boolean {
  const from = at + BEYOND.from;
  return shareOf(shown, 0, at) >= LEADING_SHOWN && shareOf(shown, from, from + BEYOND.length) <= BEYOND.mostShown;
}

/** The part of these pixels that shows an edge. */
function shareOf(shown: Uint16Array, from: number, to: number): number {
  const end = Math.min(to, shown.length - 1);
  return ((shown[end] ?? 0) - (shown[Math.min(from, end)] ?? 0)) / Math.max(1, end - from);
}

function withSide([a, b, c, d]: Corners, i: 0 | 1 | 2 | 3, p: XY, q: XY): Corners {
  if (i === 0) return [p, q, c, d];
  if (i === 1) return [a, p, q, d];
  return i === 2 ? [a, b, p, q] : [q, b, c, p];
}

function sidesOf([a, b, c, d]: Corners, [top, right, bottom, left]: FittedQuad['sides']): FittedQuad['sides'] {
  const side = (from: XY, to: XY, { onFrame }: Side): Side => ({ line: lineThrough(from, to), onFrame });
  return [side(a, b, top), side(b, c, right), side(c, d, bottom), side(d, a, left)];
}

/** How much the colours to the left and right of a place differ, as one looks along the ray. */
function differenceAt({ width, height, data }: RgbImage, x: number, y: number, ray: Ray): number {
  const ax = Math.round(x - ray.y * APART - 0.5);
  const ay = Math.round(y + ray.x * APART - 0.5);
  const bx = Math.round(x + ray.y * APART - 0.5);
  const by = Math.round(y - ray.x * APART - 0.5);
  if (ax < 0 || ay < 0 || bx < 0 || by < 0 || ax >= width || bx >= width || ay >= height || by >= height) return 0;
  const p = (ay * width + ax) * 3;
  const q = (by * width + bx) * 3;
  let sum = 0;
  for (let c = 0; c < 3; c++) sum += Math.abs((data[p + c] ?? 0) - (data[q + c] ?? 0));
  return sum;
}
