import type { RgbImage } from '../pixels.ts';
import type { XY } from './convex-hull.ts';
import { cornersOf, type FittedQuad, type Side } from './fit-quad.ts';
import { distanceTo, fitLine, type Line } from './line.ts';

/** Looks across each side at this many places. */
const PROBES = 64;
/** Corners are rounded: 3.18 mm of 53.98 mm at most (ISO/IEC 7810). */
const CORNER_SHARE = 0.09;
/** Distance over which colours are compared, px of the refined picture. */
const STEP = 1.5;
/** An edge weaker than this sum of three channels' differences is noise. */
const WEAKEST_EDGE = 14;
/** Width of the robust fit, px. */
const FIT_PX = 1.2;
/** A side is refined when this part of its probes agrees within `AGREE_PX`. */
const AGREEING_SHARE = 0.4;
const AGREE_PX = 2;

export type RefinedQuad = FittedQuad & { readonly refined: readonly [boolean, boolean, boolean, boolean] };

/**
 * Moves each side to the strongest straight edge within `reach` px. All in pixels of `image`.
 * A side on the frame, or without an edge that most probes agree on, stays where it was.
 */
export function refineSides(image: RgbImage, quad: FittedQuad, reach: number): RefinedQuad {
  const moved = quad.sides.map((side, i) => {
    const a = quad.corners[i];
    const b = quad.corners[(i + 1) % 4];
    if (side.onFrame || a === undefined || b === undefined) return null;
    return strongestEdge(image, side.line, a, b, reach);
  });
  const sides = quad.sides.map((side, i): Side => ({ line: moved[i] ?? widened(side, reach), onFrame: side.onFrame }));
  const corners = cornersOf(sides);
  const [s0, s1, s2, s3] = sides;
  if (corners === null || !s0 || !s1 || !s2 || !s3) return { ...quad, refined: [false, false, false, false] };
  const found = (i: number) => moved[i] !== null && moved[i] !== undefined;
  return { sides: [s0, s1, s2, s3], corners, refined: [found(0), found(1), found(2), found(3)] };
}

/** Where no edge was seen a little of the table is kept, so that no line of the zone is lost. */
function widened({ line, onFrame }: Side, reach: number): Line {
  return onFrame ? line : { ...line, c: line.c + reach * KEPT_TABLE };
}
const KEPT_TABLE = 0.3;

function strongestEdge(image: RgbImage, line: Line, a: XY, b: XY, reach: number): Line | null {
  const candidates: XY[] = [];
  const strengths: number[] = [];
  let probes = 0;
  for (let k = 0; k < PROBES; k++) {
    const t = CORNER_SHARE + ((1 - 2 * CORNER_SHARE) * (k + 0.5)) / PROBES;
    const x = a.x + (b.x - a.x) * t;
    const y = a.y + (b.y - a.y) * t;
    if (x < reach || y < reach || x > image.width - reach || y > image.height - reach) continue;
    probes++;
    collectEdges(image, line, x, y, reach, candidates, strengths);
  }
  if (probes < PROBES / 4) return null;
  const best = bestLine(line, candidates, strengths, a, b, reach);
  if (best === null) return null;
  const near = candidates.filter((p) => Math.abs(distanceTo(best, p)) < AGREE_PX);
  const fitted = fitLine(near, best, FIT_PX);
  if (fitted === null) return null;
  const agreeing = near.filter((p) => Math.abs(distanceTo(fitted, p)) < AGREE_PX).length;
  return agreeing >= probes * AGREEING_SHARE ? fitted : null;
}

