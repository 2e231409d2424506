import type { GreyImage, RgbImage } from './pixels.ts';

/** Samples along each side of a cell: 16 in all leave nothing of print two pixels high to chance. */
const MOST_SAMPLES = 4;
// Rec. 601 luma in 16-bit fixed point, as in to-grey.ts.
const RED = 19595;
const GREEN = 38470;
const BLUE = 7471;
const SHIFT = 16;
const RGB = 3;

/** Luma at exactly `width`×`height`, each pixel the mean of up to 4×4 evenly spaced samples of its cell. Colour or grey is taken. */
export function shrinkToGrey(image: RgbImage | GreyImage, width: number, height: number): GreyImage {
  const channels = Math.round(image.data.length / (image.width * image.height));
  const columns = offsets(image.width, width, channels);
  const rows = offsets(image.height, height, 1);
  const { data: source } = image;
  const stride = image.width * channels;
  const data = new Uint8Array(width * height);
  const sums = new Int32Array(width);
  const share = 1 / (columns.each * rows.each * (channels === RGB ? 1 << SHIFT : 1));
  for (let y = 0, target = 0; y < height; y++) {
    sums.fill(0);
    for (let j = 0; j < rows.each; j++) {
      const base = (rows.at[y * rows.each + j] ?? 0) * stride;
      if (channels === RGB && columns.each === MOST_SAMPLES) addFourColours(sums, source, base, columns.at);
      else if (channels === RGB) addColours(sums, source, base, columns.at, columns.each);
      else addGreys(sums, source, base, columns.at, columns.each);
    }
    for (let x = 0; x < width; x++) data[target++] = (sums[x] ?? 0) * share + ROUND;
  }
  return { width, height, data };
}
const ROUND = 0.5;

/** The loop for photos of 12 megapixels, unrolled. Sixteen samples of 16 bits and 8 fit in the 31 of a sum. */
function addFourColours(sums: Int32Array, source: Uint8Array, base: number, at: Int32Array): void {
  for (let x = 0, k = 0; x < sums.length; x++, k += MOST_SAMPLES) {
    const a = base + (at[k] ?? 0);
    const b = base + (at[k + 1] ?? 0);
    const c = base + (at[k + 2] ?? 0);
    const d = base + (at[k + 3] ?? 0);
    const red = (source[a] ?? 0) + (source[b] ?? 0) + (source[c] ?? 0) + (source[d] ?? 0);
    const green = (source[a + 1] ?? 0) + (source[b + 1] ?? 0) + (source[c + 1] ?? 0) + (source[d + 1] ?? 0);
    const blue = (source[a + 2] ?? 0) + (source[b + 2] ?? 0) + (source[c + 2] ?? 0) + (source[d + 2] ?? 0);
    sums[x] = (sums[x] ?? 0) + red * RED + green * GREEN + blue * BLUE;
  }
}

function addColours(sums: Int32Array, source: Uint8Array, base: number, at: Int32Array, each: number): void {
  for (let x = 0, k = 0; x < sums.length; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let n = 0; n < each; n++, k++) {
      const a = base + (at[k] ?? 0);
      red += source[a] ?? 0;
      green += source[a + 1] ?? 0;
      blue += source[a + 2] ?? 0;
    }
    sums[x] = (sums[x] ?? 0) + red * RED + green * GREEN + blue * BLUE;
  }
}

function addGreys(sums: Int32Array, source: Uint8Array, base: number, at: Int32Array, each: number): void {
  for (let x = 0, k = 0; x < sums.length; x++) {
    let sum = 0;
    for (let n = 0; n < each; n++, k++) sum += source[base + (at[k] ?? 0)] ?? 0;
    sums[x] = (sums[x] ?? 0) + sum;
  }
}

/** Which columns or rows are read, in units of `step`. */
function offsets(from: number, to: number, step: number): { readonly each: number; readonly at: Int32Array } {
  const each = Math.max(1, Math.min(MOST_SAMPLES, Math.round(from / to)));
  const at = new Int32Array(to * each);
  for (let i = 0; i < at.length; i++) at[i] = step * Math.min(from - 1, Math.floor(((i + 0.5) * from) / (to * each)));
  return { each, at };
}
