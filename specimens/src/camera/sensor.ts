import type { Pixels } from './pixels.ts';
import type { Random } from './random.ts';
import { noiseSquareOfSensor, SENSOR_NOISE_SIZE } from './sensor-noise.ts';

/** What the camera does to light: noise in levels (brightness and colour), and sharpening (0 none, 1 strong). */
export type Sensor = { readonly lumaNoise: number; readonly chromaNoise: number; readonly sharpening: number };

/** Sharpens the brightness and adds noise, in place. Whole numbers: changes are counted in 1/64 of a level. */
export function develop(photo: Pixels, sensor: Sensor, random: Random): void {
  const { width, height } = photo;
  const lumaNoise = scaledNoise(sensor.lumaNoise);
  const chromaNoise = scaledNoise(sensor.chromaNoise);
  const amount = Math.round(sensor.sharpening * LUMA_ONE);
  // Luma above, at and below the current row, so that sharpening sees the unsharpened picture; one pixel of margin
  // left and right repeats the edge.
  let above = new Int32Array(width + 2);
  let here = new Int32Array(width + 2);
  let below = new Int32Array(width + 2);
  lumaRow(photo, 0, above);
  lumaRow(photo, 0, here);
  for (let y = 0; y < height; y++) {
    lumaRow(photo, Math.min(y + 1, height - 1), below);
    const noiseRow = (y & NOISE_MASK) * SENSOR_NOISE_SIZE;
    const grains = {
      luma: lumaNoise.subarray(noiseRow, noiseRow + SENSOR_NOISE_SIZE),
      chroma: chromaNoise.subarray(noiseRow, noiseRow + SENSOR_NOISE_SIZE),
    };
    const starts = [
      random.integer(0, NOISE_MASK),
      random.integer(0, NOISE_MASK),
      random.integer(0, NOISE_MASK),
    ] as const;
    developRow(photo.data.subarray(y * width * 3, (y + 1) * width * 3), { above, here, below }, amount, grains, starts);
    [above, here, below] = [here, below, above];
  }
}

type LumaRows = { readonly above: Int32Array; readonly here: Int32Array; readonly below: Int32Array };
type Grains = { readonly luma: Int32Array; readonly chroma: Int32Array };

function developRow(
  row: Uint8ClampedArray,
  { above, here, below }: LumaRows,
  amount: number,
  { luma, chroma }: Grains,
  [lumaStart, blueStart, redStart]: readonly [number, number, number],
): void {
  for (let x = 1, to = 0; to < row.length; x++, to += 3) {
    const around = (above[x] ?? 0) + (below[x] ?? 0) + (here[x - 1] ?? 0) + (here[x + 1] ?? 0);
    const edge = Math.imul(amount, 4 * (here[x] ?? 0) - around) >> EDGE_BITS;
    const change = edge + (luma[(x + lumaStart) & NOISE_MASK] ?? 0) + CHANGE_HALF;
    const blue = chroma[(x + blueStart) & NOISE_MASK] ?? 0;
    const red = chroma[(x + redStart) & NOISE_MASK] ?? 0;
    row[to] = (row[to] ?? 0) + ((change + red) >> CHANGE_BITS);
    row[to + 1] = (row[to + 1] ?? 0) + ((change - ((red + blue) >> 1)) >> CHANGE_BITS);
    row[to + 2] = (row[to + 2] ?? 0) + ((change + blue) >> CHANGE_BITS);
  }
}

function lumaRow({ width, data }: Pixels, y: number, into: Int32Array): void {
  let at = y * width * 3;
  for (let x = 1; x <= width; x++, at += 3) {
    into[x] = 77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0);
  }
  into[0] = into[1] ?? 0;
  into[width + 1] = into[width] ?? 0;
}

const NOISE_MASK = SENSOR_NOISE_SIZE - 1;
/** Luma is counted in 1/256 of a level (its weights 77, 150 and 29 add up to that), and so is the sharpening. */
const LUMA_ONE = 256;
const CHANGE_BITS = 6;
const CHANGE_HALF = 1 << (CHANGE_BITS - 1);
/** From four times luma (10 bits) times the sharpening (8 bits) to changes (6 bits). */
const EDGE_BITS = 12;

function scaledNoise(levels: number): Int32Array {
  return Int32Array.from(noiseSquareOfSensor(), (value) => Math.round(value * levels * (1 << CHANGE_BITS)));
}
