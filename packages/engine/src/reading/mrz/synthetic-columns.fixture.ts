import { LINE_SHAPE, type LineColumns, MRZ_CHARACTERS } from './line-network.ts';

/**
 * What a perfect line network would say of `text`: one column sure of each character at equal pitch, blanks between.
 * `doubt` gives places (0-based) other readings: `{ 3: { O: 0.5, '0': 0.5 } }`.
 */
export function columnsOf(
  text: string,
  doubt: Readonly<Record<number, Readonly<Record<string, number>>>> = {},
  margin = 1,
): LineColumns {
  const { columns, classes } = LINE_SHAPE;
  const read = new Float32Array(columns * classes);
  for (let t = 0; t < columns; t++) read[t * classes] = 1;
  const pitch = columns / (text.length + 2 * margin);
  [...text].forEach((character, i) => {
    if (character === ' ') return;
    const base = Math.floor((margin + i + 0.5) * pitch) * classes;
    read[base] = SURELY_BLANK;
    for (const [option, share] of Object.entries(doubt[i] ?? { [character]: 1 })) {
      read[base + 1 + MRZ_CHARACTERS.indexOf(option)] = share * (1 - SURELY_BLANK);
    }
  });
  return read;
}

/** A trained network never says exactly 0. */
const SURELY_BLANK = 0.001;
