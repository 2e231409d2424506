import { type LetterTable, lettersOf, mergeLetters } from './letter-table.ts';

/** Rules of the Academy of the Hebrew Language, 2006 (simple transcription), consonants; vowels are mostly not written. */
const ACADEMY = lettersOf(
  'national:ISR',
  `א A -, ב B V, ג G, ד D, ה H -, ו V O U, ז Z, ח H, ט T, י Y I, כ K KH, ך KH, ל L, מ M, ם M, נ N, ן N, ס S, ע A -
   פ P F, ף F P, צ TS, ץ TS, ק K, ר R, ש SH S, ת T`,
);
/** How people write their names. */
const USAGE = lettersOf(
  'usage',
  'א E I O U, ו W OO VO, ח CH KH, י E, כ C CH, ך CH, ע E I O U, פ PH, צ TZ Z, ץ TZ Z, ק C Q, ת TH, ג GH, ט TT',
);

export const HEBREW: LetterTable = {
  script: 'Hebr',
  source: 'Academy of the Hebrew Language, 2006',
  letters: mergeLetters(ACADEMY, USAGE),
  byState: new Map(),
  vowelsNotWritten: true,
};
