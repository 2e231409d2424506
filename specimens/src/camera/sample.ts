import { LIGHT_PARTS } from './light-field.ts';

/**
 * Places and lights are worked out at every eighth pixel and run straight between: over so short a way perspective
 * and distortion bend by less than a thousandth of a pixel.
 */
export const SEGMENT_PX = 8;

/** One channel between four texels: `i` upper left, `j` lower left, and the weight of each. */
export function texel(
  texels: Uint8ClampedArray,
  i: number,
  j: number,
  w00: number,
  w01: number,
  w10: number,
  w11: number,
): number {
  return (texels[i] ?? 0) * w00 + (texels[i + 3] ?? 0) * w01 + (texels[j] ?? 0) * w10 + (texels[j + 3] ?? 0) * w11;
}

/** One part of a light row at pixel `x`: red, green, blue, added light are 0–3. */
export function lightInRow(lights: Float32Array, nodesPerPixel: number, x: number, part: number): number {
  const at = (x + 0.5) * nodesPerPixel;
  const node = at | 0;
  const left = lights[node * LIGHT_PARTS + part] ?? 0;
  return left + ((lights[(node + 1) * LIGHT_PARTS + part] ?? left) - left) * (at - node);
}
