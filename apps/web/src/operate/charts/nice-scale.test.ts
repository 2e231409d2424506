import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceScale, percentOf } from './nice-scale.ts';

describe('a scale', () => {
  test.each([
    [0, true, [0, 1]],
    [1, true, [0, 1]],
    [7, true, [0, 2, 4, 6, 8]],
    [100, true, [0, 50, 100]],
    [137, true, [0, 50, 100, 150]],
    [1, false, [0, 0.5, 1]],
    [0.3, false, [0, 0.1, 0.2, 0.3]],
  ])('up to %d is counted in round steps', (largest, isWhole, ticks) => {
    expect(niceScale(largest, 4, isWhole).ticks).toEqual(ticks);
  });

  test('reaches what is drawn on it, in few steps that grow evenly, whole where people are counted', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 2, max: 8 }), (largest, steps) => {
        const { most, ticks } = niceScale(largest, steps, true);
        expect(most).toBeGreaterThanOrEqual(largest);
        expect(ticks.length).toBeLessThanOrEqual(steps + 1);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(new Set(ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0))).size).toBe(1);
      }),
    );
  });

  test('a place on it is between its ends', () => {
    expect([percentOf(5, 10), percentOf(-1, 10), percentOf(11, 10), percentOf(3, 0)]).toEqual([50, 0, 100, 0]);
  });
});
