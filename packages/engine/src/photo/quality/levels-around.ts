/** Of the cells of a ring, print is the darker part: paper shows at this rank from below. */
const PAPER_RANK = 0.7;

/** Cells that hold the number of this walk, from 1 on, were seen in it; the next walk over the grid has another number. */
export type Walk = { readonly seen: Uint32Array; readonly count: number };

/**
 * How bright the paper is (0–255) at one, two … `rings` cells from a group of cells of a grid. A ring that holds no cell
 * repeats the one before it; the first of them reads as saturated.
 */
export function levelsAround(
  levels: Uint8Array,
  columns: number,
  cells: readonly number[],
  rings: number,
  walk: Walk,
): readonly number[] {
  for (const i of cells) walk.seen[i] = walk.count;
  const histogram = new Uint32Array(256);
  const found: number[] = [];
  let front = cells;
  for (let ring = 0; ring < rings; ring++) {
    // Diamonds and squares in turn grow like circles.
    front = grow(front, walk, columns, ring % 2 === 1);
    found.push(front.length === 0 ? (found[ring - 1] ?? 255) : rankOf(front, levels, histogram));
  }
  return found;
}

/** The cells next to the front that this walk has not seen, corner to corner too when `diagonal`. */
function grow(front: readonly number[], { seen, count }: Walk, columns: number, diagonal: boolean): readonly number[] {
  const next: number[] = [];
  const reach = (i: number): void => {
    if (i < 0 || i >= seen.length || seen[i] === count) return;
    seen[i] = count;
    next.push(i);
  };
  for (const i of front) {
    const x = i % columns;
    reach(i - columns);
    reach(i + columns);
    if (x > 0) {
      reach(i - 1);
      if (diagonal) reach(i - columns - 1);
      if (diagonal) reach(i + columns - 1);
    }
    if (x < columns - 1) {
      reach(i + 1);
      if (diagonal) reach(i - columns + 1);
      if (diagonal) reach(i + columns + 1);
    }
  }
  return next;
}

function rankOf(cells: readonly number[], levels: Uint8Array, histogram: Uint32Array): number {
  histogram.fill(0);
  for (const i of cells) {
    const level = levels[i] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  let passed = 0;
  for (let level = 0; level < histogram.length; level++) {
    passed += histogram[level] ?? 0;
    if (passed >= PAPER_RANK * cells.length) return level;
  }
  return histogram.length - 1;
}
