import { expect, test } from 'vitest';
import { safeDeskPath } from './safe-path.ts';

test.each([
  ['/desk', '/desk'],
  ['/desk/queue?show=mine', '/desk/queue?show=mine'],
  ['/desk?lang=ar', '/desk?lang=ar'],
  [null, '/desk'],
  ['', '/desk'],
  ['/', '/desk'],
  ['/desktop', '/desk'],
  ['//other.example/desk', '/desk'],
  ['https://other.example/desk', '/desk'],
  ['/desk\\..\\..\\other.example', '/desk'],
])('%s leads to %s', (asked, leads) => {
  expect(safeDeskPath(asked)).toBe(leads);
});
