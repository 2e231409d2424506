import type { GreyImage } from '../pixels.ts';

/** σ of the blur (px) as estimated from what a second blur of known σ does to the strongest edges. */
export type ReblurEnergies = { readonly sigma: number; readonly strongest: number };

/** The part of the pixels with the strongest gradients that is compared. */
const STRONGEST_SHARE = 0.1;
/** A 3-tap binomial denoise has this variance (px²). */
const DENOISE_VARIANCE = 0.5;
const FEWEST_PIXELS = 60;
const LEVELS = 256;

/**
 * Crété et al. 2007, after a denoise, in its differential form (Zhuo & Sim 2011): blurred once more by σ₂, an edge of blur
 * σ keeps the share σ/√(σ²+σ₂²) of its gradient. Both directions are measured and the worse one counts, so that
 * motion along one of them is seen. Null where the patch is too small.
 */
export function reblurEnergies(
  grey: GreyImage,
  left: number,
  top: number,
  right: number,
  bottom: number,
  sigma: number,
): ReblurEnergies | null {
  const width = right - left;
  const height = bottom - top;
  if (width * height < FEWEST_PIXELS || width < 4 || height < 4) return null;
  const patch = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) patch[y * width + x] = grey.data[(y + top) * grey.width + x + left] ?? 0;
  }
  const clean = blurred(patch, width, height, Math.sqrt(DENOISE_VARIANCE));
  const again = blurred(clean, width, height, sigma);
  const across = ratioOf(clean, again, width, height, 1);
  const down = ratioOf(clean, again, width, height, width);
  const ratio = Math.max(across.ratio, down.ratio);
  const bounded = Math.min(HIGHEST_RATIO, ratio);
  const variance = (sigma * sigma * bounded * bounded) / (1 - bounded * bounded) - DENOISE_VARIANCE;
  return { sigma: Math.sqrt(Math.max(0, variance)), strongest: Math.max(across.strongest, down.strongest) };
}
/** σ of seven times the second blur: nothing is left to see. */
const HIGHEST_RATIO = 0.99;

function ratioOf(clean: Float32Array, again: Float32Array, width: number, height: number, step: number) {
  const histogram = new Uint32Array(LEVELS);
  let count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const g = Math.abs((clean[i + step] ?? 0) - (clean[i - step] ?? 0));
      const level = Math.min(LEVELS - 1, g | 0);
      histogram[level] = (histogram[level] ?? 0) + 1;
      count++;
    }
  }
  let level = LEVELS - 1;
  for (let passed = 0; level > 0; level--) {
    passed += histogram[level] ?? 0;
    if (passed >= count * STRONGEST_SHARE) break;
  }
  let before = 0;
  let after = 0;
  let used = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const g = Math.abs((clean[i + step] ?? 0) - (clean[i - step] ?? 0));
      if (g < level) continue;
      before += g;
      after += Math.abs((again[i + step] ?? 0) - (again[i - step] ?? 0));
      used++;
    }
  }
  return { ratio: before > 0 ? Math.min(1, after / before) : 0, strongest: used > 0 ? before / used / 2 : 0 };
}

/** Separable Gaussian with mirrored ends. */
function blurred(source: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(sigma * 2.5));
  const kernel = new Float32Array(2 * radius + 1);
  let total = 0;
  for (let k = -radius; k <= radius; k++) {
    const v = Math.exp((-k * k) / (2 * sigma * sigma));
    kernel[k + radius] = v;
    total += v;
  }
  const middle = new Float32Array(source.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++)
        sum += (kernel[k + radius] ?? 0) * (source[y * width + mirror(x + k, width)] ?? 0);
      middle[y * width + x] = sum / total;
    }
  }
  const out = new Float32Array(source.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++)
        sum += (kernel[k + radius] ?? 0) * (middle[mirror(y + k, height) * width + x] ?? 0);
      out[y * width + x] = sum / total;
    }
  }
  return out;
}

function mirror(i: number, size: number): number {
  const j = i < 0 ? -i - 1 : i >= size ? 2 * size - 1 - i : i;
  return Math.min(size - 1, Math.max(0, j));
}
