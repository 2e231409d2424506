/** More wrong letters than this are another word, not a slip. */
const MOST_SLIPS = 3;

/** The known word that a mistyped one is nearest to; nothing where none is near. Case, `_` and `-` do not count. */
export function closestWord(typed: string, known: readonly string[]): string | undefined {
  const plain = (word: string) => word.toLowerCase().replace(/[_\s-]+/g, '');
  const wanted = plain(typed);
  const ranked = known
    .map((word) => ({ word, slips: slipsBetween(wanted, plain(word)) }))
    .toSorted((a, b) => a.slips - b.slips);
  const [best] = ranked;
  if (best && best.slips <= Math.min(MOST_SLIPS, Math.floor(wanted.length / 2))) return best.word;
  return known.find((word) => wanted.length > 2 && plain(word).includes(wanted));
}

/** Levenshtein distance. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
