import { expect, test } from 'vitest';
import { blurGaussian } from './blur.ts';
import { blurMotion } from './motion-blur.ts';
import type { Pixels } from './pixels.ts';

const SIDE = 241;

/** A white square on black, wide enough that 8 bits still see its blurred rim. */
function square(half: number): Pixels {
  const picture = { width: SIDE, height: SIDE, data: new Uint8ClampedArray(SIDE * SIDE * 3) };
  const middle = (SIDE - 1) / 2;
  for (let y = middle - half; y <= middle + half; y++) {
    picture.data.fill(255, (y * SIDE + middle - half) * 3, (y * SIDE + middle + half + 1) * 3);
  }
  return picture;
}

/** Variance of the brightness along x, in pixels². */
function varianceAcross({ width, height, data }: Pixels): number {
  let [sum, first, second] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[(y * width + x) * 3] ?? 0;
      sum += value;
      first += value * x;
      second += value * x * x;
    }
  }
  return second / sum - (first / sum) ** 2;
}

test.each([0.5, 0.8, 1.5, 3, 6, 12])('a blur of sigma %f widens by its variance', (sigma) => {
  const picture = square(30);
  const before = varianceAcross(picture);
  blurGaussian(picture, sigma);
  const grown = varianceAcross(picture) - before;
  expect(Math.abs(Math.sqrt(Math.max(0, grown)) - sigma)).toBeLessThan(0.06 * sigma + 0.05);
});

test.each([0, 0.4, 1.1])('a shaken picture widens along its path, at %f radians', (angle) => {
  const picture = square(30);
  const before = varianceAcross(picture);
  blurMotion(picture, 24, angle);
  const along = (24 * Math.cos(angle)) ** 2 / 12;
  expect(Math.abs(varianceAcross(picture) - before - along)).toBeLessThan(0.12 * along + 2);
});
