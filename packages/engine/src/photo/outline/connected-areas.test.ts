import { expect, test } from 'vitest';
import { connectedAreas } from './connected-areas.ts';

test.each([
  { name: 'nothing', rows: ['....', '....'], sizes: [] },
  { name: 'all', rows: ['####', '####'], sizes: [8] },
  { name: 'two that touch by a corner', rows: ['##..', '##..', '..##'], sizes: [4, 2] },
  { name: 'the end of a row and the beginning of the next do not touch', rows: ['...#', '#...'], sizes: [1, 1] },
  { name: 'a ring and what it holds', rows: ['#####', '#...#', '#.#.#', '#...#', '#####'], sizes: [16, 1] },
  { name: 'arms that meet below', rows: ['#.#', '#.#', '###'], sizes: [7] },
])('$name', ({ rows, sizes }) => {
  const cells = [...rows.join('')].map((cell) => cell === '#');
  const areas = connectedAreas(rows[0]?.length ?? 0, cells.length, (cell) => cells[cell] === true);
  expect(areas.sizes.slice(1)).toEqual(sizes);
  for (const [label, size] of areas.sizes.entries()) {
    const own = cells.flatMap((inside, cell) => (inside && areas.labels[cell] === label ? [cell] : []));
    expect(own).toHaveLength(size);
    if (label > 0) expect(own[0]).toBe(areas.seeds[label]);
  }
});
