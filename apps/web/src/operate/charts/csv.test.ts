import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test.each([
  [[['a', 1, null]], 'a,1,\r\n'],
  [[['say "so"', 'a,b', 'two\nlines']], '"say ""so""","a,b","two\nlines"\r\n'],
  [[['=1+1', '@x', -3]], "'=1+1,'@x,-3\r\n"],
])('%j is written as spreadsheets read it', (rows, text) => {
  expect(csvOf(rows)).toBe(`\u{FEFF}${text}`);
});

test('what is written is read back, whatever stands in it', () => {
  const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
      expect(read(csvOf(rows).slice(1))).toEqual(rows);
    }),
  );
});

/** The shortest reader of RFC 4180 that there is. */
function read(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
