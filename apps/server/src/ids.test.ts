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

test('a clock that stands still goes on counting, however long the other one runs beside it', () => {
  const still = Date.UTC(2026, 5, 30);
  const made: string[] = [];
  for (let turn = 0; turn < 60; turn++) {
    made.push(newId('attempt', still));
    for (let passed = 0; passed < 200; passed++) newId('event', still + turn * 200 + passed + 1);
  }
  expect(made).toEqual(made.toSorted());
});
