import type { GreyImage } from '../pixels.ts';

/** Luma after a binomial 3×3, in sixteenths of a grey level. */
export type CleanGrey = { readonly width: number; readonly height: number; readonly data: Uint16Array };

/** Takes the sensor's noise out before slopes are measured; the rim repeats itself. */
export function denoise(grey: GreyImage): CleanGrey {
  const { width, height, data: source } = grey;
  const data = new Uint16Array(width * height);
  const rows = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)] as const;
  across(source, 0, width, rows[0]);
  rows[2].set(rows[0]);
  let [upper, middle, lower] = [rows[2], rows[0], rows[1]];
  for (let y = 0, i = 0; y < height; y++) {
    if (y < height - 1) across(source, (y + 1) * width, width, lower);
    else lower.set(middle);
    for (let x = 0; x < width; x++, i++) data[i] = (upper[x] ?? 0) + 2 * (middle[x] ?? 0) + (lower[x] ?? 0);
    [upper, middle, lower] = [middle, lower, upper];
  }
  return { width, height, data };
}

function across(source: Uint8Array, start: number, width: number, row: Uint16Array): void {
  let left = source[start] ?? 0;
  let here = left;
  for (let x = 0; x < width; x++) {
    const right = x < width - 1 ? (source[start + x + 1] ?? 0) : here;
    row[x] = left + 2 * here + right;
    left = here;
    here = right;
  }
}
