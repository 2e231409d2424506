import type { GreyImage } from '../pixels.ts';

/** Side of the patches that are looked at. */
const PATCH = 96;
/** Periods in px; a grid finer than 2 px cannot be seen, a coarser one is print. */
const SHORTEST = 2;
const LONGEST = 12;
const PLACES = [0.25, 0.5, 0.75] as const;
/** Periodicity of print and paper stays under the first figure, a screen's grid reaches the second. */
const NOTHING = 0.25;
const CERTAIN = 0.7;

/** 0–1: a regular grid of a few pixels all over the page, as a screen's pixels and their moiré make. A hint only. */
export function recaptureHint(grey: GreyImage): number {
  const peaks: number[] = [];
  for (const v of PLACES) {
    for (const u of PLACES) {
      const left = Math.floor(u * grey.width - PATCH / 2);
      const top = Math.floor(v * grey.height - PATCH / 2);
      if (left < 1 || top < 1 || left + PATCH + LONGEST > grey.width || top + PATCH + LONGEST > grey.height) continue;
      peaks.push(Math.min(periodicity(grey, left, top, 1, 0), periodicity(grey, left, top, 0, 1)));
    }
  }
  if (peaks.length === 0) return 0;
  peaks.sort((a, b) => a - b);
  const middle = peaks[Math.floor(peaks.length / 2)] ?? 0;
  return Math.min(1, Math.max(0, (middle - NOTHING) / (CERTAIN - NOTHING)));
}

/** Highest rise of the autocorrelation of second differences after its first dip, along (dx, dy). */
function periodicity(grey: GreyImage, left: number, top: number, dx: number, dy: number): number {
  const { width, data } = grey;
  const step = dx + dy * width;
  const values = new Float32Array((PATCH + LONGEST) * (PATCH + LONGEST));
  const side = PATCH + LONGEST;
  let energy = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const i = (top + y) * width + left + x;
      const second = 2 * (data[i] ?? 0) - (data[i - step] ?? 0) - (data[i + step] ?? 0);
      // Print is strong and rare, a grid weak and everywhere: strong values are capped.
      const value = Math.max(-CAP, Math.min(CAP, second));
      values[y * side + x] = value;
      if (x < PATCH && y < PATCH) energy += value * value;
    }
  }
  if (energy < PATCH * PATCH) return 0;
  let dip = 1;
  let peak = 0;
  for (let lag = SHORTEST; lag <= LONGEST; lag++) {
    let sum = 0;
    const shift = lag * dx + lag * dy * side;
    for (let y = 0; y < PATCH; y++) {
      for (let x = 0; x < PATCH; x++) sum += (values[y * side + x] ?? 0) * (values[y * side + x + shift] ?? 0);
    }
    const correlation = sum / energy;
    dip = Math.min(dip, correlation);
    if (dip < 0.1) peak = Math.max(peak, correlation);
  }
  return peak;
}
const CAP = 24;
