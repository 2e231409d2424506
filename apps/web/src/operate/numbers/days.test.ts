import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, everyDay, plusDays } from './days.ts';
import { saySpan } from './say-span.ts';

const TODAY = '2026-03-31';

test.each([
  ['', { from: '2026-03-02', to: '2026-03-31' }],
  ['from=2026-03-01&to=2026-03-05', { from: '2026-03-01', to: '2026-03-05' }],
  ['from=2026-03-05&to=2026-03-01', { from: '2026-03-01', to: '2026-03-05' }],
  ['from=2026-02-30&to=nonsense', { from: '2026-03-02', to: '2026-03-31' }],
  ['from=1999-01-01', { from: '2025-03-31', to: '2026-03-31' }],
])('%j asks for whole days', (search, days) => {
  expect(daysOf(new URLSearchParams(search), TODAY)).toEqual(days);
});

test('any address asks for a range that the interface takes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.date({ noInvalidDate: true }), (from, to, date) => {
      const days = daysOf(new URLSearchParams({ from, to: date.toISOString().slice(0, 10) + to }), TODAY);
      expect(everyDay(days).length).toBeGreaterThan(0);
      expect(everyDay(days).length).toBeLessThanOrEqual(366);
      expect(plusDays(days.to, 1) > days.from).toBe(true);
    }),
  );
});

test.each([
  [4.25, '4.3 sec'],
  [45, '45 sec'],
  [192, '3.2 min'],
  [5 * 3600, '5 hr'],
  [3 * 86_400, '3 days'],
])('%d s is told as %s', (seconds, words) => {
  expect(saySpan(seconds, 'en')).toBe(words);
});
