import { computeCheckDigit, toMrzText } from '../check-digit.ts';
import type { MrzFormat } from '../mrz-format.ts';
import type { Result } from '../result.ts';
import { mrzStateCode, normaliseStateCode } from '../states/normalise-state-code.ts';
import type { CharacterUnknown } from '../transliteration/spelling-lattice.ts';
import { transliterateForMrz } from '../transliteration/transliterate-for-mrz.ts';
import { composeMrzDate } from './mrz-date.ts';
import { MRZ_LAYOUTS, type MrzFieldName, type MrzLayout, type MrzSlot, type MrzSpan } from './mrz-formats.table.ts';
import { composeIdentifier, composeMrzName } from './mrz-name.ts';

/** Normalised values, as `parseMrz` gives them: dates EDTF, states alpha-3, sex M, F or X. Names may be in any supported script. */
export type MrzValues = Readonly<Partial<Record<MrzFieldName, string>>>;

/** Why a zone cannot be written. */
export type MrzComposeError =
  | {
      readonly code: 'mrz.value-not-writable';
      readonly field: MrzFieldName;
      readonly observed: string;
      readonly expected: string;
    }
  | { readonly code: 'mrz.name-not-transliterable'; readonly field: MrzFieldName; readonly cause: CharacterUnknown };

/**
 * Writes the lines of a zone with all check digits; what is not given is filled with `<`. Long names are truncated, long document numbers
 * overflow into the optional data where the format allows it.
 * @example composeMrz('TD3', { document_code: 'P', issuing_state: 'UTO', primary_identifier: 'ERIKSSON', … })
 */
export function composeMrz(format: MrzFormat, values: MrzValues): Result<readonly string[], MrzComposeError> {
  const layout = MRZ_LAYOUTS[format];
  const grid = Array.from({ length: layout.lineCount }, () => '<'.repeat(layout.lineLength).split(''));
  const prepared = overflowNumber(layout, values);
  for (const slot of layout.slots) {
    const written = textOf(slot, prepared, format);
    if (!written.ok) return written;
    if (written.value !== null) put(grid, slot, written.value);
  }
  for (const digit of layout.checkDigits) {
    if (digit.of === 'document_number' && prepared !== values) continue;
    const covered = toMrzText(digit.covers.map((span) => cut(grid, span)).join(''));
    if (!covered.ok) {
      const observed = covered.error.observed;
      return refuse('optional_data', observed, 'A–Z, 0–9 and <');
    }
    const empty = /^<*$/.test(covered.value) && digit.of !== 'composite';
    const row = grid[digit.at.line];
    if (row) row[digit.at.column] = empty && EMPTY_AS_FILLER.has(digit.of) ? '<' : computeCheckDigit(covered.value);
  }
  return { ok: true, value: grid.map((row) => row.join('')) };
}

/** An empty optional field may carry a filler for its digit (9303-4 §4.2.2); issuers mostly print it so. */
const EMPTY_AS_FILLER: ReadonlySet<string> = new Set(['personal_number']);
/** Positions of a document number before it overflows. */
const NUMBER_LENGTH = 9;

/** Moves the tail of a long number, its check digit and a filler to the head of the optional data. */
function overflowNumber(layout: MrzLayout, values: MrzValues): MrzValues {
  const number = fillGaps(values.document_number ?? '');
  if (!layout.numberOverflow || number.length <= NUMBER_LENGTH) return values;
  const whole = toMrzText(number);
  if (!whole.ok) return values;
  const tail = number.slice(NUMBER_LENGTH) + computeCheckDigit(whole.value);
  const rest = fillGaps(values.optional_data ?? '');
  return { ...values, document_number: number.slice(0, NUMBER_LENGTH), optional_data: `${tail}<${rest}` };
}

function textOf(slot: MrzSlot, values: MrzValues, format: MrzFormat): Result<string | null, MrzComposeError> {
  const width = slot.end - slot.start;
  if (slot.field === 'names') {
    const primary = nameOf('primary_identifier', values);
    const secondary = nameOf('secondary_identifier', values);
    if (!primary.ok) return primary;
    if (!secondary.ok) return secondary;
    return { ok: true, value: composeMrzName(primary.value, secondary.value, width) };
  }
  const value = values[slot.field];
  if (value === undefined) return { ok: true, value: null };
  switch (slot.field) {
    case 'primary_identifier':
    case 'secondary_identifier': {
      const name = nameOf(slot.field, values);
      if (!name.ok) return name;
      // The French card parts given names by two fillers, the words of a surname by one.
      const separator = slot.field === 'secondary_identifier' ? '<<' : '<';
      return { ok: true, value: composeIdentifier(name.value, width, separator) };
    }
    case 'birth_date':
    case 'expiry_date':
    case 'issue_date': {
      const date = composeMrzDate(value);
      return date !== null && date.length >= width
        ? { ok: true, value: date.slice(0, width) }
        : refuse(slot.field, value, 'an EDTF date, e.g. 1985-03-XX');
    }
    case 'issuing_state':
    case 'nationality':
      return fit(slot, format === 'FRA-ID' ? (normaliseStateCode(value) ?? value) : mrzStateCode(value));
    case 'sex':
      return { ok: true, value: /^[MF]$/.test(value) ? value : '<' };
    default:
      return fit(slot, fillGaps(value));
  }
}

function nameOf(
  field: 'primary_identifier' | 'secondary_identifier',
  values: MrzValues,
): Result<string, MrzComposeError> {
  const name = transliterateForMrz(values[field] ?? '', values.issuing_state);
  return name.ok ? name : { ok: false, error: { code: 'mrz.name-not-transliterable', field, cause: name.error } };
}

function fit(slot: MrzSlot, text: string): Result<string, MrzComposeError> {
  const width = slot.end - slot.start;
  const field = slot.field === 'names' ? 'primary_identifier' : slot.field;
  if (!toMrzText(text).ok) return refuse(field, text, 'A–Z, 0–9 and <');
  if (text.length > width) return refuse(field, text, `at most ${width} characters`);
  return { ok: true, value: text.padEnd(width, '<') };
}

function refuse(field: MrzFieldName, observed: string, expected: string): Result<never, MrzComposeError> {
  return { ok: false, error: { code: 'mrz.value-not-writable', field, observed, expected } };
}

/** Spaces and hyphens of a number become fillers (9303-3 §4.6). */
function fillGaps(value: string): string {
  return value
    .trim()
    .toUpperCase()
    .replace(/[ \-/.]+/g, '<');
}

function put(grid: string[][], span: MrzSpan, text: string): void {
  const row = grid[span.line];
  [...text].forEach((character, i) => {
    if (row && span.start + i < span.end) row[span.start + i] = character;
  });
}

function cut(grid: readonly (readonly string[])[], span: MrzSpan): string {
  return (grid[span.line] ?? []).slice(span.start, span.end).join('');
}
