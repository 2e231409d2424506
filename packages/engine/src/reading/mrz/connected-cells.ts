/** Groups of cells over `least` that touch, also at corners; each group lists its cells. Groups of fewer than `fewest` are left out. */
export function connectedCells(
  map: Float32Array,
  columns: number,
  least: number,
  fewest: number,
): readonly (readonly number[])[] {
  const taken = new Uint8Array(map.length);
  const groups: number[][] = [];
  for (let seed = 0; seed < map.length; seed++) {
    if (taken[seed] || (map[seed] ?? 0) < least) continue;
    const group = [seed];
    taken[seed] = 1;
    for (let next = 0; next < group.length; next++) {
      const cell = group[next] ?? 0;
      const column = cell % columns;
      for (let dx = column > 0 ? -1 : 0; dx <= (column < columns - 1 ? 1 : 0); dx++) {
        for (let dy = -columns; dy <= columns; dy += columns) {
          const beside = cell + dx + dy;
          if (taken[beside] !== 0 || (map[beside] ?? 0) < least) continue;
          taken[beside] = 1;
          group.push(beside);
        }
      }
    }
    if (group.length >= fewest) groups.push(group);
  }
  return groups;
}
