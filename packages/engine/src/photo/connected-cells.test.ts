import { expect, test } from 'vitest';
import { connectedCells } from './connected-cells.ts';

test.each([
  { name: 'nothing', rows: ['....', '....'], sizes: [] },
  { name: 'all', rows: ['####', '####'], sizes: [8] },
  { name: 'two that touch by a corner', rows: ['##..', '##..', '..##'], sizes: [4, 2] },
  { name: 'the end of a row and the beginning of the next do not touch', rows: ['..##', '##..'], sizes: [2, 2] },
  { name: 'a ring and what it holds', rows: ['######', '#....#', '#.##.#', '#....#', '######'], sizes: [18, 2] },
  { name: 'arms that meet below', rows: ['#.#', '#.#', '###'], sizes: [7] },
  { name: 'a single one is too few', rows: ['#.##'], sizes: [2] },
])('$name', ({ rows, sizes }) => {
  const cells = [...rows.join('')];
  const strength = Float32Array.from(cells, (cell) => (cell === '#' ? 0.6 : 0.5));
  const groups = connectedCells(strength, rows[0]?.length ?? 0, 0.5, 2);
  expect(groups.map((group) => group.length)).toEqual(sizes);
  const all = groups.flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((cell) => cells[cell] === '#')).toBe(true);
});
