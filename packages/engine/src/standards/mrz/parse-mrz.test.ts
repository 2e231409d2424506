import { describe, expect, test } from 'vitest';
import type { MrzFormat } from '../mrz-format.ts';
import { composeMrz, type MrzValues } from './compose-mrz.ts';
import { MRZ_LAYOUTS } from './mrz-formats.table.ts';
import { recogniseMrzFormat } from './parse-mrz.ts';
import { composeZone, HOLDER, readZone, valuesOf } from './zones.fixture.ts';

/** The specimens that ICAO and the French order publish. */
const SPECIMENS: readonly (readonly [string, MrzFormat, readonly string[], MrzValues])[] = [
  [
    '9303-4 Appendix B',
    'TD3',
    ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
    { document_number: 'L898902C3', personal_number: 'ZE184226B', expiry_date: '2012-04-15' },
  ],
  [
    '9303-5 Appendix B',
    'TD1',
    ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
    { document_number: 'D23145890', expiry_date: '2012-04-15' },
  ],
  [
    '9303-6 Appendix B',
    'TD2',
    ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
    { document_number: 'D23145890', expiry_date: '2012-04-15' },
  ],
  [
    '9303-7 MRV-A',
    'MRV-A',
    ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
    { document_number: 'L8988901C', nationality: 'XXX', birth_date: '1940-09-07', expiry_date: '1996-12-10' },
  ],
  [
    '9303-7 MRV-B',
    'MRV-B',
    ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'],
    { document_number: 'L8988901C', nationality: 'XXX', birth_date: '1940-09-07', expiry_date: '1996-12-10' },
  ],
  [
    'French identity card',
    'FRA-ID',
    ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'],
    {
      document_number: '880692310285',
      primary_identifier: 'BERTHIER',
      secondary_identifier: 'CORINNE',
      issue_date: '1988-06',
      birth_date: '1965-12-06',
    },
  ],
];

describe.each(SPECIMENS)('the specimen of %s', (_source, format, lines, expected) => {
  const parsed = readZone(lines);

  test('is recognised, and every check digit holds', () => {
    expect(parsed.format).toBe(format);
    expect(parsed.checkDigits.map(({ outcome }) => outcome)).toEqual(parsed.checkDigits.map(() => 'passed'));
    expect(parsed.checkDigits).toHaveLength(MRZ_LAYOUTS[format].checkDigits.length);
    expect(parsed.problems).toEqual([]);
    expect(parsed.nameTruncated).toBe(false);
  });

  test('says what is printed', () => {
    const holder = format === 'FRA-ID' ? {} : { primary_identifier: 'ERIKSSON', secondary_identifier: 'ANNA MARIA' };
    expect(valuesOf(parsed)).toMatchObject({ sex: 'F', ...holder, ...expected });
  });

  test('is composed again letter by letter', () => {
    expect(composeMrz(format, valuesOf(parsed))).toEqual({ ok: true, value: lines });
  });

  test('any wrong digit under a check digit is found', () => {
    const line = format === 'TD1' ? 0 : 1;
    const column = format === 'TD1' ? 5 : 0;
    const changed = lines.map((text, i) => (i === line ? `${text.slice(0, column)}7${text.slice(column + 1)}` : text));
    const failed = readZone(changed)
      .checkDigits.filter(({ outcome }) => outcome === 'failed')
      .map(({ of }) => of);
    expect(failed).toContain('document_number');
  });

  test('an unreadable character leaves its check digits not performed', () => {
    const changed = lines.map((text) => text.replace(/\d/g, '?'));
    const parsedAgain = readZone(changed);
    expect(parsedAgain.checkDigits.every(({ outcome }) => outcome === 'not_performed')).toBe(true);
    expect(parsedAgain.problems.some(({ code }) => code === 'mrz.character-not-allowed')).toBe(true);
    expect(parsedAgain.lines).toEqual(changed);
  });
});

