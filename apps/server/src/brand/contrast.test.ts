import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, INK, LEAST_CONTRAST, nearestReadable, textOn, WHITE } from './contrast.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  // From the examples of WebAIM's contrast checker, and the ends.
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
  ])('of %s and %s is %d', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  test.each([[[WHITE, INK]], [[WHITE]], [[INK]]])('every colour has a near one that can be read with %j', (against) => {
    fc.assert(
      fc.property(colours, (asked) => {
        const found = nearestReadable(asked, against);
        const best = (colour: string) => Math.max(...against.map((other) => contrast(colour, other)));
        expect(best(found)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        if (best(asked) >= LEAST_CONTRAST) expect(found).toBe(asked);
      }),
    );
  });

  test('on a readable fill the text that is chosen can be read', () => {
    fc.assert(
      fc.property(colours, (asked) => {
        const fill = nearestReadable(asked, [WHITE, INK]);
        expect(contrast(fill, textOn(fill))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
    );
  });

  test('a grey in the middle, on which neither can be read, is moved by little', () => {
    expect(contrast('#7b7b7b', textOn('#7b7b7b'))).toBeLessThan(LEAST_CONTRAST);
    expect(nearestReadable('#7b7b7b', [WHITE, INK])).toBe('#767676');
  });
});
