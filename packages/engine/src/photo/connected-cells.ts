/** Cells of a grid that hang together side by side and are all over a threshold, by index, at least `fewest` of them. */
export function connectedCells(
  strength: Float32Array | Uint8Array,
  columns: number,
  threshold: number,
  fewest: number,
): readonly (readonly number[])[] {
  const seen = new Uint8Array(strength.length);
  const groups: (readonly number[])[] = [];
  for (let start = 0; start < strength.length; start++) {
    if (seen[start] === 1 || !((strength[start] ?? 0) > threshold)) continue;
    const cells = connected(start);
    if (cells.length >= fewest) groups.push(cells);
  }
  return groups;

  /** The cells that hang together with the first, itself included; marks them as seen. */
  function connected(first: number): number[] {
    const cells = [first];
    seen[first] = 1;
    for (let n = 0; n < cells.length; n++) {
      const i = cells[n] ?? first;
      const x = i % columns;
      if (x > 0) visit(i - 1, cells);
      if (x < columns - 1) visit(i + 1, cells);
      if (i >= columns) visit(i - columns, cells);
      if (i < strength.length - columns) visit(i + columns, cells);
    }
    return cells;
  }

  function visit(j: number, cells: number[]): void {
    if (seen[j] === 1 || !((strength[j] ?? 0) > threshold)) return;
    seen[j] = 1;
    cells.push(j);
  }
}
