import type { PhotoPoint, Quad } from '../geometry.ts';
import type { RgbImage } from '../pixels.ts';
import type { Side } from './fit-quad.ts';
import { cornersOf } from './fit-quad.ts';
import { type Line, lineThrough } from './line.ts';

/** Sides are looked for in the outer part of the picture, this far in from each end: a preview asks for a document that fills it. */
const OUTER_SHARE = 0.38;
/** Tilt of a side to either hand, as its rise over the picture's length, and the steps in which it is tried. */
const MOST_TILT = 0.14;
const TILT_STEPS = 14;
/** Colour difference (sum of three channels) that makes an edge, and the part of a side that must show it. */
const EDGE = 24;
const SHOWN_SHARE = 0.55;
const PROBES = 48;
const REACH = 2;

/** Four long straight edges in the outer parts of a small picture, or null. No model, no text: for a camera preview only. */
export function frameOutline(image: RgbImage): Quad<PhotoPoint> | null {
  const { width, height } = image;
  const top = bestSide(image, (t, at) => ({ x: t * width, y: at * height }));
  const right = bestSide(image, (t, at) => ({ x: (1 - at) * width, y: t * height }));
  const bottom = bestSide(image, (t, at) => ({ x: (1 - t) * width, y: (1 - at) * height }));
  const left = bestSide(image, (t, at) => ({ x: at * width, y: (1 - t) * height }));
  if (top === null || right === null || bottom === null || left === null) return null;
  const sides: Side[] = [top, right, bottom, left].map((line) => ({ line, onFrame: false }));
  return cornersOf(sides);
}

/** `place(t, at)` runs along a side with t from 0 to 1, `at` being its depth into the picture. */
function bestSide(image: RgbImage, place: (t: number, at: number) => PhotoPoint): Line | null {
  let most = SHOWN_SHARE;
  let best: Line | null = null;
  const steps = Math.round(OUTER_SHARE * Math.min(image.width, image.height));
  for (let s = 1; s < steps; s++) {
    for (let tilt = -TILT_STEPS; tilt <= TILT_STEPS; tilt++) {
      const middle = (s / steps) * OUTER_SHARE;
      const lean = (tilt / TILT_STEPS) * (MOST_TILT / 2);
      const a = place(0.15, middle - lean);
      const b = place(0.85, middle + lean);
      const shown = shareOfEdge(image, a, b);
      if (shown <= most) continue;
      most = shown;
      best = lineThrough(a, b);
    }
  }
  return best;
}

function shareOfEdge(image: RgbImage, a: PhotoPoint, b: PhotoPoint): number {
  const line = lineThrough(a, b);
  let hits = 0;
  for (let k = 0; k < PROBES; k++) {
    const t = (k + 0.5) / PROBES;
    const x = a.x + (b.x - a.x) * t;
    const y = a.y + (b.y - a.y) * t;
    if (difference(image, x + line.nx * REACH, y + line.ny * REACH, x - line.nx * REACH, y - line.ny * REACH) > EDGE)
      hits++;
  }
  return hits / PROBES;
}

function difference(image: RgbImage, ax: number, ay: number, bx: number, by: number): number {
  const { width, height, data } = image;
  const x0 = Math.floor(ax);
  const y0 = Math.floor(ay);
  const x1 = Math.floor(bx);
  const y1 = Math.floor(by);
  if (x0 < 0 || y0 < 0 || x1 < 0 || y1 < 0 || x0 >= width || x1 >= width || y0 >= height || y1 >= height) return 0;
  const p = (y0 * width + x0) * 3;
  const q = (y1 * width + x1) * 3;
  return (
    Math.abs((data[p] ?? 0) - (data[q] ?? 0)) +
    Math.abs((data[p + 1] ?? 0) - (data[q + 1] ?? 0)) +
    Math.abs((data[p + 2] ?? 0) - (data[q + 2] ?? 0))
  );
}
