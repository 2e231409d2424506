/** Solves `matrix · x = sums` by Gaussian elimination with pivots; what a singular matrix leaves open is 0. */
export function solveLinear(matrix: readonly (readonly number[])[], sums: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, sums[i] ?? 0]);
  const count = rows.length;
  const at = (r: number, c: number) => rows[r]?.[c] ?? 0;
  for (let column = 0; column < count; column++) {
    let pivot = column;
    for (let r = column + 1; r < count; r++) if (Math.abs(at(r, column)) > Math.abs(at(pivot, column))) pivot = r;
    const chosen = rows[pivot];
    const moved = rows[column];
    if (!chosen || !moved || Math.abs(at(pivot, column)) < Number.EPSILON) continue;
    rows[pivot] = moved;
    rows[column] = chosen;
    for (let r = 0; r < count; r++) {
      const row = rows[r];
      if (r === column || !row) continue;
      const factor = at(r, column) / at(column, column);
      for (let c = column; c <= count; c++) row[c] = (row[c] ?? 0) - factor * at(column, c);
    }
  }
  return rows.map((_, i) => (Math.abs(at(i, i)) < Number.EPSILON ? 0 : at(i, count) / at(i, i)));
}
