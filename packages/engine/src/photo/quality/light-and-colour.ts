import type { RgbImage } from '../pixels.ts';
import type { PageMask } from './page-mask.ts';

/** Every fourth pixel of every fourth line is enough for a mean. */
const STEP = 4;
// Rec. 601 luma and ITU-R BT.601 colour differences on full-range sRGB values.
const LUMA = [0.299, 0.587, 0.114] as const;
const CB_SCALE = 0.564;
const CR_SCALE = 0.713;

export type LightAndColour = { readonly meanLuma: number; readonly chromaDeviation: number };

/** Mean luma, and the standard deviation of Cb and Cr together, both 0–255, over what the mask counts of a page. */
export function lightAndColour(page: RgbImage, mask?: PageMask): LightAndColour {
  const { width, height, data } = page;
  let count = 0;
  let luma = 0;
  let cb = 0;
  let cr = 0;
  let cbSquared = 0;
  let crSquared = 0;
  for (let y = 0; y < height; y += STEP) {
    const maskRow = mask ? Math.floor((y * mask.rows) / height) * mask.columns : 0;
    for (let x = 0; x < width; x += STEP) {
      if (mask && mask.counts[maskRow + Math.floor((x * mask.columns) / width)] === 0) continue;
      const s = (y * width + x) * 3;
      const r = data[s] ?? 0;
      const g = data[s + 1] ?? 0;
      const b = data[s + 2] ?? 0;
      const l = LUMA[0] * r + LUMA[1] * g + LUMA[2] * b;
      const u = (b - l) * CB_SCALE;
      const v = (r - l) * CR_SCALE;
      count++;
      luma += l;
      cb += u;
      cr += v;
      cbSquared += u * u;
      crSquared += v * v;
    }
  }
  // Nothing but glare.
  if (count === 0) return { meanLuma: 255, chromaDeviation: 0 };
  const variance = cbSquared / count - (cb / count) ** 2 + crSquared / count - (cr / count) ** 2;
  return { meanLuma: luma / count, chromaDeviation: Math.sqrt(Math.max(0, variance / 2)) };
}
