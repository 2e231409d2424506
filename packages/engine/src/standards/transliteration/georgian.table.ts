import { type LetterTable, lettersOf, mergeLetters } from './letter-table.ts';

/** Georgian national system of romanization, 2002 (BGN/PCGN 2009), apostrophes left away as the zone does. */
const NATIONAL = lettersOf(
  'national:GEO',
  `ა A, ბ B, გ G, დ D, ე E, ვ V, ზ Z, თ T, ი I, კ K, ლ L, მ M, ნ N, ო O, პ P, ჟ ZH, რ R, ს S, ტ T, უ U, ფ P, ქ K
   ღ GH, ყ Q, შ SH, ჩ CH, ც TS, ძ DZ, წ TS, ჭ CH, ხ KH, ჯ J, ჰ H`,
);
/** ISO 9984 without its marks, and usage. */
const USAGE = lettersOf('usage', 'ფ PH F, ქ Q KH, ღ G, ყ K, ც C, ჯ DJ, ხ X H, ვ W, ჟ J, ჩ TCH');

export const GEORGIAN: LetterTable = {
  script: 'Geor',
  source: 'Georgian national system of romanization, 2002',
  letters: mergeLetters(NATIONAL, USAGE),
  byState: new Map(),
  vowelsNotWritten: false,
};
