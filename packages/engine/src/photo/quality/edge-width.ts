import type { GreyImage } from '../pixels.ts';

/** `sigma` is the blur in px, 0 when sharp; `contrast` is the spread of luma on the patch, 0–255. */
export type EdgeWidth = { readonly sigma: number; readonly contrast: number };

/** Darkest and lightest parts that are left out of the contrast, and the steepest part of the slopes that counts. */
const TAIL = 0.03;
const STEEPEST = 0.025;
/** A Gaussian edge of σ and height C is nowhere steeper than C / (σ √(2π)). */
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Variance (px²) of the denoise and of a lens and sensor in focus: what a sharp picture measures. */
const SHARP_VARIANCE = 0.8;
const SLANTED = 1.15;
const FEWEST_SIDE = 5;
const LEVELS = 256;
/** Slopes are counted in quarters of a grey level. */
const SLOPE_LEVELS = 512;
const SLOPE_SCALE = 4;

/**
 * Blur from the steepest slopes of a patch against its contrast, after a 3×3 denoise, across and down; the worse of both, so
 * that motion is seen too. Against drawn text of 14 to 28 px blurred by known amounts it is right to a tenth from
 * σ = 0.06 to 0.4 of the capital height, and for motion of length L it gives L / √12 to a fifth. Null for patches too small.
 */
export function edgeWidth(grey: GreyImage, left: number, top: number, right: number, bottom: number): EdgeWidth | null {
  const width = right - left;
  const height = bottom - top;
  if (width < FEWEST_SIDE || height < FEWEST_SIDE) return null;
  const clean = denoised(grey, left, top, width, height);
  const levels = new Uint32Array(LEVELS);
  for (const value of clean) levels[value >> 4] = (levels[value >> 4] ?? 0) + 1;
  const contrast = levelAt(levels, clean.length * (1 - TAIL)) - levelAt(levels, clean.length * TAIL);
  const straight = Math.min(steepest(clean, width, height, 1), steepest(clean, width, height, width));
  // An upright stroke's slope along a diagonal: as steep over a distance √2 as long, seen at √½ of its height.
  const slanting = Math.min(steepest(clean, width, height, width + 1), steepest(clean, width, height, width - 1));
  const slope = Math.max(Math.min(straight, slanting * SLANTED), 1 / SLOPE_SCALE);
  const sigma = contrast / slope / ROOT_TWO_PI;
  return { sigma: Math.sqrt(Math.max(0, sigma * sigma - SHARP_VARIANCE)), contrast };
}

/** Binomial 3×3, in sixteenths of a grey level; the rim is mirrored from the picture itself. */
function denoised(grey: GreyImage, left: number, top: number, width: number, height: number): Uint16Array {
  const out = new Uint16Array(width * height);
  const { data } = grey;
  for (let y = 0; y < height; y++) {
    const middle = (top + y) * grey.width;
    const upper = top + y > 0 ? middle - grey.width : middle;
    const lower = top + y < grey.height - 1 ? middle + grey.width : middle;
    for (let x = 0; x < width; x++) {
      const c = left + x;
      const l = c > 0 ? c - 1 : c;
      const r = c < grey.width - 1 ? c + 1 : c;
      out[y * width + x] =
        (data[upper + l] ?? 0) +
        (data[upper + r] ?? 0) +
        (data[lower + l] ?? 0) +
        (data[lower + r] ?? 0) +
        2 * ((data[upper + c] ?? 0) + (data[lower + c] ?? 0) + (data[middle + l] ?? 0) + (data[middle + r] ?? 0)) +
        4 * (data[middle + c] ?? 0);
    }
  }
  return out;
}

/** Grey levels per px that the steepest `STEEPEST` of the slopes reach. */
function steepest(clean: Uint16Array, width: number, height: number, step: number): number {
  const histogram = new Uint32Array(SLOPE_LEVELS);
  let count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      // Two px apart and sixteenths: an eighth of this is a quarter level per px.
      const slope = Math.min(SLOPE_LEVELS - 1, Math.abs((clean[i + step] ?? 0) - (clean[i - step] ?? 0)) >> 3);
      histogram[slope] = (histogram[slope] ?? 0) + 1;
      count++;
    }
  }
  return levelAt(histogram, count * (1 - STEEPEST)) / SLOPE_SCALE;
}

function levelAt(histogram: Uint32Array, rank: number): number {
  let passed = 0;
  for (let level = 0; level < histogram.length; level++) {
    passed += histogram[level] ?? 0;
    if (passed >= rank) return level;
  }
  return histogram.length - 1;
}
