import { type MrzFieldName, type ParsedMrz, parseMrz } from '@vidimus/engine/mrz';
import { BENCH_DAY } from '../drawn-specimens.ts';
import { editDistance } from './edit-alignment.ts';

/** How the lines of a zone compare with those that are printed. */
export type ZoneScore = {
  readonly isFound: boolean;
  /** Every character of every line. */
  readonly isExact: boolean;
  /** Document number, date of birth and date of expiry, as printed. */
  readonly areFieldsExact: boolean;
  /** The dangerous case: every check digit holds, and yet a line is wrong. */
  readonly isWrongButChecked: boolean;
  readonly characterErrors: number;
};

const FIELDS = ['document_number', 'birth_date', 'expiry_date'] as const satisfies readonly MrzFieldName[];

/** Compares lines with the printed ones; `null` stands for no zone found. */
export function scoreZone(printed: readonly string[], read: readonly string[] | null): ZoneScore {
  const isExact = read !== null && printed.join('\n') === read.join('\n');
  return {
    isFound: read !== null,
    isExact,
    areFieldsExact: isExact || (read !== null && agreeOnFields(printed, read)),
    isWrongButChecked: !isExact && read !== null && doChecksHold(read),
    characterErrors: editDistance(printed.join('\n'), read?.join('\n') ?? ''),
  };
}

function agreeOnFields(printed: readonly string[], read: readonly string[]): boolean {
  const expected = parsed(printed);
  if (expected === null || read.length !== printed.length) return false;
  const observed = parsed(read, expected.format);
  return FIELDS.every((field) => expected.fields[field]?.printed === observed?.fields[field]?.printed);
}

function doChecksHold(read: readonly string[]): boolean {
  const digits = parsed(read)?.checkDigits ?? [];
  return digits.length > 0 && digits.every(({ outcome }) => outcome === 'passed');
}

function parsed(lines: readonly string[], format?: ParsedMrz['format']): ParsedMrz | null {
  const result = parseMrz(lines, { referenceDate: BENCH_DAY, ...(format === undefined ? {} : { format }) });
  return result.ok ? result.value : null;
}