describe('document numbers longer than nine characters (9303-5 §4.2.2 note j)', () => {
  test('the rest and its digit stand at the head of the optional data', () => {
    const parsed = readZone([
      'IDBEL000590448<301<<<<<<<<<<<<',
      '8512017F1311048BEL851201002007',
      'VAN<DER<VELDEN<<GREET<HILDE<<<',
    ]);
    expect(parsed.fields.document_number?.value).toBe('00059044830');
    expect(parsed.checkDigits.find(({ of }) => of === 'document_number')?.outcome).toBe('passed');
    expect(parsed.fields.optional_data).toBeUndefined();
  });

  test.each(['TD1', 'TD2'] as const)('%s: a twelve-character number comes back', (format) => {
    const values = { ...HOLDER, document_number: 'AB1234567890' };
    const lines = composeZone(format, values);
    expect(valuesOf(readZone(lines))).toEqual(values);
    expect(readZone(lines).checkDigits.every(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  test('TD3 has no place for one', () => {
    expect(composeMrz('TD3', { ...HOLDER, document_number: 'AB1234567890' })).toMatchObject({
      ok: false,
      error: { code: 'mrz.value-not-writable', field: 'document_number' },
    });
  });
});

describe('states', () => {
  test.each([
    ['DEU', 'D<<', 'DEU'],
    ['XKX', 'RKS', 'XKX'],
    ['GBN', 'GBN', 'GBN'],
    ['UNO', 'UNO', 'UNO'],
    ['EUE', 'EUE', 'EUE'],
    ['XXA', 'XXA', 'XXA'],
    ['XOM', 'XOM', 'XOM'],
  ])('%s is printed %s and read %s', (state, printed, value) => {
    const lines = composeZone('TD3', { ...HOLDER, issuing_state: state, nationality: state });
    expect(lines[0]?.slice(2, 5)).toBe(printed);
    expect(lines[1]?.slice(10, 13)).toBe(printed);
    expect(readZone(lines).fields.issuing_state?.value).toBe(value);
  });

  test('a code that no list knows is told as printed', () => {
    const parsed = readZone(composeZone('TD3', HOLDER).map((line, i) => (i === 0 ? line.replace('UTO', 'QQQ') : line)));
    expect(parsed.fields.issuing_state?.value).toBe('QQQ');
    expect(parsed.problems).toContainEqual({ code: 'mrz.state-unknown', field: 'issuing_state', observed: 'QQQ' });
  });
});

describe('names that do not fit (9303-4 §4.2.3)', () => {
  test('are told as truncated, and keep the first letter of the given names', () => {
    const values = {
      ...HOLDER,
      primary_identifier: 'BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL',
      secondary_identifier: 'DINGO',
    };
    const parsed = readZone(composeZone('TD1', values));
    expect(parsed.nameTruncated).toBe(true);
    expect(parsed.fields.secondary_identifier?.value).toMatch(/^D/);
  });

  test('a mononym has no secondary identifier', () => {
    const { secondary_identifier: _, ...values } = HOLDER;
    const parsed = readZone(composeZone('TD3', { ...values, primary_identifier: 'ARKFREITH' }));
    expect(parsed.fields.primary_identifier?.value).toBe('ARKFREITH');
    expect(parsed.fields.secondary_identifier).toBeUndefined();
  });
});

test('names in any supported script are transliterated as the state does', () => {
  const lines = composeZone('TD3', {
    ...HOLDER,
    issuing_state: 'UKR',
    primary_identifier: 'Шевченко',
    secondary_identifier: 'Олександр',
  });
  expect(lines[0]).toBe('P<UKRSHEVCHENKO<<OLEKSANDR<<<<<<<<<<<<<<<<<<');
  expect(composeMrz('TD3', { ...HOLDER, primary_identifier: '王' })).toMatchObject({
    ok: false,
    error: { code: 'mrz.name-not-transliterable' },
  });
});

test.each([
  [['A'.repeat(30), 'A'.repeat(30), 'A'.repeat(30)], 'TD1'],
  [['P'.repeat(43), 'A'.repeat(44)], 'TD3'],
  [['V'.repeat(44), 'A'.repeat(44)], 'MRV-A'],
  [['V'.repeat(36), 'A'.repeat(36)], 'MRV-B'],
  [['I'.repeat(36), 'A'.repeat(36)], 'TD2'],
  [['A'.repeat(20)], null],
  [[], null],
])('lines %j are of format %s', (lines, format) => {
  expect(recogniseMrzFormat(lines)).toBe(format);
});
