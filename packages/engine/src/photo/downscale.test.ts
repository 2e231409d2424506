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

test('each pixel is the mean of evenly spaced samples of its cell, three or fewer along each side', () => {
  const from = fc.integer({ min: 1, max: 40 });
  const to = fc.integer({ min: 1, max: 12 });
  const picture = fc
    .tuple(from, from)
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
        .map((data) => ({ width, height, data })),
    );
  fc.assert(
    fc.property(picture, to, to, ({ width, height, data }, toWidth, toHeight) => {
      const small = resize({ width, height, data }, toWidth, toHeight);
      const columns = samplesOf(width, toWidth);
      const rows = samplesOf(height, toHeight);
      for (let i = 0; i < small.data.length; i++) {
        const [x, y] = [Math.floor(i / 3) % toWidth, Math.floor(i / 3 / toWidth)];
        const samples = rows(y).flatMap((row) =>
          columns(x).map((column) => data[(row * width + column) * 3 + (i % 3)] ?? 0),
        );
        const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
        expect(Math.abs((small.data[i] ?? 0) - mean)).toBeLessThan(0.51);
      }
    }),
  );
});

function samplesOf(from: number, to: number): (cell: number) => readonly number[] {
  const each = Math.max(1, Math.min(3, Math.ceil(from / to)));
  return (cell) =>
    Array.from({ length: each }, (_, i) =>
      Math.min(from - 1, Math.floor(((cell * each + i + 0.5) * from) / (to * each))),
    );
}
