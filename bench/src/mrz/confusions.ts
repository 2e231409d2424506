import { alignTexts } from './edit-alignment.ts';
import { MRZ_ALPHABET } from './mrz-alphabet.ts';

/** What a zone said and what was read; `read` is null where no zone was found. */
export type ReadZone = { readonly printed: readonly string[]; readonly read: readonly string[] | null };

/** Counts of printed characters by what they were read as. */
export type Confusions = {
  /** 37 × 37 in the order of the alphabet, printed × read; the diagonal is what was right. */
  readonly counts: Uint32Array;
  readonly lost: number;
  readonly madeUp: number;
  readonly characters: number;
};

/** Zones that were not found at all are left out: their characters were never looked at. */
export function countConfusions(zones: readonly ReadZone[]): Confusions {
  const counts = new Uint32Array(MRZ_ALPHABET.length ** 2);
  let [lost, madeUp, characters] = [0, 0, 0];
  for (const { printed, read } of zones) {
    if (read === null) continue;
    characters += printed.join('').length;
    for (const pair of alignTexts(printed.join(''), read.join(''))) {
      if (pair.printed === null) madeUp++;
      else if (pair.read === null) lost++;
      else {
        const at = MRZ_ALPHABET.indexOf(pair.printed) * MRZ_ALPHABET.length + MRZ_ALPHABET.indexOf(pair.read);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  return { counts, lost, madeUp, characters };
}

/** Of the printed characters: mistaken, lost or made up. Null of none. */
export function characterErrorRate(confusions: Confusions): number | null {
  const { characters, lost, madeUp } = confusions;
  if (characters === 0) return null;
  const mistaken = listConfusions(confusions).reduce((sum, { count }) => sum + count, 0);
  return (mistaken + lost + madeUp) / characters;
}

export type Confusion = { readonly printed: string; readonly read: string; readonly count: number };

/** Mistaken characters, most often first. */
export function listConfusions({ counts }: Confusions): readonly Confusion[] {
  const size = MRZ_ALPHABET.length;
  return Array.from(counts, (count, at) => ({
    printed: MRZ_ALPHABET.charAt(Math.floor(at / size)),
    read: MRZ_ALPHABET.charAt(at % size),
    count,
  }))
    .filter(({ printed, read, count }) => count > 0 && printed !== read)
    .sort((a, b) => b.count - a.count);
}

/** The whole matrix as text: a row for each printed character, a dot where nothing was counted. */
export function confusionMatrixText({ counts }: Confusions): string {
  const size = MRZ_ALPHABET.length;
  const width = Math.max(...Array.from(counts, (count) => String(count).length)) + 1;
  const row = (head: string, cells: readonly string[]): string =>
    head + cells.map((cell) => cell.padStart(width)).join('');
  const rows = [...MRZ_ALPHABET].map((printed, i) =>
    row(
      printed,
      Array.from(counts.subarray(i * size, (i + 1) * size), (count) => (count === 0 ? '.' : String(count))),
    ),
  );
  return [row(' ', [...MRZ_ALPHABET]), ...rows].join('\n');
}
