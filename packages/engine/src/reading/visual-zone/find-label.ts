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

/** One wrong letter in six; labels of up to four letters are compared exactly. */
const ERRORS_PER_LETTER = 0.17;
const LETTERS_COMPARED_EXACTLY = 4;
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
      .map(wholeLabel)
      .find((label) => label !== null);
    return later ?? null;
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
  const match = /^\s*(4\s?[abcd]|1[0-9]|[1-9])(\s*[.,:)]\s*|\s+|$|(?=\D))(.*)$/i.exec(text);
  const number = (match?.[1] ?? '').replace(/\s/g, '').toLowerCase();
  const rest = (match?.[3] ?? '').trim();
  if (!match) return null;
  const worded = /^\p{L}/u.test(rest) ? (wholeLabel(rest) ?? leadingLabel(rest)) : null;
  if (worded) return { ...worded, number };
  const target = LICENCE_NUMBERS[number];
  const separated = rest === '' || match[2] !== '';
  return target && separated ? { number, target, rest, certainty: 1 } : null;
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
  for (const entry of ENTRIES) {
    const end = endOfLetters(text, entry.folded.length);
    if (end === null) continue;
    const rest = text.slice(end);
    const most = allowedErrors(entry.folded);
    const errors = editDistance(foldText(text.slice(0, end)), entry.folded, most);
    if (errors > most) continue;
    const separated = /^[\s.:]/.test(rest) || (/^\d/.test(rest) && entry.folded.length >= 2);
    if (!separated && entry.folded.length < LETTERS_WITHOUT_SEPARATOR) continue;
    const value = rest.replace(/^[\s.:°º]+/, '');
    if (value === '') continue;
    return { target: entry.target, rest: value, certainty: 1 - errors / entry.folded.length };
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
