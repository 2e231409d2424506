import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isElementMessage, readPageMessage } from './embed-message.ts';

test.each([
  ['ready', { type: 'vidimus', event: 'ready', state: 'open' }],
  ['a height', { type: 'vidimus', event: 'resized', state: 'open', height: 812.5 }],
  ['the end', { type: 'vidimus', event: 'finished', state: 'in_review' }],
])('what the page says is understood: %s', (_, message) => {
  expect(readPageMessage(message)).toEqual(message);
});

test.each([
  ['of somebody else', { type: 'other', event: 'ready', state: 'open' }],
  ['of a new kind', { type: 'vidimus', event: 'navigate', state: 'open' }],
  ['with markup', { type: 'vidimus', event: 'ready', state: '<img>' }],
  ['endless', { type: 'vidimus', event: 'resized', state: 'open', height: 1e9 }],
  ['of no height', { type: 'vidimus', event: 'resized', state: 'open', height: Number.NaN }],
  ['inherited', Object.create({ type: 'vidimus', event: 'ready', state: 'open' })],
])('what is none is dropped: %s', (_, message) => {
  expect(readPageMessage(message)).toBeNull();
});

test('whatever is posted to a window, nothing throws, and nothing but the three events comes through', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      expect(isElementMessage(value)).toBe(false);
      const said = readPageMessage(value);
      expect(said === null || ['ready', 'resized', 'finished'].includes(said.event)).toBe(true);
    }),
  );
});
