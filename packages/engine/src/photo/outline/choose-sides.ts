import type { RgbImage } from '../pixels.ts';
import type { XY } from './convex-hull.ts';
import { cornersOf, type FittedQuad, type Side } from './fit-quad.ts';
import { type Line, lineThrough } from './line.ts';
import { offKnownFormat } from './true-aspect.ts';

/** How much document a quad holds and nothing else, at most 1; corners in pixels of the picture. */
type Holds = (corners: readonly [XY, XY, XY, XY]) => number;

export type Candidate = { readonly side: Side; readonly shown: number };

/** Places along a side that are looked at, and the part of a side at its corners that is not. */
const PROBES = 40;
const CORNER_SHARE = 0.08;
const PLACES = Float64Array.from(
  { length: PROBES },
  (_, k) => CORNER_SHARE + ((1 - 2 * CORNER_SHARE) * (k + 0.5)) / PROBES,
);
/** Ends of a side are shifted in these steps, px; it tilts by no more than `MOST_TILT` of the reach. */
const STEP = 2;
const MOST_TILT = 0.6;
/** Colours are compared over this distance; a difference (sum of three channels) under `WEAKEST` is no edge. */
const APART = 1.5;
const WEAKEST = 20;
/** A probe shows an edge on a line when it lies this near (px). */
const NEAR = 2;
const CANDIDATES = 6;
/** Lines nearer to one another than this (px) are the same. */
const SAME = 4;
/** A line must be shown by this part of its probes. */
const LEAST_SHOWN = 0.35;
/** A side of which this part shows is the document's. */
const CLEARLY_SHOWN = 0.6;
/** What the mask, the edges and a known format are worth. A text line's gaps count against it: edges are squared. */
const MASK_WORTH = 2;
const EDGE_WORTH = 1.2;
const FORMAT_WORTH = 0.35;
const FORMAT_REACH = 0.06;
/** Of a quad's diagonal. */
const ALIKE = 0.015;
/** A side on the frame has no edge to show. */
const SHOWN_ON_FRAME = 0.5;

/** `clear`: every side that is not the frame's is shown by an edge along most of its length. */
type ChosenQuad = FittedQuad & { readonly clear: boolean };

/** Of the straight edges near each side, takes the four that together hold the document best and have a document's proportions. */
export function chooseSides(image: RgbImage, quad: FittedQuad, reach: number, holds: Holds): ChosenQuad {
  return rankSides(image, quad, reach, holds, 1)[0] ?? { ...quad, clear: false };
}

/** Of the straight edges near each side the fours that hold the document best, best first; no two of them alike. */
export function rankSides(
  image: RgbImage,
  quad: FittedQuad,
  reach: number,
  holds: Holds,
  most: number,
): readonly ChosenQuad[] {
  const options = quad.sides.map((side, i): readonly Candidate[] => {
    const a = quad.corners[i];
    const b = quad.corners[(i + 1) % 4];
    if (side.onFrame || a === undefined || b === undefined) return [{ side, shown: SHOWN_ON_FRAME }];
    return [{ side, shown: 0 }, ...straightEdgesNear(image, side.line, a, b, reach)];
  });
  const [tops, rights, bottoms, lefts] = options;
  const ranked: (ChosenQuad & { readonly score: number })[] = [];
  for (const top of tops ?? []) {
    for (const right of rights ?? []) {
      for (const bottom of bottoms ?? []) {
        for (const left of lefts ?? []) {
          const sides = [top.side, right.side, bottom.side, left.side] as const;
          const corners = cornersOf(sides);
          if (corners === null) continue;
          const edges = (top.shown ** 2 + right.shown ** 2 + bottom.shown ** 2 + left.shown ** 2) / 4;
          const score =
            MASK_WORTH * holds(corners) + EDGE_WORTH * edges + (sides.some((s) => s.onFrame) ? 0 : fit(corners, image));
          ranked.push({ sides, corners, clear: [top, right, bottom, left].every(isClear), score });
        }
      }
    }
  }
  ranked.sort((p, q) => q.score - p.score);
  const kept: ChosenQuad[] = [];
  for (const { sides, corners, clear } of ranked) {
    if (kept.length === most) break;
    if (!kept.some((known) => areAlike(known.corners, corners))) kept.push({ sides, corners, clear });
  }
  return kept;
}

