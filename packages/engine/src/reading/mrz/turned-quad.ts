import type { PagePoint, Quad } from '../../photo/index.ts';

/** The same stretch of print, read the other way about. */
export function upsideDown([topLeft, topRight, bottomRight, bottomLeft]: Quad<PagePoint>): Quad<PagePoint> {
  return [bottomRight, bottomLeft, topLeft, topRight];
}
