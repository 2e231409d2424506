import { toMrzText, verifyCheckDigit } from '../check-digit.ts';
import type { MrzFormat } from '../mrz-format.ts';
import type { Result } from '../result.ts';
import { normaliseStateCode } from '../states/normalise-state-code.ts';
import { parseMrzDate } from './mrz-date.ts';
import type { MrzField } from './mrz-field.ts';
import {
  type CheckDigitOf,
  MRZ_LAYOUTS,
  type MrzFieldName,
  type MrzLayout,
  type MrzPlace,
  type MrzSlot,
  type MrzSpan,
} from './mrz-formats.table.ts';
import { parseMrzName } from './mrz-name.ts';
import { fieldProblems, lineProblems, type MrzProblem } from './mrz-problems.ts';

/** What one check digit says. `not_performed`: a character under it could not be read. */
export type MrzCheckDigit = {
  readonly of: CheckDigitOf;
  readonly outcome: 'passed' | 'failed' | 'not_performed';
  readonly expected?: string;
  readonly observed?: string;
  /** Where it stands. */
  readonly at: MrzPlace;
  readonly covers: readonly MrzSpan[];
};

export type ParsedMrz = {
  readonly format: MrzFormat;
  /** As printed. */
  readonly lines: readonly string[];
  readonly fields: Readonly<Partial<Record<MrzFieldName, MrzField>>>;
  readonly checkDigits: readonly MrzCheckDigit[];
  /** The names filled their space, so that letters may be missing. No check digit covers a name. */
  readonly nameTruncated: boolean;
  readonly problems: readonly MrzProblem[];
};

export type MrzFormatUnknown = {
  readonly code: 'mrz.format-not-recognised';
  readonly observed: { readonly lineLengths: readonly number[] };
};

export type ParseMrzOptions = {
  /** `YYYY-MM-DD`: settles the century of two-digit years. */
  readonly referenceDate: string;
  /** Known format; otherwise it is told from the lines. */
  readonly format?: MrzFormat;
};

/**
 * Reads the lines of a zone. Never throws, on any text; characters that no zone holds (a reader's `?`) stay as printed and leave
 * their check digits not performed.
 * @example parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<…', 'L898902C36UTO7408122F…'], { referenceDate: '2026-01-01' })
 */
export function parseMrz(lines: readonly string[], options: ParseMrzOptions): Result<ParsedMrz, MrzFormatUnknown> {
  const format = options.format ?? recogniseMrzFormat(lines);
  if (format === null) {
    return {
      ok: false,
      error: { code: 'mrz.format-not-recognised', observed: { lineLengths: lines.map((line) => line.length) } },
    };
  }
  const layout = MRZ_LAYOUTS[format];
  const grid = Array.from({ length: layout.lineCount }, (_, i) =>
    (lines[i] ?? '').padEnd(layout.lineLength, UNREAD).slice(0, layout.lineLength),
  );
  const fields = readFields(grid, layout, options.referenceDate);
  return {
    ok: true,
    value: {
      format,
      lines,
      fields,
      checkDigits: readCheckDigits(grid, layout),
      nameTruncated: isNameTruncated(grid, layout),
      problems: [...lineProblems(lines, grid, layout), ...fieldProblems(fields)],
    },
  };
}

/** Tells the format from number and length of lines and the first letters; null where none fits. Two characters more or less are forgiven. */
export function recogniseMrzFormat(lines: readonly string[]): MrzFormat | null {
  const longest = Math.max(0, ...lines.map((line) => line.length));
  const near = (length: number) => Math.abs(longest - length) <= LENGTH_SLACK;
  const first = lines[0] ?? '';
  if (lines.length === MRZ_LAYOUTS.TD1.lineCount) return near(MRZ_LAYOUTS.TD1.lineLength) ? 'TD1' : null;
  if (lines.length !== 2) return null;
  if (near(MRZ_LAYOUTS.TD3.lineLength)) return first.startsWith('V') ? 'MRV-A' : 'TD3';
  if (!near(MRZ_LAYOUTS.TD2.lineLength)) return null;
  if (first.startsWith('V')) return 'MRV-B';
  return first.startsWith('IDFRA') ? 'FRA-ID' : 'TD2';
}

/** Stands where a line ended too early; no zone holds it. */
const UNREAD = '?';
/** A reader may lose or double a character or two of a line. */
const LENGTH_SLACK = 2;

