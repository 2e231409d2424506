import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, readText } from './json-places.ts';

const TEXT = `{
  "name": "Onboarding",
  "documents": [
    { "states": "all", "types": ["passport", "pasport"] },
    { "states": ["CRI"], "types": ["visa"] }
  ],
  "a/b": { "x~y": 1 },
  "minimum_age": 18
}`;

describe('a place in a policy', () => {
  test.each([
    ['/minimum_age', 8, '"minimum_age": 18'],
    ['/documents/0/types/1', 4, '"pasport"'],
    ['/documents/1/states', 5, '"states": ["CRI"]'],
    ['/documents', 3, '"documents"'],
    ['/a~1b/x~0y', 7, '"x~y": 1'],
    ['/documents/1/colour', 5, '{ "states": ["CRI"], "types": ["visa"] }'],
    ['', 1, '{'],
    ['/nowhere', 1, '{'],
  ])('%s is found on its line', (pointer, line, shown) => {
    const read = readText(TEXT);
    if (!read.ok) throw new Error('the text is JSON');
    const place = read.placeOf(pointer);
    expect([place.line, TEXT.slice(place.from, place.to)]).toEqual([line, shown]);
  });

  test.each([
    ['{\n  "a": 1,\n  "b": }', 3, 'text.not-json'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 'text.not-json'],
    ['', 1, 'text.not-json'],
    ['{ "a": 1', 1, 'text.not-json'],
    ['[1]', 1, 'text.no-object'],
    ['null', 1, 'text.no-object'],
  ])('%j is no policy from a line on', (text, line, code) => {
    const read = readText(text);
    expect(read).toMatchObject({ ok: false, error: { code, place: { line } } });
  });

  test('any text is answered, any pointer found somewhere inside', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.string(), (text, pointer) => {
        const read = readText(text);
        const place = read.ok ? read.placeOf(pointer) : read.error.place;
        expect(place.from).toBeGreaterThanOrEqual(0);
        expect(place.to).toBeLessThanOrEqual(Math.max(1, text.length));
      }),
    );
  });
});

test('a pointer is told as programs write it', () => {
  expect(['/documents/0/types/1', '/thresholds/dpi_min', '', '/a~1b'].map(keyOf)).toEqual([
    'documents[0].types[1]',
    'thresholds.dpi_min',
    '',
    'a/b',
  ]);
});
