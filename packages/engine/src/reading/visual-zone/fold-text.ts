/** Letters that do not decompose into a base letter and a mark. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'SS',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Æ: 'AE',
  Œ: 'OE',
  İ: 'I',
  ı: 'I',
  Þ: 'TH',
  Ð: 'D',
};

/** Capitals without marks, letters and digits only: recognisers drop spaces, dots and accents, so labels are compared without. */
export function foldText(text: string): string {
  return text
    .toUpperCase()
    .replace(/[ßØŁĐÆŒİÞÐ]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Changes (insert, delete, replace) between two short texts; stops counting over `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (a === b) return 0;
  // Hundreds of labels are compared with every line: typed arrays would cost more than the counting.
  let row: number[] = [];
  let next: number[] = [];
  for (let j = 0; j <= b.length; j++) row.push(j);
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const changed = 1 + Math.min(row[j] ?? 0, next[j - 1] ?? 0);
      const fewest = Math.min(replaced, changed);
      next[j] = fewest;
      if (fewest < least) least = fewest;
    }
    if (least > most) return most + 1;
    [row, next] = [next, row];
  }
  return row[b.length] ?? most + 1;
}
