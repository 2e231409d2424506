import { LIGHT_PARTS } from './light-field.ts';

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

/** One part of a light row between two nodes; `n` is the part at the left node. */
export function gainAt(lights: Float32Array, n: number, between: number): number {
  const left = lights[n] ?? 0;
  return left + ((lights[n + LIGHT_PARTS] ?? 0) - left) * between;
}
