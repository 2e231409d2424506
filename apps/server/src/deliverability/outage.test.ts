import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, isOut, isOutAsWhole, isPumping, QUIET_MS, usualShare } from './outage.ts';

const NOW = new Date('2026-03-01T03:00:00Z');
const UNKNOWN = usualShare({ settled: 0, failed: 0 });
const of = (failed: number, settled: number) => ({ failed, settled });
const ago = (ms: number) => new Date(NOW.getTime() - ms);

test.each([
  ['one person who asks six times', of(1, 1), UNKNOWN, false],
  ['four numbers at night, and nothing arrives', of(4, 4), UNKNOWN, false],
  ['five numbers, and nothing arrives', of(5, 5), UNKNOWN, true],
  ['five of six, in a place that nobody knows', of(5, 6), UNKNOWN, false],
  ['six of seven', of(6, 7), UNKNOWN, true],
  ['half of ten', of(5, 10), UNKNOWN, false],
  ['half of a hundred, where a tenth is usual', of(50, 100), UNKNOWN, true],
  ['four of ten of many, where a tenth is usual', of(400, 1000), UNKNOWN, false],
  ['nine of ten, where a carrier hardly ever confirms', of(9, 10), usualShare(of(700, 1000)), false],
  ['thirty of thirty there', of(30, 30), usualShare(of(700, 1000)), true],
  ['all of many, where nothing was ever confirmed', of(500, 500), usualShare(of(10_000, 10_000)), false],
  ['five of eight, where nothing ever failed', of(5, 8), usualShare(of(0, 5000)), true],
])('%s', (_, recent, usual, expected) => {
  expect(isOut(recent, usual)).toBe(expected);
});

test.each([
  ['one dead prefix among living ones', [of(40, 40), of(0, 5), of(1, 9)], false],
  ['one dead prefix that is nearly all there is', [of(40, 40), of(2, 2)], false],
  ['every prefix', [of(20, 20), of(4, 4), of(3, 3)], true],
])('a country with %s', (_, parts, expected) => {
  expect(isOutAsWhole(parts, UNKNOWN)).toBe(expected);
});

test.each([
  ['one that arrives between failures', of(9, 10), 1000, undefined],
  ['two that arrive alone', of(0, 2), 1000, undefined],
  ['three that arrive', of(0, 3), 1000, 'arrives_again'],
  ['half of them, as at the beginning', of(5, 10), 1000, undefined],
  ['one of ten fails', of(1, 10), 1000, 'arrives_again'],
  ['nobody tries for a while', of(0, 0), QUIET_MS / 2, undefined],
  ['nobody tries for an hour', of(0, 0), QUIET_MS, 'quiet'],
])('after an outage: %s', (_, recent, sinceMs, expected) => {
  expect(endOf({ usualShare: UNKNOWN, lastSettledAt: ago(sinceMs) }, recent, NOW)).toBe(expected);
});

const counts = fc.tuple(fc.nat(5000), fc.nat(5000)).map(([arrived, failed]) => ({ settled: arrived + failed, failed }));
const usually = fc
  .tuple(fc.nat(2000), fc.nat(20_000))
  .map(([a, failed]) => usualShare({ settled: a + failed, failed }));

test('more failures never make an outage less of one, and more arrivals never make one', () => {
  fc.assert(
    fc.property(counts, usually, fc.integer({ min: 1, max: 50 }), (recent, usual, more) => {
      if (isOut(recent, usual)) {
        expect(isOut({ settled: recent.settled + more, failed: recent.failed + more }, usual)).toBe(true);
      } else {
        expect(isOut({ settled: recent.settled + more, failed: recent.failed }, usual)).toBe(false);
      }
    }),
  );
});

test('what begins now does not end by the same numbers, whatever is usual there', () => {
  fc.assert(
    fc.property(counts, usually, (recent, usual) => {
      const begins = isOut(recent, usual);
      const ends = endOf({ usualShare: usual, lastSettledAt: NOW }, recent, NOW);
      expect(begins && ends !== undefined).toBe(false);
    }),
  );
});

test('a false alarm, where as many fail as usual, is rarer than once in ten thousand looks', () => {
  const settledAtOnce = [5, 6, 8, 12, 30];
  // Deterministic: the chance itself is summed, over every number that can fail.
  for (const settled of settledAtOnce) {
    for (const usual of [0.05, 0.1, 0.3, 0.6]) {
      let chance = 0;
      for (let failed = 0; failed <= settled; failed += 1) {
        if (isOut({ settled, failed }, usual))
          chance += binomial(settled, failed) * usual ** failed * (1 - usual) ** (settled - failed);
      }
      expect(chance).toBeLessThan(1e-4);
    }
  }
});

test.each([
  ['delivered and not entered', { codes: 200, entered: 2, delivered: 190, failed: 10 }, true],
  ['neither delivered nor entered: a carrier’s fault', { codes: 200, entered: 0, delivered: 5, failed: 195 }, false],
  ['few', { codes: 20, entered: 0, delivered: 20, failed: 0 }, false],
  ['entered', { codes: 200, entered: 120, delivered: 190, failed: 10 }, false],
])('pumping: %s', (_, figures, expected) => {
  expect(isPumping(figures)).toBe(expected);
});

function binomial(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i += 1) ways = (ways * (n - i)) / (i + 1);
  return ways;
}
