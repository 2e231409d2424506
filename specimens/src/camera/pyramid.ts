import type { Pixels } from './pixels.ts';
import { halve } from './resize.ts';

/** The picture at full size, half, quarter … down to 8 pixels: from it a picture is sampled small without aliasing. */
export type Pyramid = readonly Pixels[];

const SMALLEST_PX = 8;
const known = new WeakMap<Uint8ClampedArray, Pyramid>();

/** Levels are made once per picture and kept as long as it lives. */
export function pyramidOf(picture: Pixels): Pyramid {
  const kept = known.get(picture.data);
  if (kept !== undefined) return kept;
  const levels = [picture];
  let last = picture;
  while (Math.min(last.width, last.height) >= 2 * SMALLEST_PX) {
    last = halve(last);
    levels.push(last);
  }
  known.set(picture.data, levels);
  return levels;
}

/** The level whose texels are nearest to the size of a pixel, seen from the sharp side. */
export function levelFor(pyramid: Pyramid, texelsPerPixel: number): number {
  // At 1.5 texels to the pixel the next level would begin to look soft; measured on drawn text.
  const level = Math.ceil(Math.log2(Math.max(texelsPerPixel, 1) / 1.5));
  return Math.max(0, Math.min(level, pyramid.length - 1));
}
