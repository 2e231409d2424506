import { type LetterTable, lettersOf, mergeLetters } from './letter-table.ts';

/** Source: ICAO Doc 9303-3 §6 C: reversible codes with the escape letter X, for documents that print no Latin spelling. */
const ICAO = lettersOf(
  'icao',
  `ء XE, آ XAA, أ XAE, ؤ U, إ I, ئ XI, ا A, ب B, ة XTA XAH, ت T, ث XTH, ج J, ح XH, خ XKH, د D, ذ XDH, ر R, ز Z, س S
   ش XSH, ص XSS, ض XDZ, ط XTT, ظ XZZ, ع E, غ G, ف F, ق Q, ك K, ل L, م M, ن N, ه H, و W, ى XAY, ي Y
   ٱ XXA, ٹ XXT, ټ XRT, پ P, ځ XKE, څ XXH, چ XC, ڈ XXD, ډ XDR, ڑ XXR, ړ XRR, ږ XRX, ژ XJ, ښ XXS, ک XKK, ګ XXK, ڭ XNG, گ XGG
   ں XNN, ڼ XXN, ھ XDO, ۀ XYH, ہ XXG, ۂ XGE, ۃ XTG, ی XYA, ۍ XXY, ې Y, ے XYB, ۓ XBE`,
);

/** UN/BGN-PCGN romanization without its marks, and how passports of Arabic-, Persian- and Urdu-writing states spell names. */
const USAGE = lettersOf(
  'usage',
  `ء - A, آ A AA, أ A E O U I, ؤ O OU W -, إ E A, ئ I E Y A -, ا A E AA I O U -, ب B P, ة A AH E EH H AT T, ت T, ث TH S T
   ج J G DJ ZH, ح H HH, خ KH H, د D, ذ DH D Z TH, ر R, ز Z, س S C SS, ش SH CH, ص S SS, ض D DH Z, ط T, ظ Z DH TH D, ع A AA I O U -
   غ GH G, ف F PH V, ق Q K G GH, ك K C, ل L, م M, ن N, ه H A AH EH -, و W V O OO U OU AU AW, ى A Y I E AH, ي Y I E EE IY AI AY EI EY
   اي AI AY EI, او AU AW AO O, ٱ A, ٹ T, پ P, چ CH TCH, ڈ D, ڑ R, ژ ZH J, ک K C, گ G, ں N, ھ H, ہ H A AH -, ی Y I E EE A AI, ې E, ے E AY
   ال AL EL UL AL, لا LA`,
);

export const ARABIC: LetterTable = {
  script: 'Arab',
  source: 'ICAO Doc 9303-3 §6 C; UN romanization 2017',
  letters: mergeLetters(ICAO, USAGE),
  byState: new Map(),
  vowelsNotWritten: true,
};
