import type { CleanGrey } from './denoise.ts';
import type { PageMask } from './page-mask.ts';

/** `sigma` is the blur in px, 0 when sharp, along the direction in which it is worst; `contrast` is the spread of luma, 0–255. */
export type EdgeWidth = { readonly sigma: number; readonly contrast: number };

/** What is looked at: a box in px (right and bottom excluded), and every `stride`th pixel of every `stride`th row in it. */
export type EdgePatch = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly stride: number;
  /** The steepest part of the slopes that counts as edges, 0–1. */
  readonly steepest: number;
  /** Darkest and lightest parts that are left out of the contrast, 0–1. */
  readonly darkTail: number;
  readonly lightTail: number;
  readonly mask?: PageMask;
};

/** A Gaussian edge of σ and height C is nowhere steeper than C / (σ √(2π)). */
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Variance (px²) of the denoise and of a lens and sensor in focus: what a sharp picture measures. */
const SHARP_VARIANCE = 0.8;
const FEWEST_SIDE = 5;
const LEVELS = 256;
/** A hand moves in any direction. Motion hides from a direction 45° off; a step of 15° lets a seventh of it through. */
const DIRECTIONS = 12;
/** The direction straight down, halfway round. */
const UPRIGHT = DIRECTIONS / 2;
/** Cosines and sines are in 256ths. */
const LEVEL_BITS = 8;
/** Slopes are counted in eighths of a grey level per px: differences of two px in sixteenths, times the direction in 256ths. */
const SLOPE_LEVELS = 1024;
const SLOPE_SCALE = 8;
const SLOPE_BITS = 10;
/** Differences under this (sixteenths, 0.75 levels per px) are flat: they are counted, and belong to no edge. */
const FLAT = 24;

const COSINES = Int32Array.from({ length: DIRECTIONS }, (_, k) =>
  Math.round(256 * Math.cos((Math.PI * k) / DIRECTIONS)),
);
const SINES = Int32Array.from({ length: DIRECTIONS }, (_, k) => Math.round(256 * Math.sin((Math.PI * k) / DIRECTIONS)));

/**
 * Blur from the steepest slopes of a patch against its contrast, in twelve directions; the worst counts, so that motion is
 * seen too. Null for patches too small.
 */
export function edgeWidth(clean: CleanGrey, patch: EdgePatch): EdgeWidth | null {
  const { width, height, data } = clean;
  const { stride, steepest, darkTail, lightTail, mask } = patch;
  const left = Math.max(1, patch.left);
  const top = Math.max(1, patch.top);
  const right = Math.min(width - 1, patch.right);
  const bottom = Math.min(height - 1, patch.bottom);
  if (right - left < FEWEST_SIDE || bottom - top < FEWEST_SIDE) return null;
  const levels = new Uint32Array(LEVELS);
  const slopes = new Uint32Array(DIRECTIONS * SLOPE_LEVELS);
  let count = 0;
  for (let y = top; y < bottom; y += stride) {
    const maskRow = mask ? Math.floor((y * mask.rows) / height) * mask.columns : 0;
    for (let x = left; x < right; x += stride) {
      if (mask && mask.counts[maskRow + Math.floor((x * mask.columns) / width)] === 0) continue;
      const i = y * width + x;
      const level = (data[i] ?? 0) >> 4;
      levels[level] = (levels[level] ?? 0) + 1;
      count++;
      const dx = (data[i + 1] ?? 0) - (data[i - 1] ?? 0);
      const dy = (data[i + width] ?? 0) - (data[i - width] ?? 0);
      if (Math.abs(dx) + Math.abs(dy) < FLAT) continue;
      countSlopes(slopes, dx, dy);
    }
  }
  if (count === 0) return null;
  const contrast = fromBelow(levels, count * (1 - lightTail)) - fromBelow(levels, count * darkTail);
  let least = SLOPE_LEVELS;
  for (let k = 0; k < DIRECTIONS; k++) least = Math.min(least, fromAbove(slopes, k * SLOPE_LEVELS, count * steepest));
  const sigma = (contrast * SLOPE_SCALE) / Math.max(1, least) / ROOT_TWO_PI;
  return { sigma: Math.sqrt(Math.max(0, sigma * sigma - SHARP_VARIANCE)), contrast };
}

/** In every direction; one and its mirror image across the vertical share their products. */
function countSlopes(slopes: Uint32Array, dx: number, dy: number): void {
  countSlope(slopes, 0, Math.abs(dx) << LEVEL_BITS);
  countSlope(slopes, UPRIGHT, Math.abs(dy) << LEVEL_BITS);
  for (let k = 1; k < UPRIGHT; k++) {
    const across = Math.imul(dx, COSINES[k] ?? 0);
    const down = Math.imul(dy, SINES[k] ?? 0);
    countSlope(slopes, k, Math.abs(across + down));
    countSlope(slopes, DIRECTIONS - k, Math.abs(across - down));
  }
}

function countSlope(slopes: Uint32Array, direction: number, scaled: number): void {
  const at = direction * SLOPE_LEVELS + Math.min(SLOPE_LEVELS - 1, scaled >> SLOPE_BITS);
  slopes[at] = (slopes[at] ?? 0) + 1;
}

function fromBelow(histogram: Uint32Array, rank: number): number {
  let passed = 0;
  for (let level = 0; level < histogram.length; level++) {
    passed += histogram[level] ?? 0;
    if (passed >= rank) return level;
  }
  return histogram.length - 1;
}

/** The level that `rank` of the counts of one direction reach. */
function fromAbove(histogram: Uint32Array, start: number, rank: number): number {
  let passed = 0;
  for (let level = SLOPE_LEVELS - 1; level > 0; level--) {
    passed += histogram[start + level] ?? 0;
    if (passed >= rank) return level;
  }
  return 0;
}
