import { titleOf } from './find-title.ts';
import type { LabelTarget } from './labels.table.ts';
import { normaliseValue, type ValueContext } from './normalise-value.ts';
import type { Placed } from './place-values.ts';
import type { PrintedLine } from './printed-line.ts';
import { stateNamed } from './state-names.ts';

/** A value without its number is less sure. */
const CERTAINTY = 0.75;
/** Rows of one column: farthest apart, farthest out of line and of like height, in heights. */
const FARTHEST_BELOW = 2.6;
const OUT_OF_LINE = 0.8;
const LIKE_HEIGHT = 0.62;

/**
 * Detectors miss digits that stand alone. On a licence the given names (2) stand right under the name (1) and the address (8)
 * right under them, in one column; what looks like a document's number and has none is the licence's: ISO/IEC 18013-1:2018
 * annex B, AAMVA DL/ID 2020 annex A.
 */
export function placeUnnumbered(
  placed: readonly Placed[],
  values: readonly PrintedLine[],
  context: ValueContext,
): readonly Placed[] {
  const used = new Set(placed.map(({ line }) => line));
  const free = values.filter(
    (line) => !used.has(line) && titleOf(line.text) === null && stateNamed(line.text) === null,
  );
  const found: Placed[] = [];
  const has = (target: LabelTarget) => [...placed, ...found].find(({ label }) => label.target === target)?.line;
  const place = (target: LabelTarget, line: PrintedLine | undefined) => {
    const value = line ? normaliseValue(target, line.text, context) : null;
    if (line && value !== null)
      found.push({ label: { target, line, certainty: CERTAINTY, besideOnly: false }, line, value });
    return value !== null;
  };
  const isFree = (line: PrintedLine) => !found.some((one) => one.line === line);

  if (!has('primary_identifier')) {
    const given = has('secondary_identifier');
    const above = given ? free.find((line) => isUnder(given, line)) : undefined;
    if (above) place('primary_identifier', above);
    // Two lines of letters that follow one another in the column of the other values are the names.
    else if (!given) {
      const names = free.filter((line) => isName(line, context) && placed.some((one) => inColumn(line, one.line)));
      const isStreet = ({ text }: PrintedLine) => /\d/.test(text) && /\p{L}{3}/u.test(text);
      const first =
        names.find((line) => names.some((next) => isUnder(next, line))) ??
        names.find((line) => free.some((next) => isStreet(next) && isUnder(next, line)));
      if (place('primary_identifier', first) && first)
        place(
          'secondary_identifier',
          names.find((next) => isUnder(next, first)),
        );
    }
  }
  const name = has('primary_identifier');
  if (name && !has('secondary_identifier'))
    place(
      'secondary_identifier',
      free.find((line) => isFree(line) && isName(line, context) && isUnder(line, name)),
    );
  const given = has('secondary_identifier') ?? name;
  if (given && !has('address'))
    place(
      'address',
      free.find((line) => isFree(line) && /\p{L}{3}/u.test(line.text) && /\d/.test(line.text) && isUnder(line, given)),
    );
  if (!has('document_number')) {
    for (const line of free) {
      const isDate = normaliseValue('birth_date', line.text, context) !== null;
      const isAddress = /\p{L}{3}/u.test(line.text);
      if (isFree(line) && /\d{4}/.test(line.text) && !isDate && !isAddress && place('document_number', line)) break;
    }
  }
  return found;
}

function isName(line: PrintedLine, context: ValueContext): boolean {
  return line.text.length > 1 && normaliseValue('primary_identifier', line.text, context) !== null;
}

function inColumn(line: PrintedLine, other: PrintedLine): boolean {
  const [height, otherHeight] = [line.bottom - line.top, other.bottom - other.top];
  const alike = Math.min(height, otherHeight) > LIKE_HEIGHT * Math.max(height, otherHeight);
  return alike && Math.abs(line.left - other.left) < OUT_OF_LINE * Math.max(height, otherHeight);
}

function isUnder(line: PrintedLine, upper: PrintedLine): boolean {
  const height = upper.bottom - upper.top;
  const down = (line.top + line.bottom - upper.top - upper.bottom) / 2;
  return inColumn(line, upper) && down > height / 2 && down < FARTHEST_BELOW * height;
}
