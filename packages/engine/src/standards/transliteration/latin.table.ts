import { type LetterTable, lettersOf, mergeLetters } from './letter-table.ts';

/** National characters of the Latin script. Source: ICAO Doc 9303-3 §6 A; the first spelling is ICAO's first. */
const ICAO = lettersOf(
  'icao',
  `Á A, À A, Â A, Ä AE A, Ã A, Ă A, Å AA, Ā A, Ą A, Æ AE
   Ć C, Ĉ C, Č C, Ċ C, Ç C, Đ D, Ď D, Ð D
   É E, È E, Ê E, Ë E, Ě E, Ė E, Ē E, Ę E, Ĕ E
   Ĝ G, Ğ G, Ġ G, Ģ G, Ħ H, Ĥ H
   Í I, Ì I, Î I, Ï I, Ĩ I, İ I, Ī I, Į I, Ĭ I, Ĳ IJ, Ĵ J, Ķ K
   Ł L, Ĺ L, Ľ L, Ļ L, Ŀ L, Ń N, Ñ N NXX, Ň N, Ņ N, Ŋ N
   Ó O, Ò O, Ô O, Ö OE O, Õ O, Ő O, Ō O, Ŏ O, Ø OE, Œ OE
   Ŕ R, Ř R, Ŗ R, Ś S, Ŝ S, Š S, Ş S, ẞ SS, Ť T, Ţ T, Ŧ T, Þ TH
   Ú U, Ù U, Û U, Ü UE UXX U, Ũ U, Ŭ U, Ű U, Ů U, Ū U, Ų U, Ŵ W, Ý Y, Ŷ Y, Ÿ Y, Ź Z, Ž Z, Ż Z`,
);

/** Letters that later documents print and the table of Doc 9303 leaves out, by their base letter; Ə as Azerbaijan writes it. */
const USAGE = lettersOf(
  'usage',
  `Ə A E, Ș S, Ț T, Ơ O, Ư U, Ɓ B, Ɗ D, Ƙ K, Ƴ Y, Ɖ D, Ɛ E, Ɔ O, Ɣ G, Ɩ I, Ʋ V, Ǧ G, Ǩ K, Ǯ Z, Ʒ Z, ĸ K, ʼN N
   Đ DJ, Š SH, Č CH, Ž ZH, Ð DH TH, Þ T, Õ OE`,
);

/** A person or an older system may leave the mark away. */
const BARE = lettersOf('diacritics_dropped', 'Å A, Ø O, Æ A, Ð D, Ẕ Z');

/** Where a state's own practice takes another of ICAO's spellings first. */
const AE_OE_UE = lettersOf('icao', 'Ä AE, Ö OE, Ü UE, Å AA, Ø OE, Æ AE');
const BARE_VOWELS = lettersOf('icao', 'Ä A, Ö O, Ü U');

export const LATIN: LetterTable = {
  script: 'Latn',
  source: 'ICAO Doc 9303-3 §6 A',
  letters: mergeLetters(ICAO, USAGE, BARE),
  byState: new Map([
    ...['DEU', 'AUT', 'CHE', 'SWE', 'FIN', 'DNK', 'NOR'].map((state) => [state, AE_OE_UE] as const),
    ...['TUR', 'HUN', 'EST', 'AZE', 'TKM', 'SVK'].map((state) => [state, BARE_VOWELS] as const),
  ]),
  vowelsNotWritten: false,
};
