import { expect, test } from 'vitest';
import { isConvex } from './convex-hull.ts';

const corners = (...points: readonly (readonly [number, number])[]) => points.map(([x, y]) => ({ x, y }));

test.each([
  { name: 'a square', polygon: corners([0, 0], [9, 0], [9, 9], [0, 9]), is: true },
  { name: 'a square that goes round the other way', polygon: corners([0, 0], [0, 9], [9, 9], [9, 0]), is: false },
  { name: 'three corners in line', polygon: corners([0, 0], [9, 0], [5, 0], [0, 9]), is: false },
  { name: 'a dent', polygon: corners([0, 0], [9, 0], [2, 2], [0, 9]), is: false },
  { name: 'sides that cross', polygon: corners([0, 0], [9, 9], [9, 0], [0, 9]), is: false },
])('$name is convex and clockwise: $is', ({ polygon, is }) => {
  expect(isConvex(polygon)).toBe(is);
});
