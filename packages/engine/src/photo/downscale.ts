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
  const columns = sampleOffsets(image.width, width, 3);
  const rows = sampleOffsets(image.height, height, 1);
  const data = new Uint8Array(width * height * 3);
  const source = image.data;
  const stride = image.width * 3;
  // Sums of a row of cells, and a division by multiplication: 65536ths of a cell's share.
  const sums = new Uint32Array(width * 3);
  const share = Math.ceil(SHARE_ONE / (columns.each * rows.each));
  for (let y = 0, target = 0; y < height; y++) {
    sums.fill(SHARE_HALF / share);
    for (let j = 0; j < rows.each; j++)
      addRow(sums, source, (rows.at[y * rows.each + j] ?? 0) * stride, columns.at, columns.each);
    for (let i = 0; i < sums.length; i++) data[target++] = ((sums[i] ?? 0) * share) >>> SHARE_BITS;
  }
  return { width, height, data };
}
const SHARE_ONE = 65536;
const SHARE_HALF = 32768;
const SHARE_BITS = 16;

/** Adds the samples of one row of the picture to the cells; three to a cell is the case of every photo, two of most smaller pictures. */
function addRow(sums: Uint32Array, source: Uint8Array, base: number, at: Int32Array, each: number): void {
  if (each === MOST_SAMPLES) {
    for (let i = 0, k = 0; i < sums.length; i += 3, k += 3) {
      const a = base + (at[k] ?? 0);
      const b = base + (at[k + 1] ?? 0);
      const c = base + (at[k + 2] ?? 0);
      sums[i] = (sums[i] ?? 0) + (source[a] ?? 0) + (source[b] ?? 0) + (source[c] ?? 0);
      sums[i + 1] = (sums[i + 1] ?? 0) + (source[a + 1] ?? 0) + (source[b + 1] ?? 0) + (source[c + 1] ?? 0);
      sums[i + 2] = (sums[i + 2] ?? 0) + (source[a + 2] ?? 0) + (source[b + 2] ?? 0) + (source[c + 2] ?? 0);
    }
    return;
  }
  if (each === 2) {
    for (let i = 0, k = 0; i < sums.length; i += 3, k += 2) {
      const a = base + (at[k] ?? 0);
      const b = base + (at[k + 1] ?? 0);
      sums[i] = (sums[i] ?? 0) + (source[a] ?? 0) + (source[b] ?? 0);
      sums[i + 1] = (sums[i + 1] ?? 0) + (source[a + 1] ?? 0) + (source[b + 1] ?? 0);
      sums[i + 2] = (sums[i + 2] ?? 0) + (source[a + 2] ?? 0) + (source[b + 2] ?? 0);
    }
    return;
  }
  for (let i = 0, k = 0; i < sums.length; i += 3) {
    for (let n = 0; n < each; n++, k++) {
      const a = base + (at[k] ?? 0);
      sums[i] = (sums[i] ?? 0) + (source[a] ?? 0);
      sums[i + 1] = (sums[i + 1] ?? 0) + (source[a + 1] ?? 0);
      sums[i + 2] = (sums[i + 2] ?? 0) + (source[a + 2] ?? 0);
    }
  }
}

/** Which columns or rows are read, in units of `step`. */
function sampleOffsets(from: number, to: number, step: number): { readonly each: number; readonly at: Int32Array } {
  const each = Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(from / to)));
  const at = new Int32Array(to * each);
  for (let i = 0; i < at.length; i++) at[i] = step * Math.min(from - 1, Math.floor(((i + 0.5) * from) / (to * each)));
  return { each, at };
}
