import { expect, test } from 'vitest';
import { findGlare } from './glare.ts';

const WIDTH = 640;
const HEIGHT = 400;

function page(level: (x: number, y: number) => number) {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < WIDTH * HEIGHT; i++) data.fill(level(i % WIDTH, Math.floor(i / WIDTH)), i * 3, i * 3 + 3);
  return { width: WIDTH, height: HEIGHT, data };
}

const blob = (radius: number, core: number) => page((x, y) => (Math.hypot(x - 300, y - 200) < radius ? core : 170));

test.each([12, 20, 60])('a blob of %i px is told with its share', (radius) => {
  const { areas, at } = findGlare(blob(radius, 255));
  expect(areas).toHaveLength(1);
  const share = (Math.PI * radius * radius) / (WIDTH * HEIGHT);
  expect(Math.abs((areas[0]?.share ?? 0) / share - 1)).toBeLessThan(0.15);
  expect([at(300, 200), at(300, 320)]).toEqual([true, false]);
});

test('more glare never has a smaller share', () => {
  const shares = [6, 10, 20, 40, 80].map((radius) => findGlare(blob(radius, 255)).areas[0]?.share ?? 0);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test.each([
  ['paper without light', blob(0, 255)],
  ['a bright panel that is not drowned', blob(60, 247)],
  ['white paper', page(() => 250)],
  ['a white table beside a coarse outline', page((x) => (x < 10 ? 255 : 170))],
])('%s is no glare', (_, picture) => {
  expect(findGlare(picture).areas).toEqual([]);
});
