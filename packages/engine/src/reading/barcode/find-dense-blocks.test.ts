import { expect, test } from 'vitest';
import { findDenseBlocks } from './find-dense-blocks.ts';

const WIDTH = 800;
const HEIGHT = 500;

function page(luma: (x: number, y: number) => number) {
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) data[y * WIDTH + x] = luma(x, y);
  return { width: WIDTH, height: HEIGHT, data };
}

const module = (x: number, y: number) => ((Math.floor(x / 3) * 7919 + Math.floor(y / 9) * 104_729) % 13) % 2;

test('a block of modules is found where it stands', () => {
  const [block, ...others] = findDenseBlocks(
    page((x, y) => (x > 200 && x < 600 && y > 300 && y < 440 ? 40 + 180 * module(x, y) : 220)),
  );
  expect(others).toEqual([]);
  expect(block?.left).toBeGreaterThan(180);
  expect(block?.right).toBeLessThan(620);
  expect(block?.top).toBeGreaterThan(280);
  expect(block?.bottom).toBeLessThan(460);
});

test('an empty page and a smooth one have none', () => {
  expect(findDenseBlocks(page(() => 200))).toEqual([]);
  expect(findDenseBlocks(page((x, y) => (x + y) / 6))).toEqual([]);
});
