import { expect, test } from 'vitest';
import type { GreyImage } from '../pixels.ts';
import { denoise } from './denoise.ts';
import { edgeWidth } from './edge-width.ts';

const SIZE = 96;
const WHOLE = {
  left: 0,
  top: 0,
  right: SIZE,
  bottom: SIZE,
  stride: 1,
  steepest: 0.05,
  darkTail: 0.03,
  lightTail: 0.03,
};

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

const sigmaOf = (grey: GreyImage): number => edgeWidth(denoise(grey), WHOLE)?.sigma ?? Number.NaN;

test('more blur never measures as less', () => {
  const measured = [0.5, 1, 1.5, 2, 3, 4].map((sigma) => sigmaOf(bars(sigma)));
  expect(measured).toEqual([...measured].sort((a, b) => a - b));
});

test('blur in one direction alone is seen', () => {
  expect(sigmaOf(bars(0.5, 3))).toBeGreaterThan(sigmaOf(bars(0.5)) + 1);
});

test('what the mask leaves out does not count', () => {
  const blurred = bars(4);
  const half = { ...blurred, data: blurred.data.slice() };
  const sharp = bars(0.5);
  for (let y = 0; y < SIZE; y++) half.data.set(sharp.data.subarray(y * SIZE, y * SIZE + SIZE / 2 - 4), y * SIZE);
  const mask = { columns: 2, rows: 1, counts: Uint8Array.of(0, 1) };
  const measured = edgeWidth(denoise(half), { ...WHOLE, mask })?.sigma ?? Number.NaN;
  expect(measured).toBeGreaterThan(2.5);
  expect(sigmaOf(half)).toBeLessThan(measured);
});

test('a patch too small to hold an edge is not measured', () => {
  expect(edgeWidth(denoise(bars(1)), { ...WHOLE, right: 4, bottom: 40 })).toBeNull();
});
