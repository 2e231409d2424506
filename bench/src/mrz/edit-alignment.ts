/** One step from the printed to the read text; `null` stands where one of them has no character. */
export type AlignedPair = {
  readonly printed: string | null;
  readonly read: string | null;
  /** Place of `read` in the read text; null where a character was lost. */
  readonly at: number | null;
};

/** Lays the read text beside the printed one with the fewest insertions, deletions and substitutions (Levenshtein). */
export function alignTexts(printed: string, read: string): readonly AlignedPair[] {
  const costs = costTable(printed, read);
  const width = read.length + 1;
  const cost = (i: number, j: number): number => costs[i * width + j] ?? Number.POSITIVE_INFINITY;
  const pairs: AlignedPair[] = [];
  let [i, j] = [printed.length, read.length];
  while (i > 0 || j > 0) {
    const isSame = i > 0 && j > 0 && printed[i - 1] === read[j - 1];
    if (i > 0 && j > 0 && cost(i, j) === cost(i - 1, j - 1) + (isSame ? 0 : 1)) {
      pairs.push({ printed: printed.charAt(--i), read: read.charAt(--j), at: j });
    } else if (i > 0 && cost(i, j) === cost(i - 1, j) + 1) {
      pairs.push({ printed: printed.charAt(--i), read: null, at: null });
    } else {
      pairs.push({ printed: null, read: read.charAt(--j), at: j });
    }
  }
  return pairs.reverse();
}

/** Characters inserted, lost or mistaken. */
export function editDistance(printed: string, read: string): number {
  return costTable(printed, read).at(-1) ?? 0;
}

function costTable(printed: string, read: string): Uint16Array {
  const width = read.length + 1;
  const costs = new Uint16Array((printed.length + 1) * width);
  for (let j = 0; j < width; j++) costs[j] = j;
  for (let i = 1; i <= printed.length; i++) {
    costs[i * width] = i;
    for (let j = 1; j < width; j++) {
      const above = (i - 1) * width + j;
      const swap = (costs[above - 1] ?? 0) + (printed[i - 1] === read[j - 1] ? 0 : 1);
      costs[i * width + j] = Math.min(swap, (costs[above] ?? 0) + 1, (costs[i * width + j - 1] ?? 0) + 1);
    }
  }
  return costs;
}
