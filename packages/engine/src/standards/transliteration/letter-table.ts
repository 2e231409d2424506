/** One way to write a letter in A–Z, and the rule that allows it. An empty `text` leaves the letter out. */
export type Spelling = { readonly text: string; readonly rule: SpellingRule };

/**
 * Where a spelling comes from. `icao` is ICAO Doc 9303-3 §6; `national:UKR` a state's own system;
 * `scholarly` ISO 9, ISO 843 and the like; `usage` how people and older documents write.
 */
export type SpellingRule =
  | 'plain'
  | 'icao'
  | 'scholarly'
  | 'usage'
  | 'diacritics_dropped'
  | 'vowels_not_written'
  | `national:${string}`;

/** How a letter (or a group of letters, longest first) may be written. The first spelling is the primary one. */
export type LetterRule = {
  readonly spellings: readonly Spelling[];
  /** At the beginning of a word, when it differs. */
  readonly initial?: readonly Spelling[];
};

/** The letters of one script, upper case where the script knows case. */
export type LetterTable = {
  /** ISO 15924. */
  readonly script: string;
  readonly source: string;
  readonly letters: ReadonlyMap<string, LetterRule>;
  /** States whose own system comes before the common one. */
  readonly byState: ReadonlyMap<string, ReadonlyMap<string, LetterRule>>;
  /** Short vowels are not written, so that a reader may meet any between two letters. */
  readonly vowelsNotWritten: boolean;
};

/** `Ä AE A|UE` notation of the tables: `LETTER spelling spelling…`; `-` leaves the letter out. */
export function lettersOf(rule: SpellingRule, lines: string): ReadonlyMap<string, LetterRule> {
  const letters = new Map<string, LetterRule>();
  for (const entry of lines.split(/[,\n]/)) {
    const [letter, ...texts] = entry.trim().split(/\s+/);
    if (!letter || texts.length === 0) continue;
    const initial = letter.startsWith('^');
    const key = initial ? letter.slice(1) : letter;
    const spellings = texts.map((text) => ({ text: text === '-' ? '' : text, rule }));
    const known = letters.get(key);
    if (initial) letters.set(key, { spellings: known?.spellings ?? [], initial: spellings });
    else letters.set(key, known?.initial ? { spellings, initial: known.initial } : { spellings });
  }
  return letters;
}

/** Puts the spellings of several systems together; those of earlier systems come first. */
export function mergeLetters(...systems: readonly ReadonlyMap<string, LetterRule>[]): ReadonlyMap<string, LetterRule> {
  const merged = new Map<string, LetterRule>();
  for (const system of systems) {
    for (const [letter, rule] of system) {
      const known = merged.get(letter);
      const spellings = distinct([...(known?.spellings ?? []), ...rule.spellings]);
      const initial =
        known?.initial || rule.initial
          ? distinct([...(known ? (known.initial ?? known.spellings) : []), ...(rule.initial ?? rule.spellings)])
          : undefined;
      merged.set(letter, initial ? { spellings, initial } : { spellings });
    }
  }
  return merged;
}

function distinct(spellings: readonly Spelling[]): readonly Spelling[] {
  return spellings.filter((one, i) => spellings.findIndex((other) => other.text === one.text) === i);
}
