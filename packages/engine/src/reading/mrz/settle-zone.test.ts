import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINE_SHAPE } from './line-network.ts';
import { readColumns, withDigit } from './read-columns.fixture.ts';
import { columnsOf } from './synthetic-columns.fixture.ts';

/** The specimens of ICAO Doc 9303-4 to -7, Appendices; the French card of its decree. */
const SPECIMENS = [
  ['TD3', ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']],
  ['TD2', ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']],
  ['TD1', ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']],
  ['MRV-A', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']],
  ['MRV-B', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<']],
  ['FRA-ID', ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '9409923102854CORINNE<<<<<<<6512068F4']],
] as const;

describe('a zone from what the network says', () => {
  test.each(SPECIMENS)('%s as the standard prints it is read exactly', (format, lines) => {
    const zone = readColumns(lines.map((line) => columnsOf(line)));
    expect(zone?.format).toBe(format);
    expect(zone?.text).toEqual(lines);
  });

  test('sure columns of any passport give exactly its lines, whatever the names', () => {
    const letters = fc.stringMatching(/^[A-Z]{1,12}$/);
    const number = fc.stringMatching(/^[A-Z0-9]{9}$/);
    const personal = fc.stringMatching(/^[A-Z0-9]{0,14}$/).map((text) => text.padEnd(14, '<'));
    fc.assert(
      fc.property(letters, letters, number, personal, (primary, secondary, documentNumber, optional) => {
        const [document, birth, expiry] = [withDigit(documentNumber), withDigit('740812'), withDigit('320415')];
        const rest = withDigit(optional);
        const composite = withDigit(document + birth + expiry + rest).slice(-1);
        const lines = [
          `P<UTO${primary}<<${secondary}`.padEnd(44, '<'),
          `${document}UTO${birth}F${expiry}${rest}${composite}`,
        ];
        expect(readColumns(lines.map((line) => columnsOf(line)))?.text).toEqual(lines);
      }),
      { numRuns: 60 },
    );
  });

  const [, [first, second]] = SPECIMENS[0];

  test('a character that the picture leaves open is decided by the check digits over it', () => {
    const zone = readColumns([columnsOf(first), columnsOf(second, { 0: { L: 0.45, I: 0.55 } })]);
    expect(zone?.text[1]).toBe(second);
  });

  test('a letter of a name that the picture leaves open keeps a low confidence and tells the other reading', () => {
    const zone = readColumns([columnsOf(first, { 5: { E: 0.55, F: 0.45 } }), columnsOf(second)]);
    const character = zone?.characters[0]?.[5];
    expect(character?.confidence).toBeLessThan(0.6);
    expect(character?.alternatives.map((other) => other.character)).toContain('F');
  });

  test('a clearly printed wrong check digit is reported as printed', () => {
    const broken = `${second.slice(0, 9)}7${second.slice(10)}`;
    expect(readColumns([columnsOf(first), columnsOf(broken)])?.text[1]).toBe(broken);
  });

  test('a place that the network left blank inside a line is a character not recognised', () => {
    const zone = readColumns([columnsOf(first), columnsOf(`${second.slice(0, 4)} ${second.slice(5)}`)]);
    expect(zone?.text[1]).toHaveLength(44);
    expect(zone?.characters[1]?.[4]?.confidence).toBeLessThan(0.5);
  });

  test('fillers that were cut off at the end are restored with the confidence of what was not seen', () => {
    const zone = readColumns([columnsOf(`${first.slice(0, 40)}    `), columnsOf(second)]);
    expect(zone?.text[0]).toBe(first);
    expect(zone?.characters[0]?.[43]?.confidence).toBeLessThanOrEqual(0.5);
  });

  test('where the beginning of a line was not seen, it is completed there, not at its end', () => {
    const zone = readColumns([columnsOf(`  ${first.slice(2)}`), columnsOf(second)]);
    expect(zone?.text[0]?.slice(2)).toBe(first.slice(2));
    expect(zone?.text[0]?.charAt(0)).toBe('P');
    expect(zone?.characters[0]?.[0]?.confidence).toBeLessThan(0.1);
  });

  test('one line alone is no zone', () => {
    expect(readColumns([columnsOf(first)])).toBeNull();
  });

  test('a column of noise never throws', () => {
    const noise = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 400, maxLength: 400 });
    fc.assert(
      fc.property(noise, (values) => {
        const columns = Float32Array.from(
          { length: LINE_SHAPE.columns * LINE_SHAPE.classes },
          (_, i) => values[(i * 7) % values.length] ?? 0,
        );
        readColumns([columns, columns]);
      }),
      { numRuns: 20 },
    );
  });
});
