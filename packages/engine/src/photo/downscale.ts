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
  const stride = image.width * 3;
  const cells: Cells = { columns, data, source: image.data, ...shareOf(columns.each * rows.each) };
  const rowAt = (i: number) => (rows.at[i] ?? 0) * stride;
  if (columns.each === MOST_SAMPLES && rows.each === MOST_SAMPLES) {
    for (let y = 0; y < height; y++)
      writeMeansOfNine(cells, y * width * 3, rowAt(3 * y), rowAt(3 * y + 1), rowAt(3 * y + 2));
    return { width, height, data };
  }
  if (columns.each === 2 && rows.each === 2) {
    for (let y = 0; y < height; y++) writeMeansOfFour(cells, y * width * 3, rowAt(2 * y), rowAt(2 * y + 1));
    return { width, height, data };
  }
  if (columns.each === 1 && rows.each === 1) {
    for (let y = 0; y < height; y++) writeSamples(cells, y * width * 3, rowAt(y));
    return { width, height, data };
  }
  const sums = new Uint32Array(width * 3);
  for (let y = 0; y < height; y++) {
    sums.fill(cells.half);
    for (let j = 0; j < rows.each; j++) addRow(sums, image.data, rowAt(y * rows.each + j), columns);
    const start = y * width * 3;
    for (let i = 0; i < sums.length; i++) data[start + i] = ((sums[i] ?? 0) * cells.share) >>> SHARE_BITS;
  }
  return { width, height, data };
}

/** Which samples make a cell, and how their sum is divided: by multiplication, in 65536ths of a cell's share. */
type Cells = {
  readonly columns: Samples;
  readonly data: Uint8Array;
  readonly source: Uint8Array;
  readonly share: number;
  readonly half: number;
};
const SHARE_BITS = 16;

function shareOf(samples: number): Pick<Cells, 'share' | 'half'> {
  const share = Math.ceil((1 << SHARE_BITS) / samples);
  return { share, half: Math.floor((1 << (SHARE_BITS - 1)) / share) };
}

/** A row of cells of 3×3 samples, the case of every photo, without sums in between: two thirds of the time. */
function writeMeansOfNine(
  { columns, data, source, share, half }: Cells,
  start: number,
  top: number,
  middle: number,
  bottom: number,
): void {
  const { at } = columns;
  for (let k = 0, target = start; k < at.length; k += MOST_SAMPLES) {
    const a = at[k] ?? 0;
    const b = at[k + 1] ?? 0;
    const c = at[k + 2] ?? 0;
    for (let channel = 0; channel < 3; channel++, target++) {
      const left = a + channel;
      const centre = b + channel;
      const right = c + channel;
      const sum =
        (source[top + left] ?? 0) +
        (source[top + centre] ?? 0) +
        (source[top + right] ?? 0) +
        (source[middle + left] ?? 0) +
        (source[middle + centre] ?? 0) +
        (source[middle + right] ?? 0) +
        (source[bottom + left] ?? 0) +
        (source[bottom + centre] ?? 0) +
        (source[bottom + right] ?? 0);
      data[target] = ((sum + half) * share) >>> SHARE_BITS;
    }
  }
}

/** A row of cells of 2×2 samples, the case of most parts of a picture: three quarters of the time. */
function writeMeansOfFour({ columns, data, source }: Cells, start: number, top: number, bottom: number): void {
  const { at } = columns;
  for (let k = 0, target = start; k < at.length; k += 2) {
    const a = at[k] ?? 0;
    const b = at[k + 1] ?? 0;
    for (let channel = 0; channel < 3; channel++, target++) {
      const left = a + channel;
      const right = b + channel;
      const sum =
        (source[top + left] ?? 0) +
        (source[top + right] ?? 0) +
        (source[bottom + left] ?? 0) +
        (source[bottom + right] ?? 0);
      data[target] = (sum + 2) >>> 2;
    }
  }
}

/** A row of a picture that is enlarged, or keeps its size. */
function writeSamples({ columns, data, source }: Cells, start: number, row: number): void {
  const { at } = columns;
  for (let k = 0, target = start; k < at.length; k++, target += 3) {
    const from = row + (at[k] ?? 0);
    data[target] = source[from] ?? 0;
    data[target + 1] = source[from + 1] ?? 0;
    data[target + 2] = source[from + 2] ?? 0;
  }
}

/** Adds the samples of one row of the picture to the cells. */
function addRow(sums: Uint32Array, source: Uint8Array, base: number, { at, each }: Samples): void {
  for (let i = 0, k = 0; i < sums.length; i += 3) {
    for (let n = 0; n < each; n++, k++) {
      const a = base + (at[k] ?? 0);
      sums[i] = (sums[i] ?? 0) + (source[a] ?? 0);
      sums[i + 1] = (sums[i + 1] ?? 0) + (source[a + 1] ?? 0);
      sums[i + 2] = (sums[i + 2] ?? 0) + (source[a + 2] ?? 0);
    }
  }
}

type Samples = { readonly each: number; readonly at: Int32Array };

/** Which columns or rows are read, in units of `step`. */
function sampleOffsets(from: number, to: number, step: number): Samples {
  const each = Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(from / to)));
  const at = new Int32Array(to * each);
  for (let i = 0; i < at.length; i++) at[i] = step * Math.min(from - 1, Math.floor(((i + 0.5) * from) / (to * each)));
  return { each, at };
}