/** Local maxima of the colour difference across the side. */
function collectEdges(
  image: RgbImage,
  line: Line,
  x: number,
  y: number,
  reach: number,
  points: XY[],
  strengths: number[],
): void {
  const steps = Math.ceil(reach);
  let before = 0;
  let here = differenceAt(image, x - line.nx * (steps + 1), y - line.ny * (steps + 1), line);
  let after = differenceAt(image, x - line.nx * steps, y - line.ny * steps, line);
  for (let s = -steps; s <= steps; s++) {
    before = here;
    here = after;
    after = differenceAt(image, x + line.nx * (s + 1), y + line.ny * (s + 1), line);
    if (here < WEAKEST_EDGE || here < before || here <= after) continue;
    const curve = before - 2 * here + after;
    const at = s + (curve === 0 ? 0 : (before - after) / (2 * curve));
    points.push({ x: x + line.nx * at, y: y + line.ny * at });
    strengths.push(Math.sqrt(here));
  }
}

/** Of all lines that shift the side's two ends by up to `reach`, the one with the most edge on it; nearer ones are favoured. */
function bestLine(
  line: Line,
  points: readonly XY[],
  strengths: readonly number[],
  a: XY,
  b: XY,
  reach: number,
): Line | null {
  if (points.length < 2) return null;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const lengthSquared = dx * dx + dy * dy;
  const end = Math.ceil(reach);
  const width = 2 * end + 1;
  // sums[(start + end) * width + stop + end]: the edge on the line from that start to that stop.
  const sums = new Float64Array(width * width);
  for (let k = 0; k < points.length; k++) {
    const p = points[k] ?? a;
    const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSquared;
    addToLines(sums, end, along, distanceTo(line, p), strengths[k] ?? 0);
  }
  let most = 0;
  let best: readonly [number, number] | null = null;
  for (let start = -end; start <= end; start++) {
    for (let stop = -end; stop <= end; stop++) {
      const middle = (start + stop) / 2 / reach;
      const sum = (sums[(start + end) * width + stop + end] ?? 0) * (1 - 0.35 * middle * middle);
      if (sum > most) {
        most = sum;
        best = [start, stop];
      }
    }
  }
  if (best === null) return null;
  const [start, stop] = best;
  const p = { x: a.x + line.nx * start, y: a.y + line.ny * start };
  const q = { x: b.x + line.nx * stop, y: b.y + line.ny * stop };
  const length = Math.hypot(q.x - p.x, q.y - p.y);
  const nx = (q.y - p.y) / length;
  const ny = -(q.x - p.x) / length;
  return { nx, ny, c: nx * p.x + ny * p.y };
}

/** Adds a point's strength to the lines that run within a pixel of it; `along` is its place on the side, 0–1. */
function addToLines(sums: Float64Array, end: number, along: number, off: number, strength: number): void {
  const width = 2 * end + 1;
  for (let start = -end; start <= end; start++) {
    // The line lies at start + (stop - start) * along there, which grows with stop.
    const middle = start + (off - start) / along;
    const first = Math.max(-end, Math.floor(middle - 1 / along));
    const last = Math.min(end, Math.ceil(middle + 1 / along));
    for (let stop = first; stop <= last; stop++) {
      const d = off - start - (stop - start) * along;
      const at = (start + end) * width + stop + end;
      if (d > -1 && d < 1) sums[at] = (sums[at] ?? 0) + (1 - d * d) * strength;
    }
  }
}

function differenceAt(image: RgbImage, x: number, y: number, line: Line): number {
  const ax = Math.round(x - line.nx * STEP - 0.5);
  const ay = Math.round(y - line.ny * STEP - 0.5);
  const bx = Math.round(x + line.nx * STEP - 0.5);
  const by = Math.round(y + line.ny * STEP - 0.5);
  const { width, height, data } = image;
  if (ax < 0 || ay < 0 || bx < 0 || by < 0 || ax >= width || bx >= width || ay >= height || by >= height) return 0;
  const p = (ay * width + ax) * 3;
  const q = (by * width + bx) * 3;
  return (
    Math.abs((data[p] ?? 0) - (data[q] ?? 0)) +
    Math.abs((data[p + 1] ?? 0) - (data[q + 1] ?? 0)) +
    Math.abs((data[p + 2] ?? 0) - (data[q + 2] ?? 0))
  );
}
