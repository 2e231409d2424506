import { expect, test } from 'vitest';
import { lightAndColour } from './light-and-colour.ts';
import { pageMask } from './page-mask.ts';

const WIDTH = 320;
const HEIGHT = 200;

function page(colour: (x: number, y: number) => readonly [number, number, number]) {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < WIDTH * HEIGHT; i++) data.set(colour(i % WIDTH, Math.floor(i / WIDTH)), i * 3);
  return { width: WIDTH, height: HEIGHT, data };
}

const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;

test.each([0, 40, 150, 255])('even grey of %i has that light and no colour', (level) => {
  const { meanLuma, chromaDeviation } = lightAndColour(page(() => [level, level, level]));
  expect(meanLuma).toBeCloseTo(level, 0);
  expect(chromaDeviation).toBeCloseTo(0, 3);
});

test('a tint alone is no colour: a grey copy under a yellow lamp stays grey', () => {
  expect(lightAndColour(page(() => [200, 180, 120])).chromaDeviation).toBeCloseTo(0, 3);
});

test('stronger colours never deviate less', () => {
  const measured = [0, 10, 40, 90].map(
    (depth) =>
      lightAndColour(page((x) => (x < WIDTH / 2 ? [150 + depth, 150, 150] : [150, 150, 150 + depth]))).chromaDeviation,
  );
  expect(measured).toEqual([...measured].sort((a, b) => a - b));
});

test('rim, glare and what lies outside the photo do not count', () => {
  const photo = { width: 240, height: HEIGHT };
  const mask = pageMask(WIDTH, HEIGHT, IDENTITY, photo, (x, y) => Math.hypot(x - 100, y - 100) < 30);
  const picture = page((x, y) => {
    if (x >= 240) return [0, 0, 0];
    if (Math.hypot(x - 100, y - 100) < 28) return [255, 255, 255];
    return Math.min(x, y, HEIGHT - y) < 3 ? [120, 60, 0] : [150, 150, 150];
  });
  const { meanLuma, chromaDeviation } = lightAndColour(picture, mask);
  expect(meanLuma).toBeCloseTo(150, 1);
  expect(chromaDeviation).toBeCloseTo(0, 2);
});
