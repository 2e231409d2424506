import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLabel, findLicenceNumber } from './find-label.ts';
import { markOf, titleOf } from './find-title.ts';
import { parsePrintedDate } from './parse-printed-date.ts';
import { stateNamed, stateOfAdjective } from './state-names.ts';

describe('labels', () => {
  test.each([
    ['Surname/Nom', 'primary_identifier', ''],
    ['Given names/Prenoms', 'secondary_identifier', ''],
    ['Date of isue/Datede delivrance', 'issue_date', ''],
    ['Dateofbirth', 'birth_date', ''],
    ['Прізвище / Surname', 'primary_identifier', ''],
    ['Sex: F', 'sex', 'F'],
    ['DOB 08/12/1974', 'birth_date', '08/12/1974'],
    ['Fecha de caducidad', 'expiry_date', ''],
    ['Staatsangehorigkeit', 'nationality', ''],
    ['Gultig bis', 'expiry_date', ''],
  ])('%s', (text, target, rest) => {
    expect(findLabel(text)).toMatchObject({ target, rest });
  });

  test.each(['WEISS', 'PASSPORT OFFICE AMAUROT', 'J97468FH2', '20 MAY/MAI 1953', ''])('%s is none', (text) => {
    expect(findLabel(text)).toBeNull();
  });

  test.each([
    ['4a. 12.08.2020', 'issue_date', '12.08.2020'],
    ['1. SMITH', 'primary_identifier', 'SMITH'],
    ['4b', 'expiry_date', ''],
    ['4d DLN', 'document_number', ''],
    ['15SEX', 'sex', ''],
    ['3DOB', 'birth_date', ''],
  ])('licence number %s', (text, target, rest) => {
    expect(findLicenceNumber(text)).toMatchObject({ target, rest });
  });

  test.each([
    '31DEC/DEC1994 UTOPIA',
    '12 JUL/JUIL 2034',
    '12.09.2000',
    '5.11.2020',
    '04 12 21',
    'M59944770',
    '95 SYPHOGRANT',
  ])('%s begins with no licence number', (text) => {
    expect(findLicenceNumber(text)).toBeNull();
  });

  test('no text makes them throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void [findLabel(text), findLicenceNumber(text), titleOf(text), markOf(text)]),
    );
  });
});

describe('printed dates', () => {
  test.each([
    ['12.08.1974', 'day-first', '1974-08-12'],
    ['12 08 1974', 'day-first', '1974-08-12'],
    ['08/12/1974', 'month-first', '1974-08-12'],
    ['1974-08-12', 'day-first', '1974-08-12'],
    ['12 AUG 1974', 'day-first', '1974-08-12'],
    ['12 AUG/AOÛT 1974', 'day-first', '1974-08-12'],
    ['09 0CT/OCT2024', 'day-first', '2024-10-09'],
    ['11MAR/MARS20254', 'day-first', '2025-03-11'],
    ['12. August 1974', 'day-first', '1974-08-12'],
    ['11.03.25', 'day-first', '2025-03-11'],
    ['12 MAJ/MAY 1974', 'day-first', '1974-05-12'],
    ['31.02.1980', 'day-first', '1980-02-31'],
    ['12 MAJA 1974', 'day-first', '1974-05-12'],
    ['12 SIJEČNJA 1974', 'day-first', '1974-01-12'],
    ['12 AĞUSTOS 1974', 'day-first', '1974-08-12'],
  ] as const)('%s', (text, order, expected) => {
    expect(parsePrintedDate(text, order, '2026-11-23')).toBe(expected);
  });

  // LISTOPAD is November in Polish and October in Croatian.
  test.each(['WEISS', '95', 'J97468FH2', '', '12 LISTOPAD 1974'])('%s is none', (text) => {
    expect(parsePrintedDate(text, 'day-first', '2026-11-23')).toBeNull();
  });
});

describe('titles, states and marks', () => {
  test.each([
    ['PASSPORT/ PASSEPORT', 'passport'],
    ["DRIVER'SLICENCE/PERMISDECONDUIRE", 'driving_licence'],
    ["IDENTITY CARD/CARTE D'IDENTITE", 'identity_card'],
    ['PASSPORT OFFICE AMAUROT', null],
  ])('%s', (text, type) => expect(titleOf(text)).toBe(type));

  test.each([
    ['UTOPIA', 'UTO'],
    ['Bundesrepublik Deutschland', 'DEU'],
    ['REPÚBLICA DE COSTA RICA', 'CRI'],
    ['WEISS', null],
  ])('%s names its state', (text, code) => expect(stateNamed(text)).toBe(code));

  test.each([
    ['UTOPIAN', 'UTO'],
    ['GERMAN', 'DEU'],
    ['AUSTRALIAN', 'AUS'],
    ['SMITH', null],
  ])('%s is of its state', (text, code) => expect(stateOfAdjective(text)).toBe(code));

  test.each([
    ['SPEC1MEN', 'SPECIMEN', 'specimen'],
    ['ANNULE', 'ANNULÉ', 'void'],
    ['UNGULTIG', 'UNGÜLTIG', 'void'],
    ['Wzór', 'WZÓR', 'specimen'],
    ['FAC SIMILE', 'FAC-SIMILE', 'specimen'],
    ['İptal', 'İPTAL', 'void'],
    ['ЗРАЗОК', 'ЗРАЗОК', 'specimen'],
    ['ANULADO', 'ANULADO', 'void'],
  ])('%s is the mark %s', (text, word, meaning) => expect(markOf(text)).toMatchObject({ word, meaning }));

  test.each(['MUSTER', 'SAMPLE', 'ÖRNEK', 'MINTA'])('%s is a name where it stands level, and a mark across', (text) => {
    expect(markOf(text)).toBeNull();
    expect(markOf(text, true)).toMatchObject({ meaning: 'specimen' });
  });
});
