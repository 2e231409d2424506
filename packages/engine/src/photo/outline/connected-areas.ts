/** Areas of cells that touch by a side, numbered from 1. `labels` has 0 where nothing is, `sizes` and `seeds` (a cell of each) have nothing at 0. */
export type ConnectedAreas = {
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  readonly seeds: readonly number[];
};

/** Connects the cells of a map, given row by row, for which `inside` holds. */
export function connectedAreas(columns: number, count: number, inside: (cell: number) => boolean): ConnectedAreas {
  const labels = new Int32Array(count);
  const sizes = [0];
  const seeds = [0];
  const stack: number[] = [];
  for (let start = 0; start < count; start++) {
    if (labels[start] !== 0 || !inside(start)) continue;
    const label = sizes.length;
    labels[start] = label;
    stack.push(start);
    let size = 0;
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      size++;
      const x = i % columns;
      if (x > 0) visit(i - 1, label);
      if (x < columns - 1) visit(i + 1, label);
      visit(i - columns, label);
      visit(i + columns, label);
    }
    sizes.push(size);
    seeds.push(start);
  }
  return { labels, sizes, seeds };

  function visit(cell: number, label: number): void {
    if (cell < 0 || cell >= count || labels[cell] !== 0 || !inside(cell)) return;
    labels[cell] = label;
    stack.push(cell);
  }
}
