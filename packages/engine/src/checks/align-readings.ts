import { SURE_CHARACTER } from '../reading/index.ts';
import type { SubjectReading } from './check.ts';
import { lettersAndDigits } from './letters-and-digits.ts';
import { commonShape } from './look-alikes.ts';

/** A letter or digit of a reading and how sure its witness is of it. */
export type SureCharacter = { readonly character: string; readonly confidence: number };

/** How two readings part: counts of places where both witnesses are sure of what they saw, and where one may have misread. */
export type Parting = { readonly sure: number; readonly doubtful: number };

/**
 * The letters and digits of a reading's value. Where the witness tells no characters, the whole reading's confidence stands for
 * each; `settled` readings, for which a code vouches, are sure of all.
 */
export function charactersOf(reading: SubjectReading, settled: boolean): readonly SureCharacter[] {
  const value = lettersAndDigits(reading.value);
  const known = (reading.characters ?? []).flatMap(({ character, confidence }) =>
    [...lettersAndDigits(character)].map((one) => ({ character: one, confidence: settled ? 1 : confidence })),
  );
  const at = known
    .map(({ character }) => character)
    .join('')
    .indexOf(value);
  if (value !== '' && at >= 0) return known.slice(at, at + value.length);
  return [...value].map((character) => ({ character, confidence: settled ? 1 : reading.confidence }));
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
      if (left.character !== right.character) {
        if (areSurelyTwo(left, right)) sure++;
        else doubtful++;
      }
      i--;
      j--;
    } else {
      doubtful++;
      if (left && at(cost, i, j) === at(cost, i - 1, j) + 1) i--;
      else j--;
    }
  }
  return { sure, doubtful };
}

function areSurelyTwo(a: SureCharacter, b: SureCharacter): boolean {
  if (a.confidence < SURE_CHARACTER || b.confidence < SURE_CHARACTER) return false;
  return commonShape(a.character) !== commonShape(b.character);
}

/** Row by row, the fewest changes from each beginning of `a` to each beginning of `b`. */
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
