import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MrzFormat } from '../mrz-format.ts';
import { composeMrz } from './compose-mrz.ts';
import { MRZ_LAYOUTS } from './mrz-formats.table.ts';
import { parseMrz } from './parse-mrz.ts';
import { composeZone, REFERENCE_DATE, valuesOf } from './zones.fixture.ts';

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
        const lines = composeZone(format, given);
        const parsed = parseMrz(lines, { referenceDate: REFERENCE_DATE, format });
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
        const parsed = parseMrz(
          lines,
          wanted ? { referenceDate: REFERENCE_DATE, format: wanted } : { referenceDate: REFERENCE_DATE },
        );
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
