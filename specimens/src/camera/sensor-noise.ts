import { randomFrom } from './random.ts';

export const SENSOR_NOISE_SIZE = 256;
/** Uniform numbers added for one nearly normal one; their variances are 1/12 each. */
const SUMMANDS = 6;

let made: Float32Array | undefined;

/** Nearly normal noise of deviation 1, row-major, a little correlated along rows as phones' denoising leaves it. */
export function noiseSquareOfSensor(): Float32Array {
  made ??= makeNoise();
  return made;
}

function makeNoise(): Float32Array {
  const random = randomFrom(2, 'sensor');
  const white = Float32Array.from({ length: SENSOR_NOISE_SIZE * SENSOR_NOISE_SIZE }, () => {
    let sum = -SUMMANDS / 2;
    for (let i = 0; i < SUMMANDS; i++) sum += random.next();
    return sum / Math.sqrt(SUMMANDS / 12);
  });
  // Half of each neighbour; dividing by the root of the summed squares keeps the deviation at 1.
  const scale = 1 / Math.sqrt(1 + 0.25 + 0.25);
  return white.map((value, i) => scale * (value + 0.5 * (white[i - 1] ?? 0) + 0.5 * (white[i + 1] ?? 0)));
}
