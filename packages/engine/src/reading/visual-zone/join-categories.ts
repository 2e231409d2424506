import { categoriesIn } from './normalise-value.ts';
import type { Placed } from './place-values.ts';
import type { PrintedLine } from './printed-line.ts';

/** Categories stand at most this many heights apart. */
const FARTHEST = 4;

/** `AM` and `B`, seen as two lines on one level, are the categories of one licence. */
export function joinCategories(placed: readonly Placed[], values: readonly PrintedLine[]): readonly Placed[] {
  return placed.map((one) => {
    if (one.label.target !== 'licence_categories') return one;
    let { line, value } = one;
    for (const next of values.toSorted((a, b) => a.left - b.left)) {
      const height = line.bottom - line.top;
      const level = Math.abs(next.top + next.bottom - line.top - line.bottom) < height;
      const gap = next.left - line.right;
      const more = categoriesIn(next.text);
      if (!level || gap < -height / 2 || gap > FARTHEST * height || more === null || next === one.line) continue;
      value = `${value} ${more}`;
      line = { ...line, text: `${line.text} ${next.text}`, right: next.right };
    }
    return { ...one, line, value };
  });
}
