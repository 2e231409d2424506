import type { LabelTarget } from './labels.table.ts';
import { normaliseValue, type ValueContext } from './normalise-value.ts';
import type { PrintedLine } from './printed-line.ts';

/** A label as it stands on the page; `certainty` 0–1 that it is this one. */
export type Label = {
  readonly target: LabelTarget;
  readonly line: PrintedLine;
  readonly certainty: number;
  /** The value stands beside it only. */
  readonly besideOnly: boolean;
};
/** A label with the line that is its value; both are one line where it bears both. */
export type Placed = { readonly label: Label; readonly value: string; readonly line: PrintedLine };

/** A value starts at most this many label heights below its label, and this many to its right. */
const FARTHEST_BELOW = 2.6;
const FARTHEST_BESIDE = 9;
/** Below is the habit of passports and cards; beside must be clearly nearer. */
const BESIDE_COSTS = 0.6;
/** Of the shorter of two lines across, and of the higher one's height: from so much on they stand in one column, or in one row. */
const OVERLAP_LEAST = 0.5;

/** Gives each label the nearest line below or beside it that can be its value. A line serves one label only. */
export function placeValues(
  labels: readonly Label[],
  values: readonly PrintedLine[],
  context: ValueContext,
): readonly Placed[] {
  const pairs = labels.flatMap((label) =>
    values.flatMap((line) => {
      const cost = costOf(label.line, line, label.besideOnly);
      const value = cost === null ? null : normaliseValue(label.target, line.text, context);
      return cost === null || value === null ? [] : [{ label, line, value, cost }];
    }),
  );
  const placed: Placed[] = [];
  const used = new Set<PrintedLine>();
  const served = new Set<Label>();
  for (const { label, line, value } of pairs.sort((a, b) => a.cost - b.cost)) {
    if (used.has(line) || served.has(label)) continue;
    used.add(line);
    served.add(label);
    placed.push({ label, line, value });
  }
  return placed;
}

/** Distance in heights of the label, or null where the line is neither below nor beside it. */
function costOf(label: PrintedLine, value: PrintedLine, besideOnly: boolean): number | null {
  const height = label.bottom - label.top;
  const middle = (value.top + value.bottom) / 2;
  const across = Math.min(label.right, value.right) - Math.max(label.left, value.left);
  const shorter = Math.min(label.right - label.left, value.right - value.left);
  const down = middle - (label.top + label.bottom) / 2;
  const aligned = Math.abs(value.left - label.left) < 2 * height;
  if (!besideOnly && down > height / 2 && (aligned || across > OVERLAP_LEAST * shorter)) {
    const gap = Math.max(0, value.top - label.bottom) / height;
    const shift = Math.abs(value.left - label.left) / (4 * height);
    return gap <= FARTHEST_BELOW ? gap + Math.min(1, shift) : null;
  }
  const level = Math.abs(down) < Math.max(height, value.bottom - value.top) * OVERLAP_LEAST;
  const beside = (value.left - label.right) / height;
  return level && beside > -1 && beside < FARTHEST_BESIDE ? BESIDE_COSTS + Math.max(0, beside) / 3 : null;
}
