import { findState } from '../../standards/index.ts';
import { editDistance, foldText } from './fold-text.ts';

/** Languages that states write their own names in, as far as the recogniser reads them. */
const LANGUAGES = [
  'en',
  'fr',
  'es',
  'de',
  'it',
  'pt',
  'pl',
  'nl',
  'da',
  'sv',
  'fi',
  'cs',
  'hr',
  'ro',
  'hu',
  'tr',
  'is',
  'vi',
];
const CAPITALS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** What states put before their name. */
const FORMS =
  /^(THE)?(FEDERALREPUBLICOF|REPUBLICOF|REPUBLIQUEFRANCAISE|REPUBLIQUEDU|REPUBLIQUEDELA|REPUBLIQUEDE|REPUBLICADE|BUNDESREPUBLIK|RZECZPOSPOLITA|REPUBBLICA|REINODE|KINGDOMOF|KONGERIGET|ESTADOSUNIDOSDE)/;
/** Names and adjectives that no list of countries has. */
const MORE_NAMES = Object.entries({
  UTO: 'UTOPIA UTOPIE UTOPIAN UTOPIENNE',
  FRA: 'FRANCAISE FRANCAIS FRENCH FRENCHREPUBLIC',
  POL: 'POLSKA POLSKIE POLISH POLAND',
  USA: 'UNITEDSTATESOFAMERICA UNITEDSTATES USCITIZEN',
  DNK: 'DANMARK DANSK DANISH',
  DEU: 'DEUTSCH DEUTSCHE GERMAN',
  ESP: 'ESPANOLA ESPANOL SPANISH',
  GRC: 'HELLENIC HELLENICREPUBLIC GREEK',
  TUR: 'TURKISH TURKIYECUMHURIYETI REPUBLICOFTURKIYE TURKIYE',
  CRI: 'COSTARRICENSE COSTARICAN',
  SRB: 'SRPSKO SERBIAN',
  VNM: 'VIETNAMESE VIETNAM',
  GBR: 'BRITISH BRITISHCITIZEN',
  NLD: 'NEDERLANDSE NEDERLANDS DUTCH',
  CHE: 'SWISS SUISSE SCHWEIZ',
  IRL: 'IRISH EIREANNACH',
  SWE: 'SVENSK SWEDISH',
  NOR: 'NORSK NORWEGIAN',
  FIN: 'FINNISH SUOMI',
  CZE: 'CZECH CESKAREPUBLIKA',
  HRV: 'HRVATSKO CROATIAN',
  PRT: 'PORTUGUESA PORTUGUES',
  UKR: 'UKRAINIAN',
  EGY: 'EGYPTIAN ARABREPUBLICOFEGYPT',
  ISL: 'ICELANDIC ISLENSKT',
}).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const));
/** Names of fewer letters are compared exactly: IRAN and IRAQ differ in one. */
const SHORTEST_WITH_ERRORS = 8;
/** Shorter ones stand in other words. */
const SHORTEST_NAME = 4;

let names: ReadonlyMap<string, string> | undefined;

/** The alpha-3 code of a state whose name is the line (`REPUBLIC OF UTOPIA`, `Bundesrepublik Deutschland`, `UTOPIA / UTOPIE`), or null. */
export function stateNamed(text: string): string | null {
  names ??= nameIndex();
  for (const part of text.split(/[/|·•]|\s[-–]\s/)) {
    const folded = foldText(part);
    const bare = folded.replace(FORMS, '');
    const code = names.get(folded) ?? names.get(bare) ?? (bare.length >= SHORTEST_NAME ? almost(bare, names) : null);
    if (code) return code;
  }
  return null;
}

/** `UTOPIAN` → UTO, `GERMAN` → DEU: the state whose name begins alike, where one alone does; else null. */
export function stateOfAdjective(text: string): string | null {
  names ??= nameIndex();
  for (const part of text.split('/')) {
    const folded = foldText(part);
    const codes = new Set<string>();
    let longest = LEAST_STEM;
    for (const [name, code] of names) {
      const common = commonBeginning(folded, name);
      if (common < name.length - MOST_ENDING || common < folded.length - MOST_ADJECTIVE_ENDING || common < longest)
        continue;
      if (common > longest) codes.clear();
      longest = common;
      codes.add(code);
    }
    const [only] = codes;
    if (codes.size === 1 && only !== undefined) return only;
  }
  return null;
}

/** GERMAN-Y, UTOPI-A: what a name loses; -AN, -IAN, -ESE: what an adjective gains. */
const MOST_ENDING = 2;
const MOST_ADJECTIVE_ENDING = 3;
const LEAST_STEM = 5;

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function almost(folded: string, index: ReadonlyMap<string, string>): string | null {
  if (folded.length < SHORTEST_WITH_ERRORS) return null;
  for (const [name, code] of index) if (editDistance(folded, name, 1) <= 1) return code;
  return null;
}

function nameIndex(): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const language of LANGUAGES) {
    const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const first of CAPITALS) {
      for (const second of CAPITALS) {
        const code = findState(first + second)?.code;
        const name = code === undefined ? undefined : regions.of(first + second);
        if (code !== undefined && name !== undefined && foldText(name).length >= SHORTEST_NAME)
          index.set(foldText(name), code);
      }
    }
  }
  for (const [name, code] of MORE_NAMES) index.set(name, code);
  return index;
}
