import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DelayKind, nextAttemptAt } from './sign-in-delay.ts';

const LAST = new Date('2026-03-02T09:00:00Z');
const delayMs = (kind: DelayKind, failures: number) => nextAttemptAt(kind, failures, LAST).getTime() - LAST.getTime();

describe('the wait after failures', () => {
  test.each<[DelayKind, number, number]>([
    ['account', 4, 0],
    ['account', 5, 1_000],
    ['account', 6, 2_000],
    ['account', 10, 32_000],
    ['account', 17, 3_600_000],
    ['account', 10_000, 3_600_000],
    ['address', 19, 0],
    ['address', 20, 1_000],
    ['address', 10_000, 900_000],
  ])('of %s after %i failures is %i ms', (kind, failures, ms) => {
    expect(delayMs(kind, failures)).toBe(ms);
  });

  test('never shrinks and never becomes for ever', () => {
    const kinds = fc.constantFrom<DelayKind>('account', 'familiar', 'address');
    fc.assert(
      fc.property(kinds, fc.nat(), (kind, failures) => {
        expect(delayMs(kind, failures + 1)).toBeGreaterThanOrEqual(delayMs(kind, failures));
        expect(delayMs(kind, failures)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});