function readFields(
  grid: readonly string[],
  layout: MrzLayout,
  referenceDate: string,
): Partial<Record<MrzFieldName, MrzField>> {
  const fields: Partial<Record<MrzFieldName, MrzField>> = {};
  const overflow = numberOverflow(grid, layout);
  for (const slot of layout.slots) {
    const printed = cut(grid, slot);
    if (slot.field === 'names') {
      const { primary, secondary } = parseMrzName(printed);
      if (primary !== '') fields.primary_identifier = { value: primary, printed, spans: [spanOf(slot)] };
      if (secondary !== '') fields.secondary_identifier = { value: secondary, printed, spans: [spanOf(slot)] };
    } else if (slot.field === 'document_number' && overflow) {
      const whole = printed + overflow.number;
      fields.document_number = {
        value: trimFillers(whole),
        printed: whole,
        spans: [spanOf(slot), overflow.numberSpan],
      };
    } else if (overflow && slot.line === layout.numberOverflow?.line && slot.start === layout.numberOverflow.start) {
      const rest = cut(grid, overflow.restSpan);
      if (trimFillers(rest) !== '') {
        fields[slot.field] = { value: trimFillers(rest), printed: rest, spans: [overflow.restSpan] };
      }
    } else {
      const value = normalise(slot, printed, referenceDate);
      if (value !== '') fields[slot.field] = { value, printed, spans: [spanOf(slot)] };
    }
  }
  return fields;
}

function normalise(slot: MrzSlot, printed: string, referenceDate: string): string {
  switch (slot.field) {
    case 'birth_date':
      return parseMrzDate(printed, 'birth', referenceDate) ?? printed;
    case 'expiry_date':
      return parseMrzDate(printed, 'expiry', referenceDate) ?? printed;
    case 'issue_date':
      return parseMrzDate(printed, 'issue', referenceDate) ?? printed;
    case 'issuing_state':
    case 'nationality':
      return normaliseStateCode(printed) ?? trimFillers(printed);
    case 'sex':
      return printed === '<' ? 'X' : printed;
    case 'primary_identifier':
    case 'secondary_identifier':
      return printed.replace(/<+/g, ' ').trim();
    default:
      return trimFillers(printed);
  }
}

/**
 * A document number longer than nine characters: `<` stands for its check digit, and the rest and the digit begin the
 * optional data, closed by `<` (9303-5 §4.2.2 note j; 9303-6 §4.2.2 note j).
 */
function numberOverflow(grid: readonly string[], layout: MrzLayout) {
  const span = layout.numberOverflow;
  const check = layout.checkDigits.find((digit) => digit.of === 'document_number');
  if (!span || !check || grid[check.at.line]?.charAt(check.at.column) !== '<') return null;
  const head = check.covers.map((part) => cut(grid, part)).join('');
  const tail = /^([A-Z0-9]+)(?=<|$)/.exec(cut(grid, span))?.[1] ?? '';
  if (tail.length < 2 || head.endsWith('<')) return null;
  const digitColumn = span.start + tail.length - 1;
  return {
    number: tail.slice(0, -1),
    numberSpan: { line: span.line, start: span.start, end: digitColumn },
    digit: { line: span.line, column: digitColumn },
    restSpan: { line: span.line, start: Math.min(digitColumn + 2, span.end), end: span.end },
  };
}

function readCheckDigits(grid: readonly string[], layout: MrzLayout): readonly MrzCheckDigit[] {
  const overflow = numberOverflow(grid, layout);
  return layout.checkDigits.map((slot) => {
    const long = slot.of === 'document_number' ? overflow : null;
    const at = long?.digit ?? slot.at;
    const covers = long ? [...slot.covers, long.numberSpan] : slot.covers;
    const text = toMrzText(covers.map((span) => cut(grid, span)).join(''));
    const printed = grid[at.line]?.charAt(at.column) ?? UNREAD;
    if (!text.ok || !/^[0-9A-Z<]$/.test(printed)) return { of: slot.of, outcome: 'not_performed', at, covers };
    const result = verifyCheckDigit(text.value, printed);
    if (result.outcome !== 'failed') return { of: slot.of, outcome: result.outcome, observed: printed, at, covers };
    return { of: slot.of, outcome: 'failed', expected: result.expected, observed: printed, at, covers };
  });
}

function isNameTruncated(grid: readonly string[], layout: MrzLayout): boolean {
  return layout.slots.some(
    (slot) =>
      (slot.field === 'names' || slot.field === 'primary_identifier' || slot.field === 'secondary_identifier') &&
      /[A-Z]$/.test(cut(grid, slot)),
  );
}

/** A slot says more than its place. */
function spanOf({ line, start, end }: MrzSpan): MrzSpan {
  return { line, start, end };
}

function cut(grid: readonly string[], span: MrzSpan): string {
  return (grid[span.line] ?? '').slice(span.start, span.end);
}

/** Trailing fillers go; one inside stands for a space or a hyphen of the printed number (9303-3 §4.6). */
function trimFillers(printed: string): string {
  return printed.replace(/^<+|<+$/g, '').replace(/<+/g, ' ');
}
