import { expect, test } from 'vitest';
import { medianLevel } from './median-level.ts';

test.each([
  ['one level', [7], 7],
  ['the lower of two', [10, 200], 10],
  ['the middle of three', [255, 0, 30], 30],
  ['the commonest where it fills half', [90, 90, 0, 255], 90],
  ['none', [], 0],
])('%s', (_, levels, median) => {
  expect(medianLevel(Uint8Array.from(levels))).toBe(median);
});
