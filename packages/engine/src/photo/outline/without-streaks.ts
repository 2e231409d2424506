import { resize } from '../downscale.ts';
import type { RgbImage } from '../pixels.ts';

/** Streaks are looked for in a picture of half the size: a streak is at most so many of its pixels broad. */
const BROADEST = 11;
/** A streak is as light as this in all three colours, and by so much lighter than what remains where thin light things are taken away. */
const LIGHT = 225;
const LIGHTER = 45;
/** Its rim glows so far, and is filled from what lies so near and is no streak. */
const RIM = 3;
const NEAR = 9;
/** Less is dust, more is print on white paper. */
const LEAST_SHARE = 0.0015;
const MOST_SHARE = 0.06;

/**
 * The picture without the streaks of light that a lamp leaves on a clear sleeve: bright and thin, they part a document as edges do. They are
 * filled with the mean of what lies beside them. Null where there are none.
 */
export function withoutStreaks(image: RgbImage): RgbImage | null {
  const width = image.width >> 1;
  const height = image.height >> 1;
  if (width <= BROADEST || height <= BROADEST) return null;
  const half = resize(image, width, height);
  const least = new Uint8Array(width * height);
  for (let i = 0; i < least.length; i++)
    least[i] = Math.min(half.data[i * 3] ?? 0, half.data[i * 3 + 1] ?? 0, half.data[i * 3 + 2] ?? 0);
  if (shareOf(least, LIGHT) < LEAST_SHARE) return null;
  const opened = largest(smallest(least, width, height, BROADEST), width, height, BROADEST);
  const streak = least.map((value, i) => Number(value >= LIGHT && value - (opened[i] ?? 0) >= LIGHTER));
  const share = shareOf(streak, 1);
  if (share < LEAST_SHARE || share > MOST_SHARE) return null;
  const masked = largest(streak, width, height, 2 * RIM + 1);
  const filled = filledFromBeside(half, masked);
  const data = image.data.slice();
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const i = Math.min(height - 1, y >> 1) * width + Math.min(width - 1, x >> 1);
      if (masked[i] === 1) for (let k = 0; k < 3; k++) data[(y * image.width + x) * 3 + k] = filled[i * 3 + k] ?? 0;
    }
  }
  return { ...image, data };
}

function shareOf(values: Uint8Array, from: number): number {
  let count = 0;
  for (const value of values) if (value >= from) count++;
  return count / values.length;
}

/** The largest value within a square window around each pixel. */
function largest(values: Uint8Array, width: number, height: number, window: number): Uint8Array {
  const turned = values.map((value) => 255 - value);
  return smallest(turned, width, height, window).map((value) => 255 - value);
}

/** The least value within a square window around each pixel; what lies outside the picture is not looked at. */
function smallest(values: Uint8Array, width: number, height: number, window: number): Uint8Array {
  const reach = window >> 1;
  const along = new Uint8Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let best = 255;
      const to = y * width + Math.min(width - 1, x + reach);
      for (let i = y * width + Math.max(0, x - reach); i <= to; i++) if ((values[i] ?? 0) < best) best = values[i] ?? 0;
      along[y * width + x] = best;
    }
  }
  const out = new Uint8Array(values.length).fill(255);
  for (let y = 0; y < height; y++) {
    const to = Math.min(height - 1, y + reach);
    for (let i = Math.max(0, y - reach); i <= to; i++)
      for (let x = 0; x < width; x++) {
        const value = along[i * width + x] ?? 0;
        if (value < (out[y * width + x] ?? 0)) out[y * width + x] = value;
      }
  }
  return out;
}

/** For what is masked the mean colour of what is near and is not, in rings that grow until there is some; the rest stays. */
function filledFromBeside({ width, height, data }: RgbImage, masked: Uint8Array): Uint8Array {
  const out = data.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (masked[i] !== 1) continue;
      for (let reach = NEAR; reach <= NEAR * 4; reach *= 2) {
        let [count, red, green, blue] = [0, 0, 0, 0];
        for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v += 1) {
          for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u += 1) {
            const j = v * width + u;
            if (masked[j] === 1) continue;
            count++;
            red += data[j * 3] ?? 0;
            green += data[j * 3 + 1] ?? 0;
            blue += data[j * 3 + 2] ?? 0;
          }
        }
        if (count === 0) continue;
        out[i * 3] = red / count;
        out[i * 3 + 1] = green / count;
        out[i * 3 + 2] = blue / count;
        break;
      }
    }
  }
  return out;
}
