import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MrzFormat } from '../mrz-format.ts';
import { composeMrz, type MrzValues } from './compose-mrz.ts';
import { isPossibleDate, parseMrzDate } from './mrz-date.ts';
import { MRZ_LAYOUTS, type MrzFieldName } from './mrz-formats.table.ts';
import { composeMrzName } from './mrz-name.ts';
import { type ParsedMrz, parseMrz, recogniseMrzFormat } from './parse-mrz.ts';

const referenceDate = '2010-06-01';

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
  const parsed = read(lines);

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
    const failed = read(changed)
      .checkDigits.filter(({ outcome }) => outcome === 'failed')
      .map(({ of }) => of);
    expect(failed).toContain('document_number');
  });

  test('an unreadable character leaves its check digits not performed', () => {
    const changed = lines.map((text) => text.replace(/\d/g, '?'));
    const parsedAgain = read(changed);
    expect(parsedAgain.checkDigits.every(({ outcome }) => outcome === 'not_performed')).toBe(true);
    expect(parsedAgain.problems.some(({ code }) => code === 'mrz.character-not-allowed')).toBe(true);
    expect(parsedAgain.lines).toEqual(changed);
  });
});

describe('document numbers longer than nine characters (9303-5 §4.2.2 note j)', () => {
  test('the rest and its digit stand at the head of the optional data', () => {
    const parsed = read([
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
    const lines = compose(format, values);
    expect(valuesOf(read(lines))).toEqual(values);
    expect(read(lines).checkDigits.every(({ outcome }) => outcome === 'passed')).toBe(true);
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
    const lines = compose('TD3', { ...HOLDER, issuing_state: state, nationality: state });
    expect(lines[0]?.slice(2, 5)).toBe(printed);
    expect(lines[1]?.slice(10, 13)).toBe(printed);
    expect(read(lines).fields.issuing_state?.value).toBe(value);
  });

  test('a code that no list knows is told as printed', () => {
    const parsed = read(compose('TD3', HOLDER).map((line, i) => (i === 0 ? line.replace('UTO', 'QQQ') : line)));
    expect(parsed.fields.issuing_state?.value).toBe('QQQ');
    expect(parsed.problems).toContainEqual({ code: 'mrz.state-unknown', field: 'issuing_state', observed: 'QQQ' });
  });
});

describe('dates', () => {
  test.each([
    ['740812', 'birth', '1974-08-12'],
    ['100601', 'birth', '2010-06-01'],
    ['100602', 'birth', '1910-06-02'],
    ['8503<<', 'birth', '1985-03-XX'],
    ['85<<<<', 'birth', '1985-XX-XX'],
    ['<<<<<<', 'birth', 'XXXX-XX-XX'],
    ['120415', 'expiry', '2012-04-15'],
    ['990101', 'expiry', '1999-01-01'],
    ['590101', 'expiry', '2059-01-01'],
    ['741399', 'birth', '1974-13-99'],
    ['7A0812', 'birth', null],
  ] as const)('%s as %s is %s', (printed, sense, value) => {
    expect(parseMrzDate(printed, sense, referenceDate)).toBe(value);
  });

  test.each([
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2001-02-29', false],
    ['1974-13-01', false],
    ['1974-00-00', false],
    ['1974-XX-XX', true],
    ['1974-04-31', false],
    ['nonsense', false],
  ])('%s can be: %s', (date, possible) => {
    expect(isPossibleDate(date)).toBe(possible);
  });
});

describe('names that do not fit (9303-4 §4.2.3)', () => {
  test.each([
    ['NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG', 39, 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K'],
    ['NILAVADHANANANDA', 'ARNPOL PETCH CHARONGUANG', 39, 'NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU'],
    ['BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL', 'DINGO POTOROO', 39, 'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WA<<D'],
    ['ARKFREITH', '', 12, 'ARKFREITH<<<'],
    ['AB', 'CDEFGH IJ', 10, 'AB<<CDEFGH'],
    ['AB', 'CDEFGH IJ', 11, 'AB<<CDEFG<I'],
  ])('%s, %s in %i positions', (primary, secondary, length, expected) => {
    const field = composeMrzName(primary, secondary, length);
    expect(field).toBe(expected);
    expect(field).toHaveLength(length);
    expect(/[A-Z]$/.test(field)).toBe(primary.length + secondary.length + 2 > length);
  });

  test('are told as truncated, and keep the first letter of the given names', () => {
    const values = {
      ...HOLDER,
      primary_identifier: 'BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL',
      secondary_identifier: 'DINGO',
    };
    const parsed = read(compose('TD1', values));
    expect(parsed.nameTruncated).toBe(true);
    expect(parsed.fields.secondary_identifier?.value).toMatch(/^D/);
  });

  test('a mononym has no secondary identifier', () => {
    const { secondary_identifier: _, ...values } = HOLDER;
    const parsed = read(compose('TD3', { ...values, primary_identifier: 'ARKFREITH' }));
    expect(parsed.fields.primary_identifier?.value).toBe('ARKFREITH');
    expect(parsed.fields.secondary_identifier).toBeUndefined();
  });
});

test('names in any supported script are transliterated as the state does', () => {
  const lines = compose('TD3', {
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

describe('for any zone', () => {
  const word = fc.stringMatching(/^[A-Z]{1,8}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 2 }).map((list) => list.join(' '));
  const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'));
  const date = (from: number, to: number) =>
    fc
      .tuple(fc.integer({ min: from, max: to }), fc.constantFrom('01', '06', '12'), day)
      .map((parts) => parts.join('-'));
  const values = fc.record({
    document_code: fc.constantFrom('P', 'PD', 'I', 'AC', 'V'),
    issuing_state: fc.constantFrom('UTO', 'DEU', 'FRA', 'XKX', 'GBR', 'UNO'),
    document_number: fc.stringMatching(/^[A-Z0-9]{5,9}$/),
    nationality: fc.constantFrom('UTO', 'DEU', 'XXB', 'GBO'),
    birth_date: fc.oneof(date(1911, 2009), fc.constantFrom('1985-03-XX', '1950-XX-XX')),
    sex: fc.constantFrom('M', 'F', 'X'),
    expiry_date: date(1990, 2050),
    primary_identifier: word,
    secondary_identifier: words.filter((text) => text.length <= 14),
  });
  const formats: readonly MrzFormat[] = ['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'];

  test.each(formats)('%s: what is composed is parsed, and every check digit holds', (format) => {
    fc.assert(
      fc.property(values, (given) => {
        const lines = compose(format, given);
        const parsed = parseMrz(lines, { referenceDate, format });
        expect(parsed.ok && valuesOf(parsed.value)).toEqual(given);
        expect(parsed.ok && parsed.value.checkDigits.every(({ outcome }) => outcome === 'passed')).toBe(true);
        for (const line of lines) expect(line).toHaveLength(MRZ_LAYOUTS[format].lineLength);
      }),
    );
  });

  test('no text makes the parser throw; lines stay as printed', () => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.stringMatching(/^[A-Z0-9<]{30,44}$/));
    const format = fc.option(fc.constantFrom<MrzFormat>(...formats, 'FRA-ID'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), format, (lines, wanted) => {
        const parsed = parseMrz(lines, wanted ? { referenceDate, format: wanted } : { referenceDate });
        if (parsed.ok) expect(parsed.value.lines).toEqual(lines);
        else expect(parsed.error.code).toBe('mrz.format-not-recognised');
      }),
      { numRuns: 500 },
    );
  });

  test('no values make the composer throw', () => {
    const text = fc.option(fc.string({ maxLength: 50 }), { nil: undefined });
    const any = fc.record({
      document_number: text,
      primary_identifier: text,
      birth_date: text,
      optional_data: text,
      nationality: text,
    });
    fc.assert(
      fc.property(any, fc.constantFrom<MrzFormat>(...formats, 'FRA-ID'), (given, format) => {
        const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const lines = composeMrz(format, present);
        if (lines.ok) expect(lines.value.every((one) => /^[A-Z0-9<]+$/.test(one))).toBe(true);
      }),
    );
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

const HOLDER = {
  document_code: 'P',
  issuing_state: 'UTO',
  document_number: 'L898902C3',
  nationality: 'UTO',
  birth_date: '1974-08-12',
  sex: 'F',
  expiry_date: '2012-04-15',
  primary_identifier: 'ERIKSSON',
  secondary_identifier: 'ANNA',
} as const satisfies MrzValues;

function read(lines: readonly string[]): ParsedMrz {
  const parsed = parseMrz(lines, { referenceDate });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function compose(format: MrzFormat, values: MrzValues): readonly string[] {
  const lines = composeMrz(format, values);
  if (!lines.ok) throw new Error(`${lines.error.code} ${lines.error.field}`);
  return lines.value;
}

function valuesOf({ fields }: ParsedMrz): Partial<Record<MrzFieldName, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
}
