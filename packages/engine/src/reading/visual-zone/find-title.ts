import { type DocumentType, documentTypeSchema } from '@vidimus/vocabulary';
import { editDistance, foldText } from './fold-text.ts';
import { MARKS, type Mark } from './marks.table.ts';
import { TITLES } from './titles.table.ts';

/** One wrong letter in seven. */
const ERRORS_PER_LETTER = 0.15;
/**
 * A title of so many letters may stand within a part at most twice as long: PASSPORT OFFICE AMAUROT is no title. Shorter ones must be
 * the whole of a part of the line: PASS stands in PASSPORT, VISA in VISADO.
 */
const LETTERS_ANYWHERE = 8;

const ENTRIES = documentTypeSchema.options
  .flatMap((type) => TITLES[type].map((title) => ({ type, folded: foldText(title) })))
  .sort((a, b) => b.folded.length - a.folded.length);

/** The kind of document that a line names, or null. */
export function titleOf(text: string): DocumentType | null {
  const parts = text.split(/[/|·•,]|\s[-–]\s/).map(foldText);
  for (const { type, folded } of ENTRIES) {
    const most = folded.length < LETTERS_ANYWHERE ? 0 : Math.floor(folded.length * ERRORS_PER_LETTER);
    const named = parts.some(
      (part) =>
        editDistance(part, folded, most) <= most ||
        (folded.length >= LETTERS_ANYWHERE && part.length <= 2 * folded.length && part.includes(folded)),
    );
    if (named) return type;
  }
  return null;
}

const FOLDED_MARKS = MARKS.map((mark) => ({ mark, folded: foldText(mark.word) })).sort(
  (a, b) => b.folded.length - a.folded.length,
);

/**
 * SPECIMEN, VOID and the like, or null; a long one even with a letter wrong or within the line. `across`: the line is aslant or very
 * large, as marks are and values never.
 */
export function markOf(text: string, across = false): Mark | null {
  const folded = foldText(text);
  const likely = FOLDED_MARKS.filter(({ mark }) => across || !mark.onlyAcross);
  const found =
    likely.find((one) => one.folded === folded) ??
    likely.find((one) => {
      if (one.folded.length < LETTERS_ANYWHERE) return false;
      return editDistance(folded, one.folded, 1) <= 1 || folded.includes(one.folded);
    });
  return found?.mark ?? null;
}
