import { describe, expect, test } from 'vitest';
import { isPlainlyRead } from './is-plainly-read.ts';
import { readColumns } from './read-columns.fixture.ts';
import { columnsOf } from './synthetic-columns.fixture.ts';

const NAMES = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const DATA = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

describe('further looks are spared', () => {
  test.each([
    ['TD3', [NAMES, DATA]],
    ['TD1', ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']],
    ['TD2', ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']],
    ['FRA-ID', ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '9409923102854CORINNE<<<<<<<6512068F4']],
  ])('by a zone of %s that is whole and sure', (_, lines) => {
    const zone = readColumns(lines.map((line) => columnsOf(line)));
    expect(zone !== null && isPlainlyRead(zone)).toBe(true);
  });
});

describe('further looks are taken', () => {
  const doubtful = { E: 0.9, F: 0.1 };
  test.each([
    ['one letter of a name is less than sure', [columnsOf(NAMES, { 5: doubtful }), columnsOf(DATA)]],
    ['a check digit had to decide', [columnsOf(NAMES), columnsOf(DATA, { 0: { L: 0.45, I: 0.55 } })]],
    ['a check digit does not hold', [columnsOf(NAMES), columnsOf(DATA.replace('6UTO', '7UTO'))]],
    ['a line is a character short', [columnsOf(NAMES.slice(1)), columnsOf(DATA)]],
    ['a line is a filler short', [columnsOf(NAMES.slice(0, -1)), columnsOf(DATA)]],
    ['a line is a filler long', [columnsOf(`${NAMES}<`), columnsOf(DATA)]],
  ])('where %s', (_, lines) => {
    const zone = readColumns(lines);
    expect(zone).not.toBeNull();
    expect(zone !== null && isPlainlyRead(zone)).toBe(false);
  });
});
