import { describe, expect, test } from 'vitest';
import { isZone } from './is-zone.ts';
import { readColumns } from './read-columns.fixture.ts';
import { columnsOf } from './synthetic-columns.fixture.ts';

const PASSPORT = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

describe('what is taken for a zone', () => {
  test.each<readonly [string, readonly string[], boolean]>([
    ['the specimen of ICAO Doc 9303-4', PASSPORT, true],
    ['one whose check digits are all wrong', [PASSPORT[0] ?? '', 'L898902C37UTO7408123F1204150ZE184226B<<<<<21'], true],
    ['one with a month of letters', [PASSPORT[0] ?? '', 'L898902C36UTO74OB122F1204159ZE184226B<<<<<10'], true],
    ['the French card', ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '880692310285CORINNE<<<<<<<6512068F6'], true],
    [
      'the ends of two lines, one of them blurred into strokes',
      ['AKEVYCH<<HANNA<<<<<<<<<<<<<<<<<<<<<<', '<<<<IIBIBILI1IBIIIIJIIBIBIM8081388<3'],
      false,
    ],
    [
      'two lines of a form',
      ['THISCERTIFIESTHATTHEHOLDEROFTHISDOCUMENTISAL', 'LOWEDTODRIVEVEHICLESOFTHECATEGORYNAMEDBELOWB'],
      false,
    ],
    ['two lines of fillers', ['<'.repeat(44), '<'.repeat(44)], false],
  ])('%s: %#', (_, lines, taken) => {
    const zone = readColumns(lines.map((line) => columnsOf(line)));
    expect(zone !== null && isZone(zone)).toBe(taken);
  });
});
