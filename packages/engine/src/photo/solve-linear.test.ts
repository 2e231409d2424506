import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveLinear } from './solve-linear.ts';

const number = fc.double({ min: -100, max: 100, noNaN: true });

test('what a well-conditioned system was made of is found again', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 1000 }), (answer, seed) => {
      const count = answer.length;
      // A heavy diagonal keeps the matrix far from singular.
      const matrix = answer.map((_, r) =>
        answer.map((__, c) => (r === c ? 10 * count : Math.sin(seed + 7 * r + 13 * c))),
      );
      const sums = matrix.map((row) => row.reduce((sum, value, c) => sum + value * (answer[c] ?? 0), 0));
      const solved = solveLinear(matrix, sums);
      for (const [i, value] of answer.entries()) expect(solved[i]).toBeCloseTo(value, 6);
    }),
  );
});

test.each([
  [
    'a zero on the diagonal',
    [
      [0, 1],
      [1, 0],
    ],
    [3, 5],
    [5, 3],
  ],
  [
    'an unknown that nothing tells of',
    [
      [2, 0],
      [0, 0],
    ],
    [4, 0],
    [2, 0],
  ],
])('%s', (_, matrix, sums, answer) => {
  expect(solveLinear(matrix, sums)).toEqual(answer);
});
