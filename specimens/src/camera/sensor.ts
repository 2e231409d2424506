import type { Pixels } from './pixels.ts';
import type { Random } from './random.ts';
import { noiseSquareOfSensor, SENSOR_NOISE_SIZE } from './sensor-noise.ts';

/** What the camera does to light: noise in levels (brightness and colour), and sharpening (0 none, 1 strong). */
export type Sensor = { readonly lumaNoise: number; readonly chromaNoise: number; readonly sharpening: number };

/** Sharpens the brightness and adds noise, in place. Whole numbers: changes are counted in 1/64 of a level. */
export function develop(photo: Pixels, sensor: Sensor, random: Random): void {
  const { width, height, data } = photo;
  const mask = SENSOR_NOISE_SIZE - 1;
  const lumaNoise = scaledNoise(sensor.lumaNoise);
  const chromaNoise = scaledNoise(sensor.chromaNoise);
  const amount = Math.round(sensor.sharpening * LUMA_ONE);
  // Rows of luma above, at and below the current one, so that sharpening sees the unsharpened picture; one pixel of
  // margin left and right repeats the edge.
  let above = new Int32Array(width + 2);
  let here = new Int32Array(width + 2);
  let below = new Int32Array(width + 2);
  const lumaRow = (y: number, into: Int32Array): void => {
    let at = Math.min(y, height - 1) * width * 3;
    for (let x = 1; x <= width; x++, at += 3) {
      into[x] = 77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0);
    }
    into[0] = into[1] ?? 0;
    into[width + 1] = into[width] ?? 0;
  };
  lumaRow(0, above);
  lumaRow(0, here);
  for (let y = 0, to = 0; y < height; y++) {
    lumaRow(y + 1, below);
    const lumaStart = random.integer(0, mask);
    const blueStart = random.integer(0, mask);
    const redStart = random.integer(0, mask);
    const noiseRow = (y & mask) * SENSOR_NOISE_SIZE;
    for (let x = 0; x < width; x++, to += 3) {
      const around = (above[x + 1] ?? 0) + (below[x + 1] ?? 0) + (here[x] ?? 0) + (here[x + 2] ?? 0);
      const edge = Math.imul(amount, 4 * (here[x + 1] ?? 0) - around) >> EDGE_BITS;
      const change = edge + (lumaNoise[noiseRow + ((x + lumaStart) & mask)] ?? 0) + CHANGE_HALF;
      const blue = chromaNoise[noiseRow + ((x + blueStart) & mask)] ?? 0;
      const red = chromaNoise[noiseRow + ((x + redStart) & mask)] ?? 0;
      data[to] = (data[to] ?? 0) + ((change + red) >> CHANGE_BITS);
      data[to + 1] = (data[to + 1] ?? 0) + ((change - ((red + blue) >> 1)) >> CHANGE_BITS);
      data[to + 2] = (data[to + 2] ?? 0) + ((change + blue) >> CHANGE_BITS);
    }
    [above, here, below] = [here, below, above];
  }
}

/** Luma is counted in 1/256 of a level (its weights 77, 150 and 29 add up to that), and so is the sharpening. */
const LUMA_ONE = 256;
const CHANGE_BITS = 6;
const CHANGE_HALF = 1 << (CHANGE_BITS - 1);
/** From four times luma (10 bits) times the sharpening (8 bits) to changes (6 bits). */
const EDGE_BITS = 12;

function scaledNoise(levels: number): Int32Array {
  return Int32Array.from(noiseSquareOfSensor(), (value) => Math.round(value * levels * (1 << CHANGE_BITS)));
}
