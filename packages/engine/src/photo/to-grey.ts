import type { GreyImage, RgbImage } from './pixels.ts';

// Rec. 601 luma in 16-bit fixed point; the three add up to 65536.
const RED = 19595;
const GREEN = 38470;
const BLUE = 7471;
const HALF = 32768;
const SHIFT = 16;

/** Luma of every pixel. */
export function toGrey(image: RgbImage): GreyImage {
  const { width, height, data } = image;
  const grey = new Uint8Array(width * height);
  for (let i = 0, s = 0; i < grey.length; i++, s += 3) {
    grey[i] = ((data[s] ?? 0) * RED + (data[s + 1] ?? 0) * GREEN + (data[s + 2] ?? 0) * BLUE + HALF) >> SHIFT;
  }
  return { width, height, data: grey };
}
