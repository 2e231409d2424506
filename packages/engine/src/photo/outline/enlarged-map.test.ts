import { expect, test } from 'vitest';
import type { Tensor } from '../../ports.ts';
import { enlargedMap } from './enlarged-map.ts';

/** Answers every cell of the first map with the brightness of its upper left pixel, and the other maps with a hundred. */
async function network(_: string, { dims: [, , height = 0, width = 0], data }: Tensor) {
  const [rows, columns] = [height / 2, width / 2];
  const maps = new Float32Array(5 * rows * columns).fill(100);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) maps[y * columns + x] = data[2 * y * width + 2 * x] ?? 0;
  return { maps: { dims: [1, 5, rows, columns], data: maps } };
}

/** Black, but for the lower right quarter. */
function picture(width: number, height: number) {
  const data = new Uint8Array(width * height * 3);
  for (let y = height / 2; y < height; y++) data.fill(255, (y * width + width / 2) * 3, (y + 1) * width * 3);
  return { width, height, data };
}

test.each([
  { name: 'lying', width: 1000, height: 750, columns: 640, rows: 480, left: 0, top: 0 },
  { name: 'upright', width: 750, height: 1000, columns: 480, rows: 640, left: 0, top: 0 },
  { name: 'of odd proportions', width: 1000, height: 752, columns: 640, rows: 496, left: 0, top: 7 },
  { name: 'upright and of odd proportions', width: 752, height: 1000, columns: 496, rows: 640, left: 7, top: 0 },
])('a picture that is $name is shown 1280 pixels long', async ({ width, height, columns, rows, left, top }) => {
  const map = await enlargedMap(picture(width, height), network);
  expect(map).toMatchObject({ columns, left, top, cellsPerPixel: 0.64 });
  expect(map.document).toHaveLength(columns * rows);
  const at = (x: number, y: number) =>
    map.document[Math.floor(y * map.cellsPerPixel + map.top) * columns + Math.floor(x * map.cellsPerPixel + map.left)];
  expect(at(width * 0.75, height * 0.75)).toBeGreaterThan(0.5);
  expect(at(width * 0.25, height * 0.75)).toBeLessThan(0);
  expect(at(width * 0.75, height * 0.25)).toBeLessThan(0);
});

test.each([
  { width: 30, height: 30, columns: 32, rows: 32, cellsPerPixel: 32 / 30 },
  { width: 1050, height: 1050, columns: 640, rows: 640, cellsPerPixel: 640 / 1050 },
  { width: 1000, height: 2, columns: 640, rows: 16, cellsPerPixel: 0.64 },
])('a picture of $width×$height becomes $columns×$rows cells', async ({ width, height, ...map }) => {
  const { document, columns, cellsPerPixel } = await enlargedMap(picture(width, height), network);
  expect({ columns, rows: document.length / columns, cellsPerPixel }).toEqual(map);
});

test('a network that gives other maps than five is told', async () => {
  const infer = async () => ({ maps: { dims: [1, 5, 48, 48], data: new Float32Array(5 * 48 * 48) } });
  await expect(enlargedMap(picture(100, 100), infer)).rejects.toThrow('gave 11520 values, expected 62720');
});
