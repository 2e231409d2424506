import { expect, test } from 'vitest';
import { previewPhoto } from './live.ts';

/** A light card with bars on a dark table. */
function frame(left: number, top: number, right: number, bottom: number) {
  const width = 640;
  const height = 480;
  const data = new Uint8Array(width * height * 3).fill(50);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++)
      data.fill(y % 20 < 4 && x > left + 60 && x < right - 60 ? 60 : 200, (y * width + x) * 3, (y * width + x) * 3 + 3);
  }
  return { width, height, data };
}

test('a card that fills a camera frame is outlined to within a few pixels', () => {
  const { outline } = previewPhoto(frame(70, 60, 570, 375));
  const expected = [
    [70, 60],
    [570, 60],
    [570, 375],
    [70, 375],
  ];
  expected.forEach(([x, y], i) => {
    expect(Math.hypot((outline?.[i]?.x ?? 0) - (x ?? 0), (outline?.[i]?.y ?? 0) - (y ?? 0))).toBeLessThan(8);
  });
});

test('an empty table has no outline', () => {
  expect(previewPhoto(frame(0, 0, 0, 0)).outline).toBeNull();
});
