import { type LetterTable, lettersOf, mergeLetters } from './letter-table.ts';

/** BGN/PCGN 1981 for Eastern Armenian, which Armenian passports follow; apostrophes left away as the zone does. */
const PASSPORT = lettersOf(
  'national:ARM',
  `Ա A, Բ B, Գ G, Դ D, Ե E, ^Ե YE E, Զ Z, Է E, Ը Y, Թ T, Ժ ZH, Ի I, Լ L, Խ KH, Ծ TS, Կ K, Հ H, Ձ DZ, Ղ GH, Ճ CH
   Մ M, Յ Y, Ն N, Շ SH, Ո O, ^Ո VO O, Չ CH, Պ P, Ջ J, Ռ R, Ս S, Վ V, Տ T, Ր R, Ց TS, Ւ V, ՈՒ U, Փ P, Ք K, և EV, ԵՒ EV, ԵՎ EV
   Օ O, Ֆ F`,
);
/** ISO 9985 without its marks, Western Armenian pronunciation, and usage. */
const USAGE = lettersOf(
  'usage',
  `Բ P, Գ K, Դ T, Կ G, Պ B, Տ D, Թ TH, Ժ J, Խ X, Ծ C DZ, Ձ J TZ, Ճ TCH J, Յ I J, Ջ CH DJ, Ց C, Փ PH, Ք KH Q, Ը E, Ւ W, ՈՒ OU, Ղ G`,
);

export const ARMENIAN: LetterTable = {
  script: 'Armn',
  source: 'BGN/PCGN 1981 (Armenian)',
  letters: mergeLetters(PASSPORT, USAGE),
  byState: new Map(),
  vowelsNotWritten: false,
};
