import { normaliseValue, type ValueContext } from './normalise-value.ts';
import type { Placed } from './place-values.ts';
import type { PrintedLine } from './printed-line.ts';

/** A value without its number is less sure. */
const CERTAINTY = 0.75;
const FARTHEST_ABOVE = 2.5;

/**
 * Detectors miss digits that stand alone. On a licence the name (1) stands right above the given names (2), and what looks like a
 * document's number and has none is the licence's (5): ISO/IEC 18013-1:2018 annex B.
 */
export function placeUnnumbered(
  placed: readonly Placed[],
  values: readonly PrintedLine[],
  context: ValueContext,
): readonly Placed[] {
  const free = values.filter((line) => !placed.some((one) => one.line === line));
  const has = (target: string) => placed.some(({ label }) => label.target === target);
  const found: Placed[] = [];
  const given = placed.find(({ label }) => label.target === 'secondary_identifier')?.line;
  if (given && !has('primary_identifier')) {
    const height = given.bottom - given.top;
    const above = free.find(
      (line) =>
        line.bottom < (given.top + given.bottom) / 2 &&
        given.top - line.bottom < FARTHEST_ABOVE * height &&
        Math.abs(line.left - given.left) < 2 * height,
    );
    const value = above ? normaliseValue('primary_identifier', above.text, context) : null;
    if (above && value !== null) found.push(placing('primary_identifier', above, value));
  }
  if (!has('document_number')) {
    for (const line of free) {
      const value = /\d{4}/.test(line.text) ? normaliseValue('document_number', line.text, context) : null;
      const isDate = normaliseValue('birth_date', line.text, context) !== null;
      if (value === null || isDate) continue;
      found.push(placing('document_number', line, value));
      break;
    }
  }
  return found;
}

function placing(target: 'primary_identifier' | 'document_number', line: PrintedLine, value: string): Placed {
  return { label: { target, line, certainty: CERTAINTY, besideOnly: false }, line, value };
}
