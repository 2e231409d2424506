import { latticeOf, type SpellingLattice } from '../transliteration/spelling-lattice.ts';
import { matchSpellings, type NameRule } from './match-spellings.ts';

/** A name as one witness gives it. `primary` and `secondary` as in the zone; `whole` where nobody says which is which. */
export type PersonName =
  | { readonly primary: string; readonly secondary: string; readonly truncated?: boolean }
  | { readonly whole: string };

/** Where two names differ. */
export type NamePart = 'primary_identifier' | 'secondary_identifier' | 'name';

/**
 * `same` letter by letter but for case and the marks between words; `same_under` a rule that makes them one name;
 * `different` in the part named; `inconclusive` where what would decide lies beyond these rules: it is never called a difference.
 */
export type NameComparison =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'same_under'; readonly rules: readonly NameRule[] }
  | { readonly outcome: 'different'; readonly where: NamePart }
  | { readonly outcome: 'inconclusive'; readonly beyond: NameBeyond };

/** What lies beyond: a script without a table, parts that one side leaves out, initials. */
export type NameBeyond =
  | { readonly code: 'name.script-unknown'; readonly script: string }
  | { readonly code: 'name.parts-left-out'; readonly count: number }
  | { readonly code: 'name.initials' }
  | { readonly code: 'name.empty' };

export type CompareNamesOptions = {
  /** Issuing state (alpha-3): its own transliteration comes first. */
  readonly state?: string;
};

/**
 * Compares two names as sets of legal spellings (ICAO Doc 9303-3 §6 and national systems), in any order, with the zone's truncation.
 * Names are never verified by check digits: none covers them.
 * @example compareNames({ whole: 'Jörg Götz' }, { primary: 'GOETZ', secondary: 'JOERG' }) // same_under icao
 */
export function compareNames(a: PersonName, b: PersonName, options: CompareNamesOptions = {}): NameComparison {
  const unreadable = unreadScript(a, options) ?? unreadScript(b, options);
  if (unreadable !== null)
    return { outcome: 'inconclusive', beyond: { code: 'name.script-unknown', script: unreadable } };
  if (textOf(a) === '' || textOf(b) === '') return { outcome: 'inconclusive', beyond: { code: 'name.empty' } };

  const inPlace = compareInPlace(a, b, options);
  if (inPlace) return agreed(inPlace);
  const words = compareWords(a, b, options);
  if (words.outcome !== 'different') return words;
  return { outcome: 'different', where: whereDifferent(a, b, options) };
}

function compareInPlace(a: PersonName, b: PersonName, options: CompareNamesOptions): readonly NameRule[] | null {
  if ('primary' in a && 'primary' in b) {
    const primary = match(a.primary, b.primary, a, b, options);
    const secondary = match(a.secondary, b.secondary, a, b, options);
    return primary && secondary ? [...primary, ...secondary] : null;
  }
  if (!('primary' in a) && !('primary' in b)) return match(a.whole, b.whole, a, b, options);
  for (const [first, second] of [...orders(a)].flatMap((x) => [...orders(b)].map((y) => [x, y] as const))) {
    const rules = match(first, second, a, b, options);
    if (rules) return rules;
  }
  return null;
}

/** Both orders in which people write a name; neither is called a reordering. */
function orders(name: PersonName): readonly string[] {
  return 'primary' in name
    ? [`${name.secondary} ${name.primary}`.trim(), `${name.primary} ${name.secondary}`.trim()]
    : [name.whole];
}

function match(
  a: string,
  b: string,
  nameA: PersonName,
  nameB: PersonName,
  options: CompareNamesOptions,
): readonly NameRule[] | null {
  const [left, right] = [latticeOf(a, options), latticeOf(b, options)];
  if (!left.ok || !right.ok) return null;
  if (isEmpty(left.value) || isEmpty(right.value)) return isEmpty(left.value) && isEmpty(right.value) ? [] : null;
  if (fold(a) === fold(b)) return [];
  if (isTruncated(nameB)) return matchSpellings(left.value, right.value, { secondTruncated: true });
  if (isTruncated(nameA)) return matchSpellings(right.value, left.value, { secondTruncated: true });
  return matchSpellings(left.value, right.value);
}

/** Pairs the words of both names whatever their order. */
function compareWords(a: PersonName, b: PersonName, options: CompareNamesOptions): NameComparison {
  const wordsA = wordsOf(a);
  const wordsB = wordsOf(b);
  const free = [...wordsB];
  const rules: NameRule[] = [];
  const unmatchedA: string[] = [];
  for (const word of wordsA) {
    const at = free.findIndex((other) => match(word, other, { whole: word }, { whole: other }, options) !== null);
    if (at < 0) {
      unmatchedA.push(word);
      continue;
    }
    const [other = ''] = free.splice(at, 1);
    rules.push(...(match(word, other, { whole: word }, { whole: other }, options) ?? []));
  }
  const matched = wordsA.length - unmatchedA.length;
  if (unmatchedA.length === 0 && free.length === 0) return agreed([...rules, 'order']);
  if (matched >= 1 && (unmatchedA.length === 0 || free.length === 0)) {
    const count = unmatchedA.length + free.length;
    return { outcome: 'inconclusive', beyond: { code: 'name.parts-left-out', count } };
  }
  if (matched >= 1 && initialsFit(unmatchedA, free))
    return { outcome: 'inconclusive', beyond: { code: 'name.initials' } };
  return { outcome: 'different', where: 'name' };
}

/** `J` beside `JOHN`: one letter stands for a word of the other side. */
function initialsFit(left: readonly string[], right: readonly string[]): boolean {
  const fits = (initial: string, words: readonly string[]) =>
    initial.length === 1 && words.some((word) => fold(word).startsWith(fold(initial)));
  return (
    (left.length > 0 && left.every((word) => fits(word, right))) ||
    (right.length > 0 && right.every((word) => fits(word, left)))
  );
}

function whereDifferent(a: PersonName, b: PersonName, options: CompareNamesOptions): NamePart {
  if (!('primary' in a) || !('primary' in b)) return 'name';
  return match(a.primary, b.primary, a, b, options) ? 'secondary_identifier' : 'primary_identifier';
}

function agreed(rules: readonly NameRule[]): NameComparison {
  const distinct = [...new Set(rules)];
  return distinct.length === 0 ? { outcome: 'same' } : { outcome: 'same_under', rules: distinct };
}

function unreadScript(name: PersonName, options: CompareNamesOptions): string | null {
  const lattice = latticeOf(textOf(name), options);
  return lattice.ok ? null : lattice.error.script;
}

function textOf(name: PersonName): string {
  return ('primary' in name ? `${name.primary} ${name.secondary}` : name.whole).trim();
}

function wordsOf(name: PersonName): readonly string[] {
  return textOf(name)
    .split(/[\s<,\p{Pd}]+/u)
    .filter((word) => word !== '');
}

function isTruncated(name: PersonName): boolean {
  return 'primary' in name && name.truncated === true;
}

function isEmpty(lattice: SpellingLattice): boolean {
  return lattice.edges.every((steps) => steps[0]?.kind === 'gap');
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s<,.'’‘ʼ`\p{Pd}]+/gu, '');
}
