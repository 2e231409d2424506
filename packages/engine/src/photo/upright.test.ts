import { expect, test } from 'vitest';
import type { TextLine } from './page.ts';
import { quarterTurns } from './upright.ts';

const lying = (y: number): TextLine => ({
  quad: [
    { x: 10, y },
    { x: 210, y },
    { x: 210, y: y + 20 },
    { x: 10, y: y + 20 },
  ],
  heightPx: 20,
  score: 1,
});
const standing = (x: number): TextLine => ({
  quad: [
    { x: x + 20, y: 10 },
    { x: x + 20, y: 210 },
    { x, y: 210 },
    { x, y: 10 },
  ],
  heightPx: 20,
  score: 1,
});

test.each([
  ['lines that lie and stand upright', [lying(0), lying(40), lying(80)], 0.1, 0],
  ['lines on their heads', [lying(0), lying(40), lying(80)], 0.9, 2],
  ['lines that run down', [standing(0), standing(40), standing(80)], 0.1, 3],
  ['lines that run down, on their heads', [standing(0), standing(40), standing(80)], 0.9, 1],
  ['too few lines', [standing(0)], 0.9, 0],
])('%s', (_, lines, upsideDown, turns) => {
  expect(quarterTurns(lines, upsideDown, 1)).toBe(turns);
});
