import { expect, test } from 'vitest';
import { pageAreas } from './page-areas.ts';

const COLUMNS = 40;
const ROWS = 30;

function areasOf(isOver: (x: number, y: number) => boolean, least = 0.001) {
  const strength = Float32Array.from({ length: COLUMNS * ROWS }, (_, i) =>
    isOver(i % COLUMNS, Math.floor(i / COLUMNS)) ? 1 : 0,
  );
  return pageAreas(strength, COLUMNS, ROWS, 0.5, least, COLUMNS * 10, ROWS * 10);
}

test('a block is boxed exactly, in px of the page', () => {
  const [area] = areasOf((x, y) => x >= 5 && x < 15 && y >= 10 && y < 14);
  expect(area?.share).toBeCloseTo(40 / 1200);
  expect(area?.quad[0]).toEqual({ x: 50, y: 100 });
  expect(area?.quad[2]).toEqual({ x: 150, y: 140 });
});

test('two blocks that do not touch are two areas, the larger first', () => {
  const shares = areasOf((x, y) => (x < 4 && y < 4) || (x > 20 && x < 30 && y > 10 && y < 20)).map(
    ({ share }) => share,
  );
  expect(shares).toEqual([81 / 1200, 16 / 1200]);
});

test('a streak that runs askew is boxed along itself, so that it hides no more than it does', () => {
  const [area] = areasOf((x, y) => Math.abs(x - y) < 2 && x < 28);
  const [a, b, , d] = area?.quad ?? [];
  const size =
    Math.hypot((b?.x ?? 0) - (a?.x ?? 0), (b?.y ?? 0) - (a?.y ?? 0)) *
    Math.hypot((d?.x ?? 0) - (a?.x ?? 0), (d?.y ?? 0) - (a?.y ?? 0));
  expect(size).toBeLessThan(0.35 * 280 * 280);
});

test('what is smaller than the least share is no area', () => {
  expect(areasOf((x, y) => x === 3 && y === 3, 0.01)).toEqual([]);
});
