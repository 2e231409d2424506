import { expect, test } from 'vitest';
import { drawZoneless, ZONELESS_KINDS } from './zoneless.ts';

const DAY = '2026-06-01';

test.each(ZONELESS_KINDS.filter((kind) => kind !== 'table'))('%s: shows something, and no zone', async (kind) => {
  const side = await drawZoneless(kind, 5, DAY);
  expect(side?.elements.filter((element) => element.kind === 'mrz-line')).toEqual([]);
  expect(new Set(side?.pixels.data).size).toBeGreaterThan(10);
});

test('the same seed draws the same, another seed another', async () => {
  const [first, again, other] = await Promise.all([3, 3, 4].map((seed) => drawZoneless('payment-slip', seed, DAY)));
  expect(again?.pixels.data).toEqual(first?.pixels.data);
  expect(other?.pixels.data).not.toEqual(first?.pixels.data);
});

test('a table is left empty', async () => {
  expect(await drawZoneless('table', 1, DAY)).toBeNull();
});
