import type { DocumentType, FieldName } from '@vidimus/vocabulary';
import { isAmerican, isOrderUnknown, orderOf } from './date-order.ts';
import { findLabel, findLicenceNumber } from './find-label.ts';
import { markOf, titleOf } from './find-title.ts';
import { OTHER_SCRIPT } from './foreign-letters.ts';
import { joinCategories } from './join-categories.ts';
import { normaliseValue, type ValueContext } from './normalise-value.ts';
import { MONTHS } from './parse-printed-date.ts';
import { placeByDates } from './place-by-dates.ts';
import { placeEuropean } from './place-european.ts';
import { placeUnnumbered } from './place-unnumbered.ts';
import { type Label, type Placed, placeValues } from './place-values.ts';
import type { PrintedLine } from './printed-line.ts';
import { settleNames } from './settle-names.ts';
import { stateNamed } from './state-names.ts';

/** A field as it stands on the page. */
export type FoundField = {
  readonly field: FieldName;
  readonly value: string;
  readonly line: PrintedLine;
  readonly confidence: number;
};

export type FoundFields = {
  readonly fields: readonly FoundField[];
  /** What was placed by a label, with that label. */
  readonly placed: readonly Placed[];
  /** Labels of our fields without a value. */
  readonly unserved: readonly Label[];
  readonly unreadScripts: readonly string[];
  readonly context: ValueContext;
};

/** Numbers of ISO/IEC 18013-1 count when at least this many different ones begin lines of the page. */
const LEAST_LICENCE_NUMBERS = 3;
/** A reading that may as well be another. Readings this unsure or less carry no characters of their own. */
export const DOUBTED = 0.4;
/** Letters of the longest number of ISO/IEC 18013-1 that stands alone: `4a.` */
const LONGEST_NUMBER = 3;

/** A letter that stands alone must be read so surely to be a sex, and is so certain to be one. */
const SURELY_A_LETTER = 0.85;
const LONE_LETTER = 0.8;

/** The story of the fields: labels, values within their lines, values placed by geometry, titles and states. */
export function findFields(lines: readonly PrintedLine[], asOf: string): FoundFields {
  const context = { order: orderOf(lines), asOf };
  const { labels, values, within, isLicence } = sortLines(lines, context);
  const byLabel = [...within, ...placeValues(labels, values, context)];
  const title = titleFields(lines);
  const numberless = placeWithoutLabels(byLabel, values, context, {
    isLicence: isLicence || title.some(({ value }) => value === 'driving_licence'),
    isAmerican: isAmerican(lines),
  });
  const joined = joinCategories([...byLabel, ...numberless], values);
  const state = stateOf(joined, title);
  const { placed, unreadScripts } = settleNames(joined, values, { ...context, state });
  const readable = best(placed.filter(({ value }) => !value.includes(OTHER_SCRIPT)));
  const fields = isOrderUnknown(lines) ? readable.map(doubtOrder) : readable;
  const known = new Set(fields.map(({ field }) => field));
  return {
    fields: [...fields, ...title.filter(({ field }) => !known.has(field)), ...typeByLabel(joined, title)],
    placed,
    unserved: labels.filter(({ target }) => target !== 'other' && !placed.some(({ label }) => label.target === target)),
    unreadScripts,
    context,
  };
}

/** The lines of a page: labels without a value of their own, values without a label, and lines that are both. */
type SortedLines = {
  readonly labels: readonly Label[];
  readonly values: readonly PrintedLine[];
  readonly within: readonly Placed[];
  /** So many numbers of ISO/IEC 18013-1 begin lines that the page is a driving licence's. */
  readonly isLicence: boolean;
};

function sortLines(lines: readonly PrintedLine[], context: ValueContext): SortedLines {
  const numbered = lines.map(({ text }) => findLicenceNumber(text));
  const isLicence = new Set(numbered.flatMap((found) => found?.number ?? [])).size >= LEAST_LICENCE_NUMBERS;
  const labels: Label[] = [];
  const values: PrintedLine[] = [];
  const within: Placed[] = [];
  for (const [i, line] of lines.entries()) {
    const found = (isLicence ? numbered[i] : null) ?? findLabel(line.text);
    if (!found) {
      if (markOf(line.text) === null) values.push(line);
      continue;
    }
    const besideOnly = found.number !== undefined && line.text.length <= LONGEST_NUMBER;
    const label: Label = { target: found.target, line, certainty: found.certainty, besideOnly };
    const value =
      found.rest === '' || found.target === 'other' ? null : normaliseValue(found.target, found.rest, context);
    if (value !== null) within.push({ label, value, line: { ...line, text: found.rest } });
    else if (isStreet(found.number, line.text)) values.push(line);
    else labels.push(label);
  }
  return { labels, values, within, isLicence };
}

