import { expect, test } from 'vitest';
import type { XY } from './convex-hull.ts';
import { lineThrough } from './line.ts';
import { snapToFrame } from './snap-to-frame.ts';

const PICTURE = { width: 1000, height: 750 };
const NEAR = 20;

/** A quad none of whose sides found an edge. */
function quad(...[a, b, c, d]: readonly [XY, XY, XY, XY]) {
  const side = (from: XY, to: XY) => ({ line: lineThrough(from, to), onFrame: false });
  return {
    corners: [a, b, c, d] as const,
    sides: [side(a, b), side(b, c), side(c, d), side(d, a)] as const,
    refined: [false, false, false, false] as const,
  };
}

const at = (x: number, y: number): XY => ({ x, y });

test('a side near the left end is the end', () => {
  const { corners, onFrame } = snapToFrame(quad(at(8, 100), at(400, 100), at(400, 300), at(12, 300)), PICTURE, NEAR);
  expect(onFrame).toEqual([false, false, false, true]);
  expect(corners).toEqual([at(0, 100), at(400, 100), at(400, 300), at(0, 300)]);
});

test('a side in the midst of the picture stays', () => {
  const inside = quad(at(100, 100), at(400, 100), at(400, 300), at(100, 300));
  expect(snapToFrame(inside, PICTURE, NEAR)).toEqual({ corners: inside.corners, onFrame: inside.refined });
});

test('two sides near the same end stay, because three corners in line are no outline', () => {
  const small = quad(at(100, 18), at(150, 4), at(300, 12), at(200, 60));
  expect(snapToFrame(small, PICTURE, NEAR)).toEqual({ corners: small.corners, onFrame: small.refined });
});
