import type { SpellingRule } from '../transliteration/letter-table.ts';
import type { LatticeStep, SpellingLattice } from '../transliteration/spelling-lattice.ts';

/** What makes two spellings one name, beyond equal letters. */
export type NameRule = Exclude<SpellingRule, 'plain'> | 'spacing' | 'mrz_truncation' | 'order';

export type MatchOptions = {
  /** The second name comes from a zone that ran out of space (ICAO Doc 9303-4 §4.2.3). */
  readonly secondTruncated?: boolean;
};

/**
 * Whether two lattices have a spelling in common, and the rules that the cheapest common one needs; null where they have none.
 * Walks both at once and never writes the sets out, so that long names with many alternatives cost little.
 */
export function matchSpellings(
  a: SpellingLattice,
  b: SpellingLattice,
  options: MatchOptions = {},
): readonly NameRule[] | null {
  const open: Walk[][] = [[{ i: 0, restA: '', j: 0, restB: '', last: '', rules: NO_RULES }]];
  const seen = new Set<string>();
  for (let cost = 0; cost < open.length; cost++) {
    const bucket = open[cost] ?? [];
    for (let next = bucket.pop(); next !== undefined; next = bucket.pop()) {
      const key = `${next.i}|${next.restA}|${next.j}|${next.restB}|${next.last}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > MOST_STATES) return null;
      if (isEnd(next, a, b)) return [...next.rules];
      for (const [walk, price] of stepsFrom(next, a, b, options)) {
        const at = cost + price;
        while (open.length <= at) open.push([]);
        open[at]?.push(walk);
      }
    }
  }
  return null;
}

/** Where both readers stand: position and the rest of the spelling begun there. */
type Walk = {
  readonly i: number;
  readonly restA: string;
  readonly j: number;
  readonly restB: string;
  /** The letter agreed on last: a doubled one is written once in Arabic. */
  readonly last: string;
  readonly rules: readonly NameRule[];
};

const NO_RULES: readonly NameRule[] = [];
/** Far more than any name of two 39-character fields needs; keeps hostile texts short. */
const MOST_STATES = 60_000;
/** A rule used once more costs nothing; the order prefers the standard's own spellings. */
const PRICES: Readonly<Record<string, number>> = { plain: 0, icao: 1, spacing: 1, usage: 3, diacritics_dropped: 2 };
const DEAR = 3;
const NATIONAL = 1;

function isEnd(walk: Walk, a: SpellingLattice, b: SpellingLattice): boolean {
  return walk.restA === '' && walk.restB === '' && walk.i === a.edges.length && walk.j === b.edges.length;
}

function* stepsFrom(
  walk: Walk,
  a: SpellingLattice,
  b: SpellingLattice,
  options: MatchOptions,
): Generator<readonly [Walk, number]> {
  const { restA, restB } = walk;
  if (restA !== '' && restB !== '') {
    const last = restA.charAt(0);
    if (last === restB.charAt(0)) yield [{ ...walk, restA: restA.slice(1), restB: restB.slice(1), last }, 0];
  }
  if (restA === '') yield* enter(walk, a.edges[walk.i], 'a');
  if (restB === '') yield* enter(walk, b.edges[walk.j], 'b');
  if (a.vowelsNotWritten && restB !== '' && restA === '') yield* unwritten(walk, 'a', walk.i > 0);
  if (b.vowelsNotWritten && restA !== '' && restB === '') yield* unwritten(walk, 'b', walk.j > 0);
  if (options.secondTruncated && restB === '') yield* truncate(walk, a, b);
}

/** Begins a letter or passes a gap. A gap that the other side lacks is a matter of spacing. */
function* enter(
  walk: Walk,
  steps: readonly LatticeStep[] | undefined,
  side: 'a' | 'b',
): Generator<readonly [Walk, number]> {
  for (const step of steps ?? []) {
    if (step.kind === 'gap') {
      const moved = side === 'a' ? { ...walk, i: walk.i + 1 } : { ...walk, j: walk.j + 1 };
      yield [moved, 0];
      continue;
    }
    for (const { text, rule } of step.spellings) {
      const rules = rule === 'plain' ? walk.rules : withRule(walk.rules, rule);
      const price = rules === walk.rules ? 0 : (PRICES[rule] ?? (rule.startsWith('national') ? NATIONAL : DEAR));
      yield side === 'a'
        ? [{ ...walk, i: walk.i + step.consumes, restA: text, rules }, price]
        : [{ ...walk, j: walk.j + step.consumes, restB: text, rules }, price];
    }
  }
}

/** Arabic and Hebrew leave short vowels out and write a doubled letter once: the Latin side may show them. */
function* unwritten(walk: Walk, silent: 'a' | 'b', begun: boolean): Generator<readonly [Walk, number]> {
  const rest = silent === 'a' ? walk.restB : walk.restA;
  if (!begun || !/^[A-Z]/.test(rest)) return;
  const rules = withRule(walk.rules, 'vowels_not_written');
  const moved = silent === 'a' ? { ...walk, restB: rest.slice(1), rules } : { ...walk, restA: rest.slice(1), rules };
  if (/^[AEIOU]/.test(rest) || rest.startsWith(walk.last)) yield [moved, rules === walk.rules ? 1 : DEAR];
}

/** A truncated zone ends a component early, or leaves the last ones out. */
function* truncate(walk: Walk, a: SpellingLattice, b: SpellingLattice): Generator<readonly [Walk, number]> {
  const stop = walk.j === b.edges.length || b.edges[walk.j]?.[0]?.kind === 'gap';
  if (!stop || walk.j === 0) return;
  const rules = withRule(walk.rules, 'mrz_truncation');
  if (walk.restA !== '') {
    yield [{ ...walk, restA: '', rules }, DEAR];
  }
  const step = a.edges[walk.i]?.[0];
  if (walk.restA === '' && step && (step.kind === 'letter' || walk.j === b.edges.length)) {
    yield [{ ...walk, i: walk.i + (step.kind === 'letter' ? step.consumes : 1), rules }, DEAR];
  }
}

function withRule(rules: readonly NameRule[], rule: NameRule): readonly NameRule[] {
  return rules.includes(rule) ? rules : [...rules, rule];
}
