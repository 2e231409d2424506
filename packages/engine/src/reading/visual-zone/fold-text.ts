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
  if (most === 0) return 1;
  // One row is enough. Hundreds of labels are compared with every line: typed arrays would cost more than the counting.
  const row: number[] = [];
  for (let j = 0; j <= b.length; j++) row.push(j);
  for (let i = 1; i <= a.length; i++) {
    let aslant = i - 1;
    let before = i;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const replaced = aslant + (a[i - 1] === b[j - 1] ? 0 : 1);
      const fewest = Math.min(replaced, 1 + Math.min(above, before));
      row[j] = fewest;
      aslant = above;
      before = fewest;
      if (fewest < least) least = fewest;
    }
    if (least > most) return most + 1;
  }
  return row[b.length] ?? most + 1;
}
