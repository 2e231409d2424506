import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MRZ_CHARACTERS } from './line-network.ts';
import { weighName } from './name-grammar.ts';

type Doubt = Readonly<Record<number, Readonly<Record<string, number>>>>;

/** Logarithms of what the picture says of `text`, sure of every place but those of `doubt`. */
function scoresOf(text: string, doubt: Doubt = {}): readonly Float64Array[] {
  return [...text].map((character, i) => {
    const shares = doubt[i] ?? { [character]: 1 };
    return Float64Array.from(MRZ_CHARACTERS, (one) => Math.log((shares[one] ?? 0) + 1e-6));
  });
}

function read(text: string, doubt?: Doubt, kind: 'names' | 'one-name' = 'names'): string {
  return weighName(scoresOf(text, doubt), kind)
    .map((shares) => MRZ_CHARACTERS.charAt(shares.indexOf(Math.max(...shares))))
    .join('');
}

describe('a name field', () => {
  test.each([
    'ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    'ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
    'VAN<DER<MUELLEN<<MARIANNE<LOUISE<<<<<<<',
    'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K',
    '<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
  ])('%s is read as printed', (text) => {
    expect(read(text)).toBe(text);
  });

  test.each([
    ['K', 'the picture leans to a letter among the closing fillers', { K: 0.9, '<': 0.1 }, '<'],
    ['K', 'the picture is sure of one', { K: 0.9999, '<': 0.0001 }, 'K'],
    ['C', 'another look-alike of the filler', { C: 0.8, '<': 0.2 }, '<'],
  ])('%s: %s', (_, __, doubt, expected) => {
    const text = 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
    expect(read(text, { 27: doubt }).charAt(27)).toBe(expected);
  });

  test('which letters stand in a name is left to the picture', () => {
    const places = weighName(scoresOf('SMITG<<ANNA<<<<<<<<', { 4: { G: 0.6, H: 0.4 } }), 'names');
    const at = (character: string) => places[4]?.[MRZ_CHARACTERS.indexOf(character)] ?? 0;
    expect(at('G') - at('H')).toBeCloseTo(Math.log(1.5), 3);
  });

  test('a field of one name ends with its second filler', () => {
    expect(read('BERTHIER<<<<<<<<<<<<<<<<<', { 12: { K: 0.9, '<': 0.1 } }, 'one-name')).toBe(
      'BERTHIER<<<<<<<<<<<<<<<<<',
    );
  });

  test('every place keeps its likelihood in all, whatever the picture says', () => {
    const place = fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 37, maxLength: 37 });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 39 }), (places) => {
        const before = places.map((values) => Float64Array.from(values, Math.log));
        const total = (scores: Float64Array) => Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0));
        weighName(before, 'names').forEach((after, i) => {
          expect(total(after)).toBeCloseTo(total(before[i] ?? after), 6);
        });
      }),
      { numRuns: 60 },
    );
  });
});
