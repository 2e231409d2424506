import { expect, test } from 'vitest';
import { characterErrorRate, confusionMatrixText, countConfusions, listConfusions } from './confusions.ts';
import { calibrationError, reliabilityOf } from './reliability.ts';

test('characters are sorted by confidence, and counted right where they stand beside what is printed', () => {
  const bins = reliabilityOf([{ printed: ['ABC'], read: ['AXC'], confidences: [[0.95, 0.55, 1]] }]);
  expect(bins).toHaveLength(10);
  expect(bins[9]).toMatchObject({ count: 2, rightShare: 1, meanConfidence: 0.975 });
  expect(bins[5]).toMatchObject({ count: 1, rightShare: 0 });
  expect(calibrationError(bins)).toBeCloseTo((2 * 0.025 + 0.55) / 3);
});

test('a character that was made up is wrong, one that was lost is not judged', () => {
  const bins = reliabilityOf([
    { printed: ['AB'], read: ['ABB'], confidences: [[0.9, 0.9, 0.9]] },
    { printed: ['AB'], read: ['A'], confidences: [[0.9]] },
  ]);
  expect(bins[9]).toMatchObject({ count: 4, rightShare: 0.75 });
});

test('nothing read has no calibration', () => {
  expect(calibrationError(reliabilityOf([]))).toBeNull();
});

test('confusions count what was mistaken, lost and made up; zones that were not found are left out', () => {
  const confusions = countConfusions([
    { printed: ['O0O', 'AB'], read: ['000', 'A'] },
    { printed: ['ABC'], read: null },
  ]);
  expect(listConfusions(confusions)).toEqual([{ printed: 'O', read: '0', count: 2 }]);
  expect(confusions).toMatchObject({ lost: 1, madeUp: 0, characters: 5 });
  expect(characterErrorRate(confusions)).toBeCloseTo(3 / 5);
});

test('the matrix has a row and a column for each of the 37 characters', () => {
  const rows = confusionMatrixText(countConfusions([{ printed: ['A'], read: ['B'] }])).split('\n');
  expect(rows).toHaveLength(38);
  expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
});
