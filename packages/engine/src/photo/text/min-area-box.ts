import type { XY } from '../outline/convex-hull.ts';

/** A rectangle at any angle. `ux`, `uy` is the unit vector along `length`, the longer side. */
export type Box = {
  readonly cx: number;
  readonly cy: number;
  readonly ux: number;
  readonly uy: number;
  readonly length: number;
  readonly height: number;
};

/** The rectangle of least area around a convex hull: one of its sides lies on one of the hull's edges. */
export function minAreaBox(hull: readonly XY[]): Box | null {
  let best: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < hull.length; i++) {
    const a = hull[i];
    const b = hull[(i + 1) % hull.length];
    if (!a || !b) continue;
    const edge = Math.hypot(b.x - a.x, b.y - a.y);
    if (edge === 0) continue;
    const ux = (b.x - a.x) / edge;
    const uy = (b.y - a.y) / edge;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let deepest = Number.POSITIVE_INFINITY;
    let farthest = Number.NEGATIVE_INFINITY;
    for (const p of hull) {
      const along = p.x * ux + p.y * uy;
      const across = p.y * ux - p.x * uy;
      if (along < low) low = along;
      if (along > high) high = along;
      if (across < deepest) deepest = across;
      if (across > farthest) farthest = across;
    }
    const area = (high - low) * (farthest - deepest);
    if (area >= least) continue;
    least = area;
    best = boxFrom(ux, uy, low, high, deepest, farthest);
  }
  return best;
}

function boxFrom(ux: number, uy: number, low: number, high: number, deepest: number, farthest: number): Box {
  const along = (low + high) / 2;
  const across = (deepest + farthest) / 2;
  const cx = along * ux - across * uy;
  const cy = along * uy + across * ux;
  const lengthwise = high - low >= farthest - deepest;
  return lengthwise
    ? { cx, cy, ux, uy, length: high - low, height: farthest - deepest }
    : { cx, cy, ux: -uy, uy: ux, length: farthest - deepest, height: high - low };
}
