import { expect, test } from 'vitest';
import { formatOf, offKnownFormat, trueAspect } from './true-aspect.ts';

const FRAME = { width: 1000, height: 750 };
const quad = (...[a, b, c, d]: readonly [number, number][]) => {
  const at = ([x, y]: readonly [number, number] = [0, 0]) => ({ x, y });
  return [at(a), at(b), at(c), at(d)] as const;
};

test.each([
  [
    'a card that fills the frame, from straight above',
    quad([100, 100], [900, 100], [900, 604.5], [100, 604.5]),
    'ID-1',
  ],
  ['a passport that fills half of it', quad([200, 200], [700, 200], [700, 552], [200, 552]), 'ID-2-or-ID-3'],
  [
    'a card in the distance, its corners a few pixels off',
    quad([467, 417], [418, 458], [390, 429], [441, 380]),
    'ID-1',
  ],
] as const)('%s', (_, corners, format) => {
  expect(formatOf(trueAspect(corners, FRAME.width, FRAME.height))).toBe(format);
  expect(offKnownFormat(corners, FRAME.width, FRAME.height)).toBeLessThan(0.03);
});
