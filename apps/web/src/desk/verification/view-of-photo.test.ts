import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAt, moveBy, WHOLE, zoomAt } from './view-of-photo.ts';

const SIZES = { frame: { width: 400, height: 300 }, photo: { width: 400, height: 250 } };
const offset = fc.double({ min: -5000, max: 5000, noNaN: true });

describe('a photograph in its frame', () => {
  test('the point under the pointer stays where it is while it is brought nearer', () => {
    const [px, py] = [50, 20];
    const near = zoomAt(WHOLE, 3, [px, py], SIZES);
    // Where the same point of the photograph lies now: it was at (px, py) at scale 1.
    expect([near.x + px * near.scale, near.y + py * near.scale]).toEqual([px, py]);
  });

  test('as a whole it cannot be moved', () => {
    expect(moveBy(WHOLE, [80, -90], SIZES)).toEqual(WHOLE);
  });

  test('whatever is done, no more than nothing shows beside it in the direction in which it fills the frame', () => {
    const steps = fc.array(fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), offset, offset), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (all) => {
        const end = all.reduce(
          (look, [factor, x, y]) => moveBy(zoomAt(look, factor, [x, y], SIZES), [y, x], SIZES),
          WHOLE,
        );
        expect(end.scale).toBeGreaterThanOrEqual(1);
        expect(Math.abs(end.x)).toBeLessThanOrEqual(Math.max(0, (400 * end.scale - 400) / 2) + 1e-9);
        expect(Math.abs(end.y)).toBeLessThanOrEqual(Math.max(0, (250 * end.scale - 300) / 2) + 1e-9);
      }),
    );
  });

  test('a place that is gone to lies in the middle, where the frame allows it', () => {
    const middle = lookAt(
      [
        [0.45, 0.45],
        [0.55, 0.45],
        [0.55, 0.55],
        [0.45, 0.55],
      ],
      SIZES,
    );
    expect(middle.scale).toBe(5);
    expect(Math.abs(middle.x)).toBeLessThan(1e-9);
    const corner = lookAt(
      [
        [0, 0],
        [0.1, 0],
        [0.1, 0.1],
        [0, 0.1],
      ],
      SIZES,
    );
    expect(corner.x).toBe((400 * 5 - 400) / 2);
  });
});
