import { titleOf } from './find-title.ts';
import { FOREIGN } from './foreign-letters.ts';
import type { LabelTarget } from './labels.table.ts';
import { categoriesIn, normaliseValue, type ValueContext } from './normalise-value.ts';
import type { Placed } from './place-values.ts';
import type { PrintedLine } from './printed-line.ts';
import { stateNamed } from './state-names.ts';

/** A value without its number is less sure. */
const CERTAINTY = 0.75;
/** Names stand at most this many heights over the row of the birth date, counted from row to row. */
const FARTHEST_ROW = 2.8;
/** And begin at most this many heights beside it. */
const OUT_OF_LINE = 1;
/** Letters of another script are read less surely than this. */
const SURELY_LATIN = 0.8;

/**
 * Where the numbers of a European licence were not seen, its order tells: name (1) and given names (2) over the day of birth (3),
 * its place beside it, the authority (4c) beside the day of issue (4a), a personal number (4d) beside the day of expiry (4b),
 * under that the licence's number (5), the address (8) and the categories (9). Directive 2006/126/EC annex I.
 */
export function placeEuropean(
  placed: readonly Placed[],
  values: readonly PrintedLine[],
  context: ValueContext,
): readonly Placed[] {
  const found: Placed[] = [];
  const taken = () => new Set([...placed, ...found].map(({ line }) => line));
  const lineOf = (target: LabelTarget) => [...placed, ...found].find(({ label }) => label.target === target)?.line;
  const place = (target: LabelTarget, line: PrintedLine | undefined) => {
    const value = line && !lineOf(target) && !taken().has(line) ? normaliseValue(target, line.text, context) : null;
    if (line && value !== null)
      found.push({ label: { target, line, certainty: CERTAINTY, besideOnly: false }, line, value });
  };
  const beside = (line: PrintedLine | undefined) =>
    line && values.find((one) => one.left > line.right && isLevel(one, line) && one.text.length > 1);
  const birth = lineOf('birth_date');
  const expiry = lineOf('expiry_date');
  if (birth) {
    const names = namesAbove(birth, values, context);
    place('secondary_identifier', names[0]);
    const given = lineOf('secondary_identifier');
    place(
      'primary_identifier',
      names.find((line) => given === undefined || line.bottom < (given.top + given.bottom) / 2),
    );
    place('birth_place', beside(birth));
  }
  place('issuing_authority', beside(lineOf('issue_date')));
  place('personal_number', beside(expiry));
  if (expiry) {
    for (const line of values.filter((one) => one.top > expiry.bottom - (expiry.bottom - expiry.top) / 2)) {
      if (categoriesIn(line.text) !== null) place('licence_categories', line);
      else if (/\p{L}{3}.*[\s,]|[\s,].*\p{L}{3}/u.test(line.text) && /\d/.test(line.text)) place('address', line);
      else place('document_number', line);
    }
  }
  // The back repeats the number alone, over the table of categories.
  if (!birth && !expiry) for (const line of values) if (/\d{3}/.test(line.text)) place('document_number', line);
  return found;
}

/** The lines over a line in its column, nearest first, as long as no row is missing. */
function columnAbove(line: PrintedLine, values: readonly PrintedLine[]): readonly PrintedLine[] {
  const height = line.bottom - line.top;
  const column = values
    .filter((one) => one.top < line.top - height / 2 && Math.abs(one.left - line.left) < OUT_OF_LINE * height)
    .toSorted((a, b) => b.top - a.top);
  const above: PrintedLine[] = [];
  for (const one of column) {
    if ((above.at(-1) ?? line).top - one.top > FARTHEST_ROW * height) break;
    above.push(one);
  }
  return above;
}

function isLevel(a: PrintedLine, b: PrintedLine): boolean {
  return Math.abs(a.top + a.bottom - b.top - b.bottom) < b.bottom - b.top;
}

/** Latin names over the day of birth, nearest first. Where two scripts stand, each Latin name is under its original. */
function namesAbove(birth: PrintedLine, values: readonly PrintedLine[], context: ValueContext): readonly PrintedLine[] {
  const above = columnAbove(birth, values).filter(
    ({ text }) => text.length > 1 && titleOf(text) === null && stateNamed(text) === null,
  );
  const isLatin = ({ text, confidence }: PrintedLine) =>
    confidence >= SURELY_LATIN && !FOREIGN.test(text) && normaliseValue('primary_identifier', text, context) !== null;
  const rows = above.length > 2 ? above.filter((_, i) => i % 2 === 0) : above;
  return rows.every(isLatin) ? rows : above.filter(isLatin);
}
