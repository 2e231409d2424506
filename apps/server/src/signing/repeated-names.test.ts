import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasRepeatedNames } from './repeated-names.ts';

test.each<readonly [string, boolean]>([
  ['{"a":1,"a":2}', true],
  ['{"a":1,"\\u0061":2}', true],
  ['[{"x":{"b":null , "b" : []}}]', true],
  ['{"a":{"a":1},"b":[{"a":2},{"a":3}]}', false],
  ['{"a":"\\":{\\"a\\":1,\\"a\\":2}"}', false],
  ['{"__proto__":1,"a":2}', false],
  ['"a"', false],
])('%s: %s', (json, repeated) => {
  expect(hasRepeatedNames(json)).toBe(repeated);
});

test('what was written from a value never repeats a name; with one member more it does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, name) => {
      const json = JSON.stringify(value);
      expect(hasRepeatedNames(json)).toBe(false);
      const key = JSON.stringify(name);
      expect(hasRepeatedNames(`{${key}:${json},${key}:1}`)).toBe(true);
    }),
  );
});
