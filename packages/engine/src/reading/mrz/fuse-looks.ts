import { applyHomography } from '../../photo/index.ts';
import type { LineCell } from './line-cells.ts';
import { LINE_SHAPE } from './line-network.ts';
import type { PlacedLine } from './place-line.ts';
import { strongest } from './rule-groups.ts';
import type { SeenLine } from './seen-line.ts';

/**
 * The cells of a placed line with what other cut-outs of the same row say of the same places: each place's shares are the mean over
 * all looks that saw it, by how surely they saw a character there. Looks that see the row much worse are left out.
 */
export function fuseLooks(placed: PlacedLine, seen: SeenLine, looks: readonly SeenLine[]): readonly LineCell[] {
  const others = looks
    .filter((look) => look !== seen && clarity(look) >= NEARLY_AS_CLEAR * clarity(seen))
    .map((look) => look.cells.cells.map((cell) => ({ cell, at: along(seen, look, cell.column) })));
  if (others.length === 0) return placed.cells;
  return placed.cells.map((cell) => {
    const at = along(seen, seen, cell.column);
    const same = others.flatMap((look) => {
      const near = look.find((one) => Math.abs(one.at - at) < SAME_PLACE * seen.pitchPx);
      return near ? [near.cell] : [];
    });
    return same.length === 0 ? cell : meanOf(cell, same);
  });
}

/** Cells of two looks are one place when their middles lie within this part of a pitch. */
const SAME_PLACE = 0.35;
/** Of the clarity of the look that was chosen. */
const NEARLY_AS_CLEAR = 0.95;
/** Of the cut-out's height. */
const MIDDLE = 0.5;

/** How clearly a look sees its characters on the average, 0–1. */
function clarity({ cells: { cells } }: SeenLine): number {
  const sum = cells.reduce(
    (total, { presence, probabilities }) => total + presence * (probabilities[strongest(probabilities)] ?? 0),
    0,
  );
  return sum / Math.max(1, cells.length);
}

/** Where a column of `look` lies along the direction of `seen`, in pixels of the page. */
function along(seen: SeenLine, look: SeenLine, column: number): number {
  const { left, right } = seen;
  const length = Math.max(1, Math.hypot(right.x - left.x, right.y - left.y));
  const scale = LINE_SHAPE.width / LINE_SHAPE.columns;
  const point = applyHomography(look.cutoutToPage, column * scale, MIDDLE * LINE_SHAPE.height);
  return ((point.x - left.x) * (right.x - left.x) + (point.y - left.y) * (right.y - left.y)) / length;
}

function meanOf(cell: LineCell, others: readonly LineCell[]): LineCell {
  const all = [cell, ...others];
  const weight = all.reduce((sum, { presence }) => sum + presence, 0);
  if (weight === 0) return cell;
  const probabilities = cell.probabilities.map(
    (_, c) => all.reduce((sum, one) => sum + one.presence * (one.probabilities[c] ?? 0), 0) / weight,
  );
  return { column: cell.column, presence: Math.max(...all.map(({ presence }) => presence)), probabilities };
}
