import { expect, test } from 'vitest';
import type { Homography } from './geometry.ts';
import { applyHomography } from './homography.ts';
import type { RgbImage } from './pixels.ts';
import { straighten } from './straighten.ts';

const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

function ramp(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) data.set([i % width, Math.floor(i / width), 128], i * 3);
  return { width, height, data };
}

test('the identity gives the same picture', () => {
  const photo = ramp(60, 40);
  expect(straighten(photo, IDENTITY, 60, 40, 1).image.data).toEqual(photo.data);
});

test('a quarter turn puts the right column on top', () => {
  const photo = ramp(60, 40);
  const turned = straighten(photo, [0, -1, 60, 1, 0, 0, 0, 0, 1], 40, 60, 1).image;
  expect([...turned.data.subarray(0, 3)]).toEqual([59, 0, 128]);
});

test('shrinking averages: a fine chequerboard becomes grey', () => {
  const photo = { width: 64, height: 64, data: new Uint8Array(64 * 64 * 3) };
  for (let i = 0; i < 64 * 64; i++)
    if (((i % 64) + Math.floor(i / 64)) % 2 === 0) photo.data.fill(255, i * 3, i * 3 + 3);
  const { grey } = straighten(photo, [2, 0, 0, 0, 2, 0, 0, 0, 1], 32, 32, 2);
  for (const value of grey.data) expect(Math.abs(value - 128)).toBeLessThan(2);
});

test('what lies outside the photo is black', () => {
  const { grey } = straighten(ramp(20, 20), [1, 0, -40, 0, 1, 0, 0, 0, 1], 20, 20, 1);
  expect(grey.data.every((value) => value === 0)).toBe(true);
});

test.each([1, 1.3, 2, 3])('a smooth picture keeps its levels at %f photo pixels to a page pixel', (scale) => {
  const photo = ramp(240, 200);
  const h: Homography = [scale, 0.02, 3, -0.03, scale, 4, 0.00002, 0.00003, 1];
  const page = straighten(photo, h, 60, 50, scale).image;
  for (let y = 0; y < 50; y++) {
    for (let x = 0; x < 60; x++) {
      const from = applyHomography(h, x + 0.5, y + 0.5);
      expect(Math.abs((page.data[(y * 60 + x) * 3] ?? 0) - (from.x - 0.5))).toBeLessThan(1.2);
      expect(Math.abs((page.data[(y * 60 + x) * 3 + 1] ?? 0) - (from.y - 0.5))).toBeLessThan(1.2);
    }
  }
});