/** What stands where no label was read: by the order of days, and of the rows of a licence. */
function placeWithoutLabels(
  byLabel: readonly Placed[],
  values: readonly PrintedLine[],
  context: ValueContext,
  { isLicence, isAmerican }: { readonly isLicence: boolean; readonly isAmerican: boolean },
): readonly Placed[] {
  const days = placeByDates(byLabel, values, context);
  const known = [...byLabel, ...days];
  if (!isLicence) return [...days, ...loneSex(known, values)];
  return [...days, ...(isAmerican ? placeUnnumbered : placeEuropean)(known, values, context)];
}

/** The only M, F or X that stands alone. */
function loneSex(placed: readonly Placed[], values: readonly PrintedLine[]): readonly Placed[] {
  if (placed.some(({ label }) => label.target === 'sex')) return [];
  const [line, ...others] = values.filter(
    ({ text, confidence }) => /^[MFX]$/.test(text) && confidence > SURELY_A_LETTER,
  );
  if (!line || others.length > 0) return [];
  return [{ label: { target: 'sex', line, certainty: LONE_LETTER, besideOnly: false }, line, value: line.text }];
}

/** The letter that ICAO Doc 9303 prints as the document's type, where no title was read. */
function typeByLabel(placed: readonly Placed[], title: readonly FoundField[]): readonly FoundField[] {
  const said = placed.find(({ label }) => label.target === 'document_type');
  const type = said && TYPE_LETTERS[said.value[0] ?? ''];
  if (!said || type === undefined || title.some(({ field }) => field === 'document_type')) return [];
  return [{ field: 'document_type', value: type, line: said.line, confidence: said.line.confidence }];
}

const TYPE_LETTERS: Readonly<Record<string, DocumentType>> = {
  P: 'passport',
  I: 'identity_card',
  A: 'identity_card',
  C: 'identity_card',
  V: 'visa',
};

/** `12 GARDEN STREET` begins with no licence's number: words follow it without a dot. */
function isStreet(number: string | undefined, text: string): boolean {
  return number !== undefined && /^\s*\d{1,2}\s*\p{Lu}[\p{L}.]+[\s,].*\p{L}{3}/u.test(text);
}

/** One reading a field: the one whose label and letters are surest. */
function best(placed: readonly Placed[]): readonly FoundField[] {
  const byField = new Map<FieldName, FoundField>();
  for (const { label, line, value } of placed) {
    const { target } = label;
    if (target === 'other' || target === 'document_type') continue;
    const confidence = label.certainty * line.confidence;
    const other = byField.get(target);
    if (!other || confidence > other.confidence) byField.set(target, { field: target, value, line, confidence });
  }
  return [...byField.values()];
}

/** The document's type and state as its title says them. */
function titleFields(lines: readonly PrintedLine[]): readonly FoundField[] {
  const first = (field: 'document_type' | 'issuing_state', read: (text: string) => string | null) => {
    for (const line of lines) {
      const value = read(line.text);
      if (value !== null) return [{ field, value, line, confidence: line.confidence }];
    }
    return [];
  };
  return [...first('document_type', titleOf), ...first('issuing_state', stateNamed)];
}

function stateOf(placed: readonly Placed[], title: readonly FoundField[]): string | null {
  const said = placed.find(({ label }) => label.target === 'issuing_state')?.value;
  return said ?? title.find(({ field }) => field === 'issuing_state')?.value ?? null;
}

/** A date of which either number may be the month is no more than doubted. */
function doubtOrder(one: FoundField): FoundField {
  const [, first, second] = /^(\d\d)\/(\d\d)\//.exec(one.line.text) ?? [];
  const isEither =
    one.field.endsWith('_date') && Number(first) <= MONTHS && Number(second) <= MONTHS && first !== second;
  return isEither ? { ...one, confidence: Math.min(DOUBTED, one.confidence) } : one;
}
