import type { Pixels } from './pixels.ts';
import type { Random } from './random.ts';
import { noiseSquareOfSensor, SENSOR_NOISE_SIZE } from './sensor-noise.ts';

/** What the camera does to light: noise in levels (brightness and colour), and sharpening (0 none, 1 strong). */
export type Sensor = { readonly lumaNoise: number; readonly chromaNoise: number; readonly sharpening: number };

/** Sharpens the brightness and adds noise, in place. */
export function develop(photo: Pixels, sensor: Sensor, random: Random): void {
  const { width, height, data } = photo;
  const noise = noiseSquareOfSensor();
  const mask = SENSOR_NOISE_SIZE - 1;
  // Rows of luma above, at and below the current one, so that sharpening sees the unsharpened picture.
  let above = new Float32Array(width);
  let here = new Float32Array(width);
  let below = new Float32Array(width);
  const lumaRow = (y: number, into: Float32Array): void => {
    let at = Math.max(0, Math.min(y, height - 1)) * width * 3;
    for (let x = 0; x < width; x++, at += 3) {
      into[x] = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    }
  };
  lumaRow(0, above);
  lumaRow(0, here);
  const amount = sensor.sharpening;
  for (let y = 0, to = 0; y < height; y++) {
    lumaRow(y + 1, below);
    const lumaStart = random.integer(0, mask);
    const blueStart = random.integer(0, mask);
    const redStart = random.integer(0, mask);
    const noiseRow = (y & mask) * SENSOR_NOISE_SIZE;
    for (let x = 0; x < width; x++, to += 3) {
      const before = x === 0 ? 0 : x - 1;
      const after = x === width - 1 ? x : x + 1;
      const middle = here[x] ?? 0;
      const around = (above[x] ?? 0) + (below[x] ?? 0) + (here[before] ?? 0) + (here[after] ?? 0);
      const grain = noise[noiseRow + ((x + lumaStart) & mask)] ?? 0;
      const change = amount * (middle - around * 0.25) + sensor.lumaNoise * grain;
      const blue = sensor.chromaNoise * (noise[noiseRow + ((x + blueStart) & mask)] ?? 0);
      const red = sensor.chromaNoise * (noise[noiseRow + ((x + redStart) & mask)] ?? 0);
      data[to] = (data[to] ?? 0) + change + red;
      data[to + 1] = (data[to + 1] ?? 0) + change - (red + blue) * 0.5;
      data[to + 2] = (data[to + 2] ?? 0) + change + blue;
    }
    [above, here, below] = [here, below, above];
  }
}
