import { type LetterTable, lettersOf, mergeLetters } from './letter-table.ts';

/** Source: ICAO Doc 9303-3 §6 B. */
const ICAO = lettersOf(
  'icao',
  `А A, Б B, В V, Г G, Ґ G, Д D, Е E, Ё E, Ж ZH, З Z, И I, І I, Ї I, Й I, К K, Л L, М M, Н N, О O, П P, Р R, С S
   Т T, У U, Ф F, Х KH, Ц TS, Ч CH, Ш SH, Щ SHCH, Ъ IE, Ы Y, Ь -, Э E, Ю IU, Я IA, Ў U
   Ѓ G, Ђ D, Є IE, Ѕ DZ, Ј J, Ќ K, Љ LJ, Њ NJ, Ћ C, Џ DZ, Ѫ U, Ѵ Y, Һ C`,
);

/** Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010 (KMU 55). */
const UKR = lettersOf(
  'national:UKR',
  `Г H, ЗГ ZGH, Ґ G, И Y, І I, Х KH, Ц TS, Щ SHCH, Ь -
   Є IE, ^Є YE, Ї I, ^Ї YI, Й I, ^Й Y, Ю IU, ^Ю YU, Я IA, ^Я YA`,
);
/** Order 889 of the Federal Migration Service, 2012 = ICAO; before it GOST R 52535.1-2006 and the 1997 order of the interior ministry. */
const RUS_OLDER = lettersOf(
  'national:RUS',
  'Ц TC TS, Ю YU IU, Я YA IA, Й Y I, Ъ - IE, Щ SHCH, Ё YO E, Ы Y, Э E, КС X KS',
);
/** Instruction of the Belarusian interior ministry 2008: names from Belarusian. */
const BLR = lettersOf('national:BLR', 'Г H, Ё IO, І I, Ў U, Х KH, Ы Y, Ю IU, Я IA, Э E, Ь -');
/** Bulgarian Transliteration Act, 2009. */
const BGR = lettersOf('national:BGR', 'Й Y, Х H, Щ SHT, Ъ A, Ь Y, Ю YU, Я YA, Ц TS, ИЯ IA IYA');
/** Serbian and Montenegrin passports: the Latin alphabet of Vuk Karadžić, its marks left away as Doc 9303-3 §6 A does. */
const SRB = lettersOf('national:SRB', 'Ђ DJ D, Ж Z, Ј J, Љ LJ, Њ NJ, Ћ C, Х H, Ц C, Ч C, Џ DZ, Ш S');
/** Law on travel documents of North Macedonia. */
const MKD = lettersOf('national:MKD', 'Ѓ GJ, Ѕ DZ, Ј J, Љ LJ, Њ NJ, Ќ KJ, Х H, Ц C, Ч CH, Џ DJ DZH, Ш SH, Ж ZH');
/** Kazakh, Kyrgyz, Tajik, Uzbek and Tatar letters, as the passports of those states write them. */
const CENTRAL_ASIA = lettersOf(
  'usage',
  'Ә A AE, Ғ G GH, Қ K Q, Ң N NG, Ө O OE, Ұ U, Ү U UE, Һ H, Ҳ H, Ҷ J, Ӣ I, Ӯ U, Ҹ J, Ҝ G',
);
/** MNS 5217:2012. */
const MNG = lettersOf('national:MNG', 'Ө U, Ү U, Х KH, Ж J, Й I, Ё YO, Ю YU, Я YA, Е YE E, Ь I, Ц TS');

/** BGN/PCGN 1947 and how people write their names in English, French and German letters. */
const USAGE = lettersOf(
  'usage',
  `Е YE, Ё YO IO JO, Ж J, Й Y J, ИЙ Y IY I II, ЫЙ Y YI, Х H CH, Ц C TZ, Ч TCH, Щ SCH SHCH, Ъ -, Ь Y, Э YE, Ю YU JU, Я YA JA
   Г GH, У OU, В W, КС X KS, ЬЕ YE IE E, ЬЁ YO, Ї YI JI, Є YE E JE, И Y, І Y, Ђ DJ, Ћ TJ, Џ DJ`,
);

export const CYRILLIC: LetterTable = {
  script: 'Cyrl',
  source: 'ICAO Doc 9303-3 §6 B',
  letters: mergeLetters(ICAO, UKR, SRB, MKD, BGR, RUS_OLDER, CENTRAL_ASIA, USAGE),
  byState: new Map([
    ['UKR', UKR],
    ['BLR', BLR],
    ['BGR', BGR],
    ['SRB', SRB],
    ['MNE', SRB],
    ['BIH', SRB],
    ['MKD', MKD],
    ['MNG', MNG],
  ]),
  vowelsNotWritten: false,
};
