/** What tests of outlines share: a picture in which nothing was seen, and boxes in it. */
import type { Quad } from '../geometry.ts';
import type { XY } from './convex-hull.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

export const PICTURE = { width: 1000, height: 750 } as const;
/** The picture's end is no side of the outline. */
export const INSIDE = [false, false, false, false] as const;

const EMPTY = new Float32Array(MAP_SIDE * MAP_SIDE);
/** Of a network that saw nothing in the picture. */
export const EMPTY_MAPS: OutlineMaps = {
  document: EMPTY,
  covered: EMPTY,
  border: EMPTY,
  cos: EMPTY,
  sin: EMPTY,
  cellsPerPixel: MAP_SIDE / PICTURE.width,
  left: 0,
  top: 0,
  width: MAP_SIDE,
  height: (MAP_SIDE * PICTURE.height) / PICTURE.width,
};

/** Upright, in pixels of the picture. */
export function box(left: number, top: number, right: number, bottom: number): Quad<XY> {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
