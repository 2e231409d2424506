import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import { cutAround } from './cut-around.ts';
import { MAP_SIDE } from './outline-maps.ts';
import { inPairs, outlineSight } from './outline-sight.ts';
import { AS_IT_IS, BOTH_WAYS } from './turned-views.ts';

const MAPS = 5 * MAP_SIDE * MAP_SIDE;

/** Gives each picture of a batch its own first value back, and tells how many it was shown at once. */
function network() {
  const shown: number[] = [];
  const infer = async (_: string, { dims: [count = 0], data }: Tensor) => {
    shown.push(count);
    const out = new Float32Array(count * MAPS);
    for (let i = 0; i < count; i++) out.fill(data[(i * data.length) / count] ?? 0, i * MAPS, (i + 1) * MAPS);
    return { maps: { dims: [count, 5, MAP_SIDE, MAP_SIDE], data: out } };
  };
  return { shown, infer };
}

const single = (value: number): Tensor => ({ dims: [1, 1, 2, 2], data: new Float32Array(4).fill(value) });

describe('pictures that are asked for in one go', () => {
  test.each([
    ['one', [1], [1]],
    ['two', [1, 2], [2]],
    ['three', [1, 2, 3], [2, 1]],
  ] as const)('%s: are shown two at a time, and each gets its own answer', async (_, values, runs) => {
    const { shown, infer } = network();
    const together = inPairs(infer);
    const outputs = await Promise.all(values.map((value) => together('document-outline', single(value))));
    expect(outputs.map(({ maps }) => [maps?.dims[0], maps?.data[0], maps?.data.length])).toEqual(
      values.map((value) => [1, value, MAPS]),
    );
    expect(shown).toEqual(runs);
  });

  test('one after another they are shown one by one, and what comes as a batch goes as it is', async () => {
    const { shown, infer } = network();
    const together = inPairs(infer);
    await together('document-outline', single(1));
    await together('document-outline', single(2));
    await together('document-outline', { dims: [2, 1, 2, 2], data: new Float32Array(8) });
    expect(shown).toEqual([1, 1, 2]);
  });

  test.each([
    ['another model', 'outline-judge', single(2)],
    ['another size', 'document-outline', { dims: [1, 1, 4, 4], data: new Float32Array(16).fill(2) }],
  ] as const)('%s is no pair', async (_, model, other) => {
    const { shown, infer } = network();
    const together = inPairs(infer);
    const both = [together('document-outline', single(1)), together(model, other)];
    expect((await Promise.all(both)).map(({ maps }) => maps?.data[0])).toEqual([1, 2]);
    expect(shown).toEqual([1, 1]);
  });

  test.each([
    ['later', async () => Promise.reject(new Error('no network'))],
    [
      'at once',
      () => {
        throw new Error('no network');
      },
    ],
  ])('where the network fails %s, one fails and both of a pair', async (_, infer) => {
    const together = inPairs(infer);
    await expect(together('document-outline', single(1))).rejects.toThrow('no network');
    const both = [together('document-outline', single(1)), together('document-outline', single(2))];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

test('a part of a picture is shown to the network once for each way in which it is turned', async () => {
  const { shown, infer } = network();
  const image: RgbImage = { width: 40, height: 30, data: new Uint8Array(40 * 30 * 3) };
  const sight = outlineSight(image, infer);
  const part = () =>
    cutAround(
      image,
      [
        { x: 10, y: 10 },
        { x: 20, y: 20 },
      ],
      1,
    );
  const [first, again] = await Promise.all([sight.mapsOf(part(), BOTH_WAYS), sight.mapsOf(part(), BOTH_WAYS)]);
  expect(again).toBe(first);
  expect(await sight.mapsOf(part(), BOTH_WAYS)).toBe(first);
  expect(await sight.mapsOf(part(), AS_IT_IS)).not.toBe(first);
  await sight.mapsOf({ image, left: 0, top: 0 }, BOTH_WAYS);
  expect(shown).toEqual([2, 1, 2]);
});

test('the whole picture is enlarged once', async () => {
  const sizes: (readonly number[])[] = [];
  const infer = async (_: string, { dims }: Tensor) => {
    sizes.push(dims);
    return { maps: { dims: [1, 5, 480, 640], data: new Float32Array(5 * 480 * 640) } };
  };
  const sight = outlineSight({ width: 1000, height: 750, data: new Uint8Array(1000 * 750 * 3) }, infer);
  expect(await sight.enlarged()).toBe(await sight.enlarged());
  expect(sizes).toEqual([[1, 3, 960, 1280]]);
});
