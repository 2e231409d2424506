import { expect, test } from 'vitest';
import { toGrey } from './to-grey.ts';
import { turnPage } from './turn-page.ts';

/** Two columns and three rows, each pixel its own level: 0 1 / 2 3 / 4 5. */
const image = { width: 2, height: 3, data: Uint8Array.from([0, 1, 2, 3, 4, 5].flatMap((v) => [v, v, v])) };
const page = { image, grey: toGrey(image) };

test.each([
  [0, 2, [0, 1, 2, 3, 4, 5]],
  [1, 3, [4, 2, 0, 5, 3, 1]],
  [2, 2, [5, 4, 3, 2, 1, 0]],
  [3, 3, [1, 3, 5, 0, 2, 4]],
] as const)('%i quarter turns clockwise', (turns, width, levels) => {
  const turned = turnPage(page, turns);
  expect(turned.image.width).toBe(width);
  expect([...turned.grey.data]).toEqual(levels);
  expect(turned.image.data.length).toBe(image.data.length);
});
