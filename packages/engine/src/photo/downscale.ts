import type { RgbImage } from './pixels.ts';

/** Samples per side of a cell: more are read only where they would be next to one another. */
const MOST_SAMPLES = 3;

/**
 * The picture with its long edge at most `longEdge`, each pixel the mean of up to 3×3 evenly spaced samples of its cell:
 * a ninth of the reading of a full box filter on a 12-megapixel photo, and free of visible aliasing.
 */
export function downscale(image: RgbImage, longEdge: number): RgbImage {
  const ratio = Math.max(image.width, image.height) / longEdge;
  if (ratio <= 1) return image;
  const width = Math.max(1, Math.round(image.width / ratio));
  const height = Math.max(1, Math.round(image.height / ratio));
  return resize(image, width, height);
}

/** To exactly `width`×`height`; meant for shrinking, enlarges by repeating pixels. */
export function resize(image: RgbImage, width: number, height: number): RgbImage {
  const columns = sampleOffsets(image.width, width);
  const rows = sampleOffsets(image.height, height);
  const data = new Uint8Array(width * height * 3);
  const source = image.data;
  const stride = image.width * 3;
  const total = columns.each * rows.each;
  const round = total >> 1;
  let target = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let red = round;
      let green = round;
      let blue = round;
      for (let j = 0; j < rows.each; j++) {
        const base = (rows.at[y * rows.each + j] ?? 0) * stride;
        for (let i = 0; i < columns.each; i++) {
          const s = base + (columns.at[x * columns.each + i] ?? 0) * 3;
          red += source[s] ?? 0;
          green += source[s + 1] ?? 0;
          blue += source[s + 2] ?? 0;
        }
      }
      data[target++] = red / total;
      data[target++] = green / total;
      data[target++] = blue / total;
    }
  }
  return { width, height, data };
}

function sampleOffsets(from: number, to: number): { readonly each: number; readonly at: Int32Array } {
  const each = Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(from / to)));
  const at = new Int32Array(to * each);
  for (let i = 0; i < at.length; i++) at[i] = Math.min(from - 1, Math.floor(((i + 0.5) * from) / (to * each)));
  return { each, at };
}