/** No corner of one lies farther from the other's than a part of the breadth. */
function areAlike(one: FittedQuad['corners'], other: FittedQuad['corners']): boolean {
  const breadth = Math.hypot(one[0].x - one[2].x, one[0].y - one[2].y);
  return one.every((p, i) => Math.hypot(p.x - (other[i]?.x ?? 0), p.y - (other[i]?.y ?? 0)) < ALIKE * breadth);
}

function isClear({ side, shown }: Candidate): boolean {
  return side.onFrame || shown > CLEARLY_SHOWN;
}

function fit(corners: readonly [XY, XY, XY, XY], image: RgbImage): number {
  return FORMAT_WORTH * Math.max(0, 1 - offKnownFormat(corners, image.width, image.height) / FORMAT_REACH);
}

/** The straightest edges within `reach` px of a side, best first. */
export function straightEdgesNear(image: RgbImage, line: Line, a: XY, b: XY, reach: number): Candidate[] {
  const end = Math.ceil(reach);
  const width = 2 * end + 1;
  const edges = edgeProfile(image, line, a, b, end);
  const found: { readonly start: number; readonly stop: number; readonly shown: number }[] = [];
  for (let start = -end; start <= end; start += STEP) {
    for (let stop = -end; stop <= end; stop += STEP) {
      if (Math.abs(stop - start) > MOST_TILT * 2 * end) continue;
      let hits = 0;
      // No more is looked at once all the rest could not show it.
      for (let k = 0; k < PROBES && hits + PROBES - k > LEAST_SHOWN * PROBES; k++) {
        const at = Math.round(start + (stop - start) * (PLACES[k] ?? 0)) + end;
        hits += edges[k * width + at] ?? 0;
      }
      const shown = hits / PROBES;
      if (shown > LEAST_SHOWN) found.push({ start, stop, shown });
    }
  }
  found.sort((p, q) => q.shown - p.shown);
  const kept: typeof found = [];
  for (const each of found) {
    if (kept.some((k) => Math.abs(k.start - each.start) + Math.abs(k.stop - each.stop) < 2 * SAME)) continue;
    kept.push(each);
    if (kept.length === CANDIDATES) break;
  }
  return kept.map(({ start, stop, shown }) => {
    const from = { x: a.x + line.nx * start, y: a.y + line.ny * start };
    const to = { x: b.x + line.nx * stop, y: b.y + line.ny * stop };
    return { side: { line: lineThrough(from, to), onFrame: false }, shown };
  });
}

/** `edges[probe * (2 end + 1) + end + offset]`: 1 on an edge of the probe, falling to 0 within `NEAR` px. */
function edgeProfile(image: RgbImage, line: Line, a: XY, b: XY, end: number): Float32Array {
  const width = 2 * end + 1;
  const edges = new Float32Array(PROBES * width);
  const row = new Float32Array(width);
  for (let k = 0; k < PROBES; k++) {
    const t = PLACES[k] ?? 0;
    const x = a.x + (b.x - a.x) * t;
    const y = a.y + (b.y - a.y) * t;
    for (let s = -end; s <= end; s++) row[s + end] = differenceAt(image, x + line.nx * s, y + line.ny * s, line);
    for (let i = 1; i < width - 1; i++) {
      const here = row[i] ?? 0;
      if (here < WEAKEST || here < (row[i - 1] ?? 0) || here <= (row[i + 1] ?? 0)) continue;
      for (let d = 1 - NEAR; d < NEAR; d++) {
        const at = k * width + Math.min(width - 1, Math.max(0, i + d));
        edges[at] = Math.max(edges[at] ?? 0, 1 - Math.abs(d) / NEAR);
      }
    }
  }
  return edges;
}

function differenceAt({ width, height, data }: RgbImage, x: number, y: number, line: Line): number {
  const ax = Math.round(x - line.nx * APART - 0.5);
  const ay = Math.round(y - line.ny * APART - 0.5);
  const bx = Math.round(x + line.nx * APART - 0.5);
  const by = Math.round(y + line.ny * APART - 0.5);
  if (ax < 0 || ay < 0 || bx < 0 || by < 0 || ax >= width || bx >= width || ay >= height || by >= height) return 0;
  const p = (ay * width + ax) * 3;
  const q = (by * width + bx) * 3;
  let sum = 0;
  for (let c = 0; c < 3; c++) sum += Math.abs((data[p + c] ?? 0) - (data[q + c] ?? 0));
  return sum;
}
