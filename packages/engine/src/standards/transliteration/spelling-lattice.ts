import type { Result } from '../result.ts';
import { ARABIC } from './arabic.table.ts';
import { ARMENIAN } from './armenian.table.ts';
import { CYRILLIC } from './cyrillic.table.ts';
import { GEORGIAN } from './georgian.table.ts';
import { GREEK } from './greek.table.ts';
import { HEBREW } from './hebrew.table.ts';
import { LATIN } from './latin.table.ts';
import type { LetterRule, LetterTable, Spelling } from './letter-table.ts';

/** One letter (or group) of the name, or a gap between words, with every way it may be written. Primary first. */
export type LatticeStep =
  | { readonly kind: 'letter'; readonly spellings: readonly Spelling[]; readonly consumes: number }
  | { readonly kind: 'gap'; readonly printed: 'space' | 'hyphen' | 'apostrophe' };

/**
 * All legal spellings of a name at once. From each position of the text several steps may lead on: a digraph and its single letters.
 * `edges[i]` leave position i; the last position has none.
 */
export type SpellingLattice = {
  /** ISO 15924 of the letters; `Zyyy` where there are none. */
  readonly script: string;
  readonly edges: readonly (readonly LatticeStep[])[];
  readonly vowelsNotWritten: boolean;
};

/** A character that no table knows. The name is never stripped of it. */
export type CharacterUnknown = {
  readonly code: 'transliteration.character-unknown';
  readonly character: string;
  /** ISO 15924 where it can be told, else `Zzzz`. */
  readonly script: string;
  readonly at: number;
};

export type TransliterationOptions = {
  /** ISO 15924; told from the letters when absent. */
  readonly script?: string;
  /** Issuing state (alpha-3): its own system comes first. */
  readonly state?: string;
};

/** Builds the lattice of a name as printed, in any supported script; names with letters of two scripts are read letter by letter. */
export function latticeOf(
  name: string,
  options: TransliterationOptions = {},
): Result<SpellingLattice, CharacterUnknown> {
  const text = [...prepare(name)];
  const edges: LatticeStep[][] = [];
  let script = 'Zyyy';
  let vowelsNotWritten = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const gap = gapOf(character);
    if (gap) {
      edges.push([gap]);
      continue;
    }
    const table = tableOf(character, options.script);
    const steps = table ? stepsAt(text, at, table, options.state) : [];
    if (!table || steps.length === 0) {
      return {
        ok: false,
        error: { code: 'transliteration.character-unknown', character, script: scriptOf(character), at },
      };
    }
    if (script === 'Zyyy' || script === 'Latn') script = table.script;
    vowelsNotWritten ||= table.vowelsNotWritten;
    edges.push([...steps]);
  }
  return { ok: true, value: { script, edges, vowelsNotWritten } };
}

/** The ISO 15924 code of the script a character belongs to; `Zyyy` for marks and digits, `Zzzz` where we know no table. */
export function scriptOf(character: string): string {
  for (const [script, pattern] of SCRIPTS) if (pattern.test(character)) return script;
  return /\p{L}/u.test(character) ? 'Zzzz' : 'Zyyy';
}

const TABLES: readonly LetterTable[] = [LATIN, CYRILLIC, GREEK, ARABIC, GEORGIAN, ARMENIAN, HEBREW];
/** The longest group of letters in a table. */
const LONGEST_GROUP = 3;

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Kana', /\p{Script=Katakana}/u],
  ['Hira', /\p{Script=Hiragana}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Sinh', /\p{Script=Sinhala}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Telu', /\p{Script=Telugu}/u],
];

/** Composed, upper case, without marks that only help pronunciation: Greek and Cyrillic accents, Arabic and Hebrew vowel points, invisible characters. */
function prepare(name: string): string {
  const upper = name
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u064b-\u065f\u0670\u0640\u0591-\u05c7]/g, '')
    .replace(/\p{Script=Georgian}/gu, (letter) => letter.toLowerCase())
    .replace(/[^\p{Script=Georgian}]/gu, (letter) => (letter === 'ß' ? 'ẞ' : letter.toUpperCase()));
  return upper
    .replace(/\p{Script=Greek}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/(\p{Script=Cyrillic})[\u0300\u0301]/gu, '$1');
}

function gapOf(character: string): LatticeStep | null {
  if (/[\s,;·]/u.test(character)) return { kind: 'gap', printed: 'space' };
  if (/[\p{Pd}<\u05be/]/u.test(character)) return { kind: 'gap', printed: 'hyphen' };
  if (/['’‘ʼʻʽ`´′.ʾʿ]/u.test(character)) return { kind: 'gap', printed: 'apostrophe' };
  return null;
}

function tableOf(character: string, script: string | undefined): LetterTable | undefined {
  const found = scriptOf(character);
  return TABLES.find(
    (table) => table.script === found && (script === undefined || found === 'Latn' || found === script),
  );
}

function stepsAt(
  text: readonly string[],
  at: number,
  table: LetterTable,
  state: string | undefined,
): readonly LatticeStep[] {
  const first = at === 0 || gapOf(text[at - 1] ?? '') !== null;
  const national = state === undefined ? undefined : table.byState.get(state);
  const steps: LatticeStep[] = [];
  for (let length = LONGEST_GROUP; length >= 1; length--) {
    const group = text.slice(at, at + length).join('');
    if ([...group].length !== length) continue;
    const spellings = distinct([...spellingsOf(national, group, first), ...spellingsOf(table.letters, group, first)]);
    const all = spellings.length === 0 && length === 1 ? plainLatin(group) : spellings;
    if (all.length > 0) steps.push({ kind: 'letter', spellings: all, consumes: length });
  }
  return steps;
}

function spellingsOf(
  letters: ReadonlyMap<string, LetterRule> | undefined,
  group: string,
  first: boolean,
): readonly Spelling[] {
  const rule = letters?.get(group);
  if (!rule) return [];
  return first && rule.initial ? [...rule.initial, ...rule.spellings] : rule.spellings;
}

/** A–Z stand for themselves; a base letter with a mark that no table names loses the mark (Vietnamese passports). */
function plainLatin(letter: string): readonly Spelling[] {
  if (/^[A-Z]$/.test(letter)) return [{ text: letter, rule: 'plain' }];
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return base !== letter && /^[A-Z]$/.test(base) ? [{ text: base, rule: 'diacritics_dropped' }] : [];
}

function distinct(spellings: readonly Spelling[]): readonly Spelling[] {
  return spellings.filter((one, i) => spellings.findIndex((other) => other.text === one.text) === i);
}
