import { expect, test } from 'vitest';
import { newId } from './ids.ts';

const AT = Date.parse('2026-03-01T09:00:00Z');

test('an id says what it names, and when it was made', () => {
  expect(newId('verification', AT)).toMatch(/^ver_[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(newId('event', AT) < newId('event', AT + 1)).toBe(true);
});

test('of one moment, the later sorts later, also beside a clock that goes', () => {
  const ids = Array.from({ length: 200 }, (_, i) => {
    if (i % 20 === 0) newId('event', AT + 5000 + i);
    return newId('event', AT);
  });
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});
