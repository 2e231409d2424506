import { matchSpellings } from '../names/match-spellings.ts';
import type { Result } from '../result.ts';
import {
  type CharacterUnknown,
  latticeOf,
  type SpellingLattice,
  type TransliterationOptions,
} from './spelling-lattice.ts';

/** The set of legal Latin spellings of a name. It may be huge, so that it is asked, not listed. */
export type Transliterations = {
  /** ISO 15924 of the name's letters. */
  readonly script: string;
  readonly lattice: SpellingLattice;
  /** Whether A–Z text (any case, any marks between words) is one of them. */
  readonly has: (latin: string) => boolean;
  /** Up to so many different spellings, those of the primary system first; words parted by spaces. Vowels that a script leaves out are not filled in. */
  readonly spellings: (most: number) => readonly string[];
};

/** Says every legal spelling, or which character no table knows. */
export function transliterationsOf(
  name: string,
  options: TransliterationOptions = {},
): Result<Transliterations, CharacterUnknown> {
  const lattice = latticeOf(name, options);
  if (!lattice.ok) return lattice;
  const { value } = lattice;
  return {
    ok: true,
    value: {
      script: value.script,
      lattice: value,
      has: (latin) => {
        const other = latticeOf(latin);
        return other.ok && matchSpellings(value, other.value) !== null;
      },
      spellings: (most) => firstOf(walk(value, 0, ''), most),
    },
  };
}

/** Looks at so many spellings for each one wanted: neighbours often differ in a letter that both leave out. */
const LOOKS_PER_SPELLING = 50;

function firstOf(all: Iterable<string>, most: number): readonly string[] {
  const found = new Set<string>();
  let looks = 0;
  for (const one of all) {
    if (found.size >= most || looks >= most * LOOKS_PER_SPELLING) break;
    found.add(one);
    looks += 1;
  }
  return [...found];
}

function* walk(lattice: SpellingLattice, at: number, text: string): Generator<string> {
  if (at >= lattice.edges.length) {
    yield text.replace(/ +/g, ' ').trim();
    return;
  }
  for (const step of lattice.edges[at] ?? []) {
    if (step.kind === 'gap') yield* walk(lattice, at + 1, step.printed === 'apostrophe' ? text : `${text} `);
    else for (const { text: letters } of step.spellings) yield* walk(lattice, at + step.consumes, text + letters);
  }
}
