import type { PagePoint, Quad } from '../../photo/index.ts';

/** The part of a line's quad between two places along it, 0 (its left end) to 1. */
export function sliceQuad([a, b, c, d]: Quad<PagePoint>, from: number, to: number): Quad<PagePoint> {
  const between = (p: PagePoint, q: PagePoint, t: number): PagePoint => ({
    x: p.x + (q.x - p.x) * t,
    y: p.y + (q.y - p.y) * t,
  });
  return [between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)];
}
