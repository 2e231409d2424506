import { type DocumentType, documentTypeSchema } from '@vidimus/vocabulary';
import { editDistance, foldText } from './fold-text.ts';
import { MARKS, TITLES } from './titles.table.ts';

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

const FOLDED_MARKS = [...new Set(MARKS.map(foldText))];

/** SPECIMEN, VOID and the like, in capitals without marks (`ANNULÉ` is `ANNULE`), or null. */
export function markOf(text: string): string | null {
  const folded = foldText(text);
  return (
    FOLDED_MARKS.find((mark) => {
      const most = mark.length >= LETTERS_ANYWHERE ? 1 : 0;
      return editDistance(folded, mark, most) <= most || (mark.length >= LETTERS_ANYWHERE && folded.includes(mark));
    }) ?? null
  );
}
