import { expect, test } from 'vitest';
import { drops, leastOf } from './gate.ts';

test('a score that holds or rises is no drop', () => {
  const observed = [
    { name: 'mrz exact', value: 0.9 },
    { name: 'fields exact', value: 0.1 },
  ];
  expect(drops({ 'mrz exact': 0.9 }, observed)).toEqual([]);
});

test('a drop names the score, what was stored and what was seen', () => {
  expect(drops({ 'mrz exact': 0.9 }, [{ name: 'mrz exact', value: 0.8 }])).toEqual([
    { score: 'mrz exact', least: 0.9, observed: 0.8 },
  ]);
});

test('a score that is no longer measured counts as lost', () => {
  expect(drops({ 'image_glare recall': 0.5 }, [])).toEqual([{ score: 'image_glare recall', least: 0.5, observed: 0 }]);
});

test.each([
  ['many cases leave three hundredths', { value: 0.9, of: 200 }, 0.87],
  ['few cases leave room for one of them', { value: 1, of: 4 }, 0.75],
  ['nothing is less than nothing', { value: 0.1, of: 2 }, 0],
])('%s', (_fact, score, least) => {
  expect(leastOf(score)).toBe(least);
});
