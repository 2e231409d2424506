import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignTexts, editDistance } from './edit-alignment.ts';

test.each([
  ['CITIZEN', 'ITEN', 3],
  ['L898902C3', 'L898902C3', 0],
  ['', 'AB', 2],
  ['O1', '01', 1],
])('%s read as %s has %i errors', (printed, read, errors) => {
  expect(editDistance(printed, read)).toBe(errors);
});

test('a mistaken and a lost character stand where they are', () => {
  expect(alignTexts('AOB', '0B').filter((pair) => pair.printed !== pair.read)).toEqual([
    { printed: 'A', read: null, at: null },
    { printed: 'O', read: '0', at: 0 },
  ]);
});

test('an alignment holds both texts whole, and as many errors as the distance', () => {
  const text = fc.string({ unit: fc.constantFrom('A', 'B', '0', '<'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (printed, read) => {
      const pairs = alignTexts(printed, read);
      expect(pairs.map((pair) => pair.printed ?? '').join('')).toBe(printed);
      expect(pairs.map((pair) => pair.read ?? '').join('')).toBe(read);
      expect(pairs.filter((pair) => pair.printed !== pair.read)).toHaveLength(editDistance(printed, read));
    }),
  );
});
