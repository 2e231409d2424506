import { expect, test } from 'vitest';
import type { GreyImage } from '../pixels.ts';
import { edgeWidth } from './edge-width.ts';

const SIZE = 96;

/** Bars of 12 px, the edges blurred by `sigma` across and `sigmaDown` down: each edge is an error function. */
function bars(sigma: number, sigmaDown = sigma): GreyImage {
  const data = new Uint8Array(SIZE * SIZE);
  const profile = (t: number, s: number) => {
    let value = 0;
    for (let edge = 6, sign = 1; edge < SIZE; edge += 12, sign = -sign)
      value += sign / (1 + Math.exp((-1.702 * (t - edge)) / s));
    return value;
  };
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++)
      data[y * SIZE + x] = 40 + 90 * profile(x + 0.5, sigma) + 90 * profile(y + 0.5, sigmaDown);
  }
  return { width: SIZE, height: SIZE, data };
}

test('more blur never measures as less', () => {
  const measured = [0.5, 1, 1.5, 2, 3, 4].map((sigma) => edgeWidth(bars(sigma), 0, 0, SIZE, SIZE)?.sigma ?? Number.NaN);
  expect(measured).toEqual([...measured].sort((a, b) => a - b));
});

test('blur in one direction alone is seen', () => {
  const sharp = edgeWidth(bars(0.5), 0, 0, SIZE, SIZE)?.sigma ?? Number.NaN;
  const moved = edgeWidth(bars(0.5, 3), 0, 0, SIZE, SIZE)?.sigma ?? Number.NaN;
  expect(moved).toBeGreaterThan(sharp + 1);
});

test('a patch too small to hold an edge is not measured', () => {
  expect(edgeWidth(bars(1), 0, 0, 4, 40)).toBeNull();
});
