import type { LineCells } from './line-cells.ts';
import { MRZ_CHARACTERS } from './line-network.ts';
import { type PlacedLine, placeLine } from './place-line.ts';
import { strongest } from './rule-groups.ts';

/** A way to lay a line on so many places, and what each of them says by itself. */
export type SpelledLine = {
  readonly placed: PlacedLine;
  readonly text: string;
  /** Per place the index of its likeliest character. */
  readonly likeliest: Uint8Array;
};

/** Every way to lay `line` on `length` places; worked out once, since formats share their lengths and looks their lines. */
export function spelledLines(line: LineCells, length: number): readonly SpelledLine[] {
  const known = made.get(line) ?? new Map<number, readonly SpelledLine[]>();
  made.set(line, known);
  let spelled = known.get(length);
  if (!spelled) {
    spelled = placeLine(line, length).map(spell);
    known.set(length, spelled);
  }
  return spelled;
}

const made = new WeakMap<LineCells, Map<number, readonly SpelledLine[]>>();

function spell(placed: PlacedLine): SpelledLine {
  const likeliest = Uint8Array.from(placed.cells, ({ probabilities }) => strongest(probabilities));
  return { placed, likeliest, text: Array.from(likeliest, (c) => MRZ_CHARACTERS.charAt(c)).join('') };
}
