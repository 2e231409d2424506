import { editDistance, foldText } from './fold-text.ts';
import { LABELS, type LabelTarget, LICENCE_NUMBERS } from './labels.table.ts';

/** A line that begins with a label. `rest` is what stands behind it on the same line. */
export type FoundLabel = {
  readonly target: LabelTarget;
  readonly rest: string;
  readonly certainty: number;
  /** The number of ISO/IEC 18013-1 that stands alone as a label: its value stands beside it, never below. */
  readonly number?: string;
};

type Entry = { readonly target: LabelTarget; readonly folded: string };

const ENTRIES: readonly Entry[] = Object.entries(LABELS)
  .flatMap(([target, labels]) => (isTarget(target) ? labels.map((label) => ({ target, folded: foldText(label) })) : []))
  .sort((a, b) => b.folded.length - a.folded.length);

/** One wrong letter in five; labels of up to four letters are compared exactly. */
const ERRORS_PER_LETTER = 0.19;
const LETTERS_COMPARED_EXACTLY = 4;
/** Behind letters that were not understood, a label must be this long to be one. */
const LETTERS_BEHIND_OTHERS = 8;
const SMALL_LETTERS = /\p{Ll}{3}/u;
/** A label of fewer letters followed by a value on the same line needs a separator: `DL`, `LN`, `Name`. */
const LETTERS_WITHOUT_SEPARATOR = 7;

/** Finds the label (or bilingual labels) at the beginning of a line, or null. */
export function findLabel(text: string): FoundLabel | null {
  const parts = text.split(/[/|;]|\s[-–]\s/);
  const [first = ''] = parts;
  const whole = wholeLabel(first) ?? leadingLabel(first);
  if (!whole) {
    // The first language may be one that the recogniser cannot read: `Прізвище / Surname`.
    const later = parts
      .slice(1)
      .map((part) => wholeLabel(part) ?? leadingLabel(part))
      .find((label) => label !== null);
    return later ?? trailingLabel(text);
  }
  if (whole.rest !== '' && wholeLabel(whole.rest)) return { ...whole, rest: '' };
  if (whole.rest !== '') return { ...whole, rest: [whole.rest, ...parts.slice(1)].join('/') };
  // What follows the first label is its translation, its translation and a value, or the value.
  for (const [index, part] of parts.entries()) {
    if (index === 0) continue;
    const translated = wholeLabel(part) ?? leadingLabel(part);
    const behind = parts.slice(index + 1);
    if (translated && translated.rest !== '') return { ...whole, rest: [translated.rest, ...behind].join('/') };
    if (!translated && /\d/.test(part)) return { ...whole, rest: parts.slice(index).join('/') };
  }
  return whole;
}

/**
 * `4a. 12.08.2020` → issue date and what follows; `4d DLN` → what the word says, which comes before the number: North America's
 * 4d is the document's number, Europe's a personal one. The caller knows whether the page is a licence.
 */
export function findLicenceNumber(text: string): FoundLabel | null {
  if (WHOLE_DAY.test(text)) return null;
  const match = /^\s*(4\s?[abcd]|1[0-9]|[1-9])(\s*[.,:)]\s*|\s+|$|(?=\D))(.*)$/i.exec(withIssueLabel(text));
  const number = (match?.[1] ?? '').replace(/\s/g, '').toLowerCase();
  const rest = (match?.[3] ?? '').trim();
  if (!match) return null;
  const worded = /^\p{L}/u.test(rest) ? (wholeLabel(rest) ?? leadingLabel(rest)) : null;
  if (worded) return { ...worded, number };
  const target = LICENCE_NUMBERS[number];
  // `12 JUL 2034` is a day; columns of the table of categories bear a dot or stand alone.
  const separated = rest === '' || (number.startsWith('1') && number !== '1' ? /\S/ : /./).test(match[2] ?? '');
  return target && separated ? { number, target, rest, certainty: 1 } : null;
}

/** `12.09.2000` alone is a day of September, and no column 12 with a rest; `3. 12.09.2000` has the number as well. */
const WHOLE_DAY = /^\s*\d{1,2}([./ -])\d{1,2}\1(\d{2}|\d{4})\s*$/;

/** Recognisers take the letters of ISS for digits: `4a155`, `4a1Ss`. */
function withIssueLabel(text: string): string {
  return text.replace(/^(\s*4\s?a)\s*[1Il|][5Ss][5Ss](?![0-9])/i, '$1 ISS');
}

/** `naaHapeHHDateofbith`: a label behind its translation into a script that is not read. */
function trailingLabel(text: string): FoundLabel | null {
  // Values are printed in capitals.
  if (!SMALL_LETTERS.test(text)) return null;
  const folded = foldText(text);
  for (const entry of ENTRIES) {
    if (entry.folded.length < LETTERS_BEHIND_OTHERS) break;
    const most = allowedErrors(entry.folded);
    // A letter lost or gained shifts where the label begins.
    const errors = Math.min(
      ...[-1, 0, 1].map((more) => editDistance(folded.slice(-entry.folded.length - more), entry.folded, most)),
    );
    if (errors <= most) return { target: entry.target, rest: '', certainty: 1 - errors / entry.folded.length };
  }
  return null;
}

function wholeLabel(text: string): FoundLabel | null {
  const folded = foldText(text);
  if (folded.length < 2) return null;
  let best: FoundLabel | null = null;
  for (const entry of ENTRIES) {
    const most = allowedErrors(entry.folded);
    const errors = editDistance(folded, entry.folded, most);
    if (errors > most) continue;
    const certainty = 1 - errors / entry.folded.length;
    if (!best || certainty > best.certainty) best = { target: entry.target, rest: '', certainty };
  }
  return best;
}

/** `Sex: F`, `DOB 08/12/1974`, `DateofbirthI2.08.1974`: the longest label that the text begins with. */
function leadingLabel(text: string): FoundLabel | null {
  const folded = foldText(text);
  for (const entry of ENTRIES) {
    const long = entry.folded.length >= LETTERS_BEHIND_OTHERS;
    if (long && folded[0] !== entry.folded[0]) continue;
    const most = allowedErrors(entry.folded);
    // A letter lost or gained shifts where the label ends.
    for (const more of long && SMALL_LETTERS.test(text) ? [0, -1, 1, -2] : [0]) {
      if (editDistance(folded.slice(0, entry.folded.length + more), entry.folded, most) > most) continue;
      const end = endOfLetters(text, entry.folded.length + more);
      const rest = end === null ? '' : text.slice(end);
      const separated = /^[\s.:]/.test(rest) || /^\d/.test(rest);
      if (!separated && entry.folded.length < LETTERS_WITHOUT_SEPARATOR) continue;
      const value = rest.replace(/^[\s.:°º]+/, '');
      if (value === '') continue;
      const errors = editDistance(folded.slice(0, entry.folded.length + more), entry.folded, most);
      return { target: entry.target, rest: value, certainty: 1 - errors / entry.folded.length };
    }
  }
  return null;
}

/** Where the first `count` letters and digits of a text end, or null when it has fewer. */
function endOfLetters(text: string, count: number): number | null {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (/[\p{L}\p{N}]/u.test(text[at] ?? '')) seen++;
    if (seen === count) return at + 1;
  }
  return null;
}

function allowedErrors(folded: string): number {
  return folded.length <= LETTERS_COMPARED_EXACTLY ? 0 : Math.floor(folded.length * ERRORS_PER_LETTER);
}

function isTarget(name: string): name is LabelTarget {
  return name in LABELS;
}
