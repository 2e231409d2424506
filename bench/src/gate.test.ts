import { expect, test } from 'vitest';
import { drops } from './gate.ts';

test('a score that holds or rises is no drop', () => {
  expect(drops({ 'mrz exact': 0.9 }, { 'mrz exact': 0.9, 'fields exact': 0.1 })).toEqual([]);
});

test('a drop names the score, what was stored and what was seen', () => {
  expect(drops({ 'mrz exact': 0.9 }, { 'mrz exact': 0.8 })).toEqual([
    { score: 'mrz exact', least: 0.9, observed: 0.8 },
  ]);
});

test('a score that is no longer measured counts as lost', () => {
  expect(drops({ 'image_glare recall': 0.5 }, {})).toEqual([{ score: 'image_glare recall', least: 0.5, observed: 0 }]);
});
