import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMrz } from '../../standards/index.ts';
import { readColumns, withDigit } from './read-columns.fixture.ts';
import { columnsOf } from './synthetic-columns.fixture.ts';

const FIRST = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const SECOND = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const ASKED = { referenceDate: '2026-11-01' } as const;

/** A passport's second line with all check digits right. */
function secondLine(number: string, personal = 'ZE184226B'): string {
  const [document, birth, expiry] = [withDigit(number.padEnd(9, '<')), withDigit('740812'), withDigit('320415')];
  const optional = withDigit(personal.padEnd(14, '<'));
  return `${document}UTO${birth}F${expiry}${optional}${withDigit(document + birth + expiry + optional).slice(-1)}`;
}

describe('what the check digits decide', () => {
  test('they are named where the picture left a character open', () => {
    const zone = readColumns([columnsOf(FIRST), columnsOf(SECOND, { 0: { L: 0.45, I: 0.55 } })]);
    expect(zone?.text[1]).toBe(SECOND);
    expect(zone?.characters[1]?.[0]?.decidedBy).toEqual(['document_number', 'composite']);
    expect(zone?.characters[1]?.[0]?.confidence).toBeGreaterThan(0.9);
  });

  test('a place that the picture shows for certain is decided by none', () => {
    const zone = readColumns([columnsOf(FIRST), columnsOf(SECOND)]);
    expect(zone?.characters.flat().filter(({ decidedBy }) => decidedBy !== undefined)).toEqual([]);
  });

  test('a name is under no check digit', () => {
    const zone = readColumns([columnsOf(FIRST, { 5: { E: 0.55, F: 0.45 } }), columnsOf(SECOND)]);
    expect(zone?.characters[0]?.[5]?.decidedBy).toBeUndefined();
  });

  // ICAO Doc 9303-3 §4.9: A is 10, B 11, … Z 35; the sum is taken modulo 10.
  test.each([
    ['G', '6'],
    ['S', '8'],
    ['B', '1'],
    ['K', '0'],
  ])('%s and %s count the same, so that no digit lifts the doubt between them', (letter, digit) => {
    const line = secondLine(`${letter}1234567X`);
    const zone = readColumns([columnsOf(FIRST), columnsOf(line, { 0: { [letter]: 0.6, [digit]: 0.4 } })]);
    const character = zone?.characters[1]?.[0];
    expect(character?.character).toBe(letter);
    expect(character?.confidence).toBeCloseTo(0.6, 1);
    expect(character?.alternatives.map((other) => other.character)).toEqual([digit]);
    expect(character?.decidedBy).toBeUndefined();
  });

  test('of a long document number the digit behind its rest decides', () => {
    const rest = withDigit(`D23145890` + '734').slice(9);
    const first = `I<UTOD23145890<${rest}`.padEnd(30, '<');
    const middle = `${withDigit('740812')}F${withDigit('320415')}UTO`.padEnd(29, '<');
    const composite = withDigit(first.slice(5) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18)).slice(-1);
    const lines = [first, middle + composite, 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
    const zone = readColumns(lines.map((line, i) => columnsOf(line, i === 0 ? { 6: { '2': 0.45, Z: 0.55 } } : {})));
    expect(zone?.text).toEqual(lines);
    expect(zone?.characters[0]?.[6]?.decidedBy).toContain('composite');
    expect(zone?.characters[0]?.[6]?.confidence).toBeGreaterThan(0.85);
  });
});

describe('a zone that breaks its own rules is told as printed', () => {
  const composed = secondLine('X12345678');
  test.each([
    ['the check digit of the number', { 9: '0' }, ['document_number', 'composite']],
    ['a day that no calendar has', { 15: '1', 16: '3' }, ['birth_date', 'composite']],
    ['the composite digit alone', { 43: composed.endsWith('3') ? '4' : '3' }, ['composite']],
    ['a state that no list knows', { 10: 'Q', 11: 'Q', 12: 'Q' }, []],
    ['a letter in a date', { 13: 'D' }, ['birth_date', 'composite']],
  ] as const)('%s', (_, changes, broken) => {
    const printed = [...composed].map((character, i) => Reflect.get(changes, i) ?? character).join('');
    const zone = readColumns([columnsOf(FIRST), columnsOf(printed)]);
    expect(zone?.text).toEqual([FIRST, printed]);
    const parsed = parseMrz(zone?.text ?? [], ASKED);
    const failed = parsed.ok ? parsed.value.checkDigits.filter(({ outcome }) => outcome === 'failed') : [];
    expect(failed.map(({ of }) => of)).toEqual(expect.arrayContaining([...broken]));
  });

  test('a letter among the closing fillers of the names', () => {
    const printed = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<K<<<<<<<<<<<<';
    expect(readColumns([columnsOf(printed), columnsOf(SECOND)])?.text).toEqual([printed, SECOND]);
  });

  test('whatever digit stands in place of a right one', () => {
    const digitPlaces = fc.constantFrom(9, 19, 27, 42, 43);
    fc.assert(
      fc.property(digitPlaces, fc.constantFrom(...'0123456789'), (column, digit) => {
        const printed = composed.slice(0, column) + digit + composed.slice(column + 1);
        expect(readColumns([columnsOf(FIRST), columnsOf(printed)])?.text[1]).toBe(printed);
      }),
      { numRuns: 40 },
    );
  });
});
