import type { XY } from './convex-hull.ts';

/** Points with nx·x + ny·y = c; (nx, ny) has length 1. */
export type Line = { readonly nx: number; readonly ny: number; readonly c: number };

/** The line through two points; the normal points to the left of a→b on the screen (outwards on a clockwise polygon). */
export function lineThrough(a: XY, b: XY): Line {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const nx = (b.y - a.y) / length;
  const ny = -(b.x - a.x) / length;
  return { nx, ny, c: nx * a.x + ny * a.y };
}

/** Where two lines meet; null when they are all but parallel. */
export function meet(a: Line, b: Line): XY | null {
  const det = a.nx * b.ny - b.nx * a.ny;
  if (Math.abs(det) < LEAST_SINE) return null;
  return { x: (a.c * b.ny - b.c * a.ny) / det, y: (a.nx * b.c - b.nx * a.c) / det };
}

/** Signed distance, positive on the normal's side. */
export function distanceTo(line: Line, p: XY): number {
  return line.nx * p.x + line.ny * p.y - line.c;
}

/**
 * Total least squares through weighted points, repeated with the far ones weighted down (Cauchy weights of width `scale`).
 * Null with fewer than two points. The normal keeps the side of `guess`.
 */
export function fitLine(points: readonly XY[], guess: Line, scale: number): Line | null {
  if (points.length < 2) return null;
  let line = guess;
  for (let round = 0; round < ROUNDS; round++) {
    let w = 0;
    let sx = 0;
    let sy = 0;
    let sxx = 0;
    let sxy = 0;
    let syy = 0;
    for (const p of points) {
      const d = distanceTo(line, p) / scale;
      const weight = 1 / (1 + d * d);
      w += weight;
      sx += weight * p.x;
      sy += weight * p.y;
      sxx += weight * p.x * p.x;
      sxy += weight * p.x * p.y;
      syy += weight * p.y * p.y;
    }
    const mx = sx / w;
    const my = sy / w;
    const angle = 0.5 * Math.atan2(2 * (sxy / w - mx * my), sxx / w - mx * mx - (syy / w - my * my));
    let nx = -Math.sin(angle);
    let ny = Math.cos(angle);
    if (nx * guess.nx + ny * guess.ny < 0) {
      nx = -nx;
      ny = -ny;
    }
    line = { nx, ny, c: nx * mx + ny * my };
  }
  return line;
}

/** Sides that meet under less than 3° do not make a corner. */
const LEAST_SINE = 0.05;
/** Enough for the weights to settle. */
const ROUNDS = 6;
