import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downscale, resize } from './downscale.ts';

test('an even picture stays what it is, at any size', () => {
  const size = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(size, size, size, size, fc.integer({ min: 0, max: 255 }), (width, height, toWidth, toHeight, level) => {
      const picture = { width, height, data: new Uint8Array(width * height * 3).fill(level) };
      expect([...new Set(resize(picture, toWidth, toHeight).data)]).toEqual([level]);
    }),
  );
});

test('a cell is the mean of its pixels', () => {
  const data = Uint8Array.from([0, 30, 60, 90, 120, 150, 180, 210, 240].flatMap((v) => [v, 255 - v, 7]));
  expect([...resize({ width: 3, height: 3, data }, 1, 1).data]).toEqual([120, 135, 7]);
});

test('the long edge is what was asked, and a smaller picture is left alone', () => {
  const picture = { width: 400, height: 100, data: new Uint8Array(400 * 100 * 3) };
  expect(downscale(picture, 100)).toMatchObject({ width: 100, height: 25 });
  expect(downscale(picture, 500)).toBe(picture);
});
