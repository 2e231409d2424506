import type { SubjectReading } from './check.ts';

/** A letter or digit of a reading and how sure its witness is of it. */
export type SureCharacter = { readonly character: string; readonly confidence: number };

/** How two readings part: places where both witnesses are sure of what they saw, and places where one may have misread. */
export type Parting = { readonly sure: number; readonly doubtful: number };

/** From this probability on a single character counts as seen. The recogniser's wrong characters lie mostly under it. */
const SURE_CHARACTER = 0.85;

/** The letters and digits of a reading's value. Where the witness tells no characters, the whole reading's confidence stands for each. */
export function charactersOf(reading: SubjectReading, trusted: boolean): readonly SureCharacter[] {
  const value = lettersAndDigits(reading.value);
  const known = (reading.characters ?? []).flatMap(({ character, confidence }) =>
    [...lettersAndDigits(character)].map((one) => ({ character: one, confidence: trusted ? 1 : confidence })),
  );
  const at = known
    .map(({ character }) => character)
    .join('')
    .indexOf(value);
  if (value !== '' && at >= 0) return known.slice(at, at + value.length);
  return [...value].map((character) => ({ character, confidence: trusted ? 1 : reading.confidence }));
}

/** The least of a reading's characters; the reading's own confidence where they are not told. */
export function leastConfidence(reading: SubjectReading): number {
  const known = (reading.characters ?? []).filter(({ character }) => /[\p{L}\p{N}]/u.test(character));
  return known.length === 0 ? reading.confidence : Math.min(...known.map(({ confidence }) => confidence));
}

/**
 * Lays two readings beside one another with the fewest changes (Levenshtein 1966) and counts where they part. A character that
 * one side lacks is doubtful where it is alone: recognisers drop and double letters and are sure of the rest.
 */
export function partingOf(a: readonly SureCharacter[], b: readonly SureCharacter[]): Parting {
  const cost = changes(a, b);
  let [i, j] = [a.length, b.length];
  let sure = 0;
  let doubtful = 0;
  while (i > 0 || j > 0) {
    const [left, right] = [a[i - 1], b[j - 1]];
    if (left && right && at(cost, i, j) === at(cost, i - 1, j - 1) + (left.character === right.character ? 0 : 1)) {
      if (left.character !== right.character) isSure(left, right) ? sure++ : doubtful++;
      i--;
      j--;
    } else {
      doubtful++;
      left && at(cost, i, j) === at(cost, i - 1, j) + 1 ? i-- : j--;
    }
  }
  return { sure, doubtful };
}

function isSure(a: SureCharacter, b: SureCharacter): boolean {
  const alike = (character: string) => LOOK_ALIKES[character] ?? character;
  return a.confidence >= SURE_CHARACTER && b.confidence >= SURE_CHARACTER && alike(a.character) !== alike(b.character);
}

/** Capitals without marks; letters and digits only. */
export function lettersAndDigits(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Pairs that print alike, the first for the second. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  J: '1',
  S: '5',
  B: '8',
  Z: '2',
  G: '6',
  C: '6',
  A: '4',
};

function changes(a: readonly SureCharacter[], b: readonly SureCharacter[]): readonly (readonly number[])[] {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const above = rows[i - 1] ?? [];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = (above[j - 1] ?? 0) + (a[i - 1]?.character === b[j - 1]?.character ? 0 : 1);
      row.push(Math.min(swapped, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows.push(row);
  }
  return rows;
}

function at(cost: readonly (readonly number[])[], i: number, j: number): number {
  return i < 0 || j < 0 ? Number.POSITIVE_INFINITY : (cost[i]?.[j] ?? Number.POSITIVE_INFINITY);
}
