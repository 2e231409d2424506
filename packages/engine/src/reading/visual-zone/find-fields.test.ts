import { describe, expect, test } from 'vitest';
import { findFields } from './find-fields.ts';
import { printedLine } from './printed-line.ts';

type Written = readonly [text: string, x: number, y: number, confidence?: number];

/** Lines of 40 px, a letter 20 px wide. */
function page(written: readonly Written[]) {
  return written.map(([text, x, y, confidence = 0.97]) => {
    const [right, bottom] = [x + 20 * text.length, y + 40];
    return printedLine(text, confidence, [
      { x, y },
      { x: right, y },
      { x: right, y: bottom },
      { x, y: bottom },
    ]);
  });
}

function read(written: readonly Written[]) {
  const { fields, unreadScripts } = findFields(page(written), '2026-06-01');
  return { values: Object.fromEntries(fields.map(({ field, value }) => [field, value])), unreadScripts };
}

describe('a page with labels over its values', () => {
  test('the Latin spelling is the one under the original', () => {
    const { values, unreadScripts } = read([
      ['REPUBLIC OF ARMENIA', 0, 0],
      ['\uFFFD/Surname', 0, 100, 0.87],
      ['\uFFFD', 0, 145, 0],
      ['HOVHANNISYAN', 0, 190],
      ['\uFFFD/Given names', 0, 300, 0.87],
      ['\uFFFD', 0, 345, 0],
      ['TIGRAN', 0, 390],
    ]);
    expect(values).toMatchObject({ primary_identifier: 'HOVHANNISYAN', secondary_identifier: 'TIGRAN' });
    expect(unreadScripts).toEqual([]);
  });

  test('names in Cyrillic alone are no reading, and the script of the state is told', () => {
    const { values, unreadScripts } = read([
      ['UKRAINE', 0, 0],
      ['\uFFFD/Surname', 0, 100, 0.8],
      ['\uFFFD', 0, 145, 0],
      ['\uFFFD/Given names', 0, 300, 0.9],
      ['OKCAHA', 0, 345, 0.98],
    ]);
    expect(values).not.toHaveProperty('primary_identifier');
    expect(values).not.toHaveProperty('secondary_identifier');
    expect(unreadScripts).toEqual(['Cyrl']);
  });

  test('a name in another script is no reading, where the state has no script of its own', () => {
    const { values, unreadScripts } = read([
      ['UTOPIA', 0, 0],
      ['Surname/Nom', 0, 100],
      ['\uFFFD \uFFFD', 0, 145, 0],
      ['Given names/Prenoms', 0, 300],
      ['\uFFFD', 0, 345, 0],
    ]);
    expect(values).not.toHaveProperty('primary_identifier');
    expect(unreadScripts).toEqual(['Zzzz']);
  });

  test('the third day is the expiry, whose label was not read', () => {
    const { values } = read([
      ['Date of birth', 0, 100],
      ['12.08.1974', 0, 145],
      ['Date of issue', 0, 300],
      ['01.03.2020', 0, 345],
      ['hincHgo', 500, 300, 0.6],
      ['28.02.2030', 500, 345],
    ]);
    expect(values).toMatchObject({
      birth_date: '1974-08-12',
      issue_date: '2020-03-01',
      expiry_date: '2030-02-28',
    });
  });

  test('a date is no document number', () => {
    expect(
      read([
        ['Document No.', 0, 100],
        ['1983-11-03', 0, 145],
      ]).values,
    ).not.toHaveProperty('document_number');
  });

  test('a letter is the type where no title is read', () => {
    expect(
      read([
        ['Type', 0, 100],
        ['V', 0, 145],
      ]).values,
    ).toMatchObject({ document_type: 'visa' });
  });
});

describe('licences', () => {
  test('a day that begins like the number of a column stays a day', () => {
    const { values } = read([
      ['DRIVING LICENCE', 0, 0],
      ['GEORGIEVA', 100, 100],
      ['ZHANA', 100, 180],
      ['12.09.2000', 100, 260],
      ['28.05.2025', 100, 340],
      ['4c.', 500, 340],
      ['27.05.2035', 100, 420],
      ['4b.', 0, 420],
      ['4d.', 500, 420],
      ['FG7019305', 100, 500],
    ]);
    expect(values).toMatchObject({
      primary_identifier: 'GEORGIEVA',
      secondary_identifier: 'ZHANA',
      birth_date: '2000-09-12',
      issue_date: '2025-05-28',
      expiry_date: '2035-05-27',
    });
  });

  test('a European one whose numbers were not seen is read by its order', () => {
    const { values } = read([
      ['DRIVING LICENCE', 0, 0],
      ['AEGISDOTTIR', 100, 100],
      ['GUDRUN', 100, 160],
      ['13 JUN 2005', 100, 220],
      ['NYVIK', 500, 220],
      ['30 AUG 2023', 100, 280],
      ['PJODSKRA', 500, 280],
      ['29 AUG 2033', 100, 340],
      ['3262256627', 500, 340],
      ['258445330', 100, 400],
      ['HOLAVEGUR 11,998HRAUN', 100, 460],
      ['AMB', 100, 520],
    ]);
    expect(values).toEqual({
      document_type: 'driving_licence',
      primary_identifier: 'AEGISDOTTIR',
      secondary_identifier: 'GUDRUN',
      birth_date: '2005-06-13',
      birth_place: 'NYVIK',
      issue_date: '2023-08-30',
      issuing_authority: 'PJODSKRA',
      expiry_date: '2033-08-29',
      personal_number: '3262256627',
      document_number: '258445330',
      address: 'HOLAVEGUR 11, 998 HRAUN',
      licence_categories: 'AM B',
    });
  });

  test('a North American one keeps its street, and its names in their column', () => {
    const { values } = read([
      ['DRIVER LICENSE', 0, 0],
      ['4d DLN', 100, 100],
      ['C72856338', 300, 100],
      ['4bEXP', 100, 160],
      ['04/13/2027', 300, 160],
      ['4a155', 600, 160],
      ['04/14/2022', 800, 160],
      ['LINDQVIST', 300, 220],
      ['HUGO', 300, 280],
      ['12 GARDEN STREET,AMAUROT', 300, 340],
      ['3DOB', 100, 400],
      ['07/20/2000', 300, 400],
    ]);
    expect(values).toMatchObject({
      document_number: 'C72856338',
      expiry_date: '2027-04-13',
      issue_date: '2022-04-14',
      primary_identifier: 'LINDQVIST',
      secondary_identifier: 'HUGO',
      address: '12 GARDEN STREET, AMAUROT',
      birth_date: '2000-07-20',
    });
  });
});
