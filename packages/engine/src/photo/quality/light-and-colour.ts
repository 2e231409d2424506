import type { RgbImage } from '../pixels.ts';

/** Every fourth pixel of every fourth line is enough for a mean. */
const STEP = 4;
const SATURATED = 245;
// Rec. 601 luma and ITU-R BT.601 colour differences on full-range sRGB values.
const LUMA = [0.299, 0.587, 0.114] as const;
const CB_SCALE = 0.564;
const CR_SCALE = 0.713;

export type LightAndColour = { readonly meanLuma: number; readonly chromaDeviation: number };

/** Mean luma without glare, and the standard deviation of Cb and Cr together, both 0–255, over a page. */
export function lightAndColour(page: RgbImage): LightAndColour {
  const { width, height, data } = page;
  let count = 0;
  let luma = 0;
  let cb = 0;
  let cr = 0;
  let cbSquared = 0;
  let crSquared = 0;
  for (let y = 0; y < height; y += STEP) {
    for (let x = 0; x < width; x += STEP) {
      const s = (y * width + x) * 3;
      const r = data[s] ?? 0;
      const g = data[s + 1] ?? 0;
      const b = data[s + 2] ?? 0;
      if (r >= SATURATED && g >= SATURATED && b >= SATURATED) continue;
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
  if (count === 0) return { meanLuma: 255, chromaDeviation: 0 };
  const variance = cbSquared / count - (cb / count) ** 2 + crSquared / count - (cr / count) ** 2;
  return { meanLuma: luma / count, chromaDeviation: Math.sqrt(Math.max(0, variance / 2)) };
}
