import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FindingMark, placeBadges } from './finding-mark.ts';

const SIZE = { width: 1000, height: 600 };

function at(number: number, x: number, y: number): FindingMark {
  return {
    number,
    kind: 'care',
    points: [
      [x, y],
      [x + 80, y],
      [x + 80, y + 20],
      [x, y + 20],
    ],
  };
}

describe('the number of a finding', () => {
  test('stands beside the upper left corner of its place, and not on it', () => {
    expect(placeBadges([at(1, 300, 240)], SIZE)).toEqual([
      { number: 1, kind: 'care', leftPercent: 26, topPercent: 40 },
    ]);
  });

  test('stays within the picture', () => {
    expect(placeBadges([at(1, 0, 0), at(2, 1100, 600)], SIZE)).toMatchObject([
      { leftPercent: 5, topPercent: 5 },
      { leftPercent: 95, topPercent: 95 },
    ]);
  });

  test('moves to the side of an earlier one that stands there', () => {
    const [first, second] = placeBadges([at(1, 300, 240), at(2, 310, 250)], SIZE);
    expect(first).toMatchObject({ leftPercent: 26 });
    expect(second?.leftPercent).toBeCloseTo(36, 0);
  });

  test('is shown once for two places side by side', () => {
    expect(placeBadges([at(1, 300, 240), at(1, 320, 260), at(1, 800, 240)], SIZE)).toMatchObject([
      { number: 1, leftPercent: 26 },
      { number: 1, leftPercent: 76 },
    ]);
  });

  test('is never lost, however many there are and wherever', () => {
    const place = fc.tuple(fc.integer({ min: -50, max: 1050 }), fc.integer({ min: -50, max: 650 }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const badges = placeBadges(
          places.map(([x, y], index) => at(index + 1, x, y)),
          SIZE,
        );
        expect(badges.map(({ number }) => number)).toEqual(places.map((_, index) => index + 1));
        for (const { leftPercent, topPercent } of badges) {
          for (const percent of [leftPercent, topPercent]) {
            expect(percent).toBeGreaterThanOrEqual(5);
            expect(percent).toBeLessThanOrEqual(95);
          }
        }
      }),
    );
  });
});
