import { drawSpecimen } from '@vidimus/specimens';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ModelSessions } from '../../node/model-sessions.ts';
import type { Tensor } from '../../ports.ts';
import type { Quad } from '../geometry.ts';
import type { RgbImage } from '../pixels.ts';
import type { XY } from './convex-hull.ts';
import { type OutlineJudge, outlineJudge } from './outline-judge.ts';
import { box } from './outlines.fixture.ts';

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());

describe('what the network is shown', () => {
  const [WIDTH, HEIGHT] = [400, 300];
  const [CROP, MARGIN, PLANE] = [80, 12, 80 * 80];
  const TABLE = 60;
  const CARD = { left: 20, top: 100, right: 180, bottom: 200, light: 220 };

  /** A light card on a dark table, and what the judge makes of an outline of it. */
  async function shown(quad: Quad<XY>): Promise<Tensor> {
    const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(TABLE);
    for (let y = CARD.top; y < CARD.bottom; y++)
      data.fill(CARD.light, (y * WIDTH + CARD.left) * 3, (y * WIDTH + CARD.right) * 3);
    let seen: Tensor | null = null;
    const judge = outlineJudge({ width: WIDTH, height: HEIGHT, data }, async (_, input) => {
      seen = input;
      return { verdicts: { dims: [1, 6], data: new Float32Array(6) } };
    });
    expect(await judge([quad])).toMatchObject([{ place: 0.5, sides: [0.5, 0.5, 0.5, 0.5] }]);
    if (seen === null) throw new Error('the network was not asked');
    return seen;
  }
  const at = ({ data }: Tensor, plane: number, x: number, y: number) =>
    data[plane * PLANE + y * CROP + x] ?? Number.NaN;

  test('the outline takes the middle, whatever its size and proportions', async () => {
    const input = await shown(box(CARD.left, CARD.top, CARD.right, CARD.bottom));
    expect(input.dims).toEqual([1, 5, CROP, CROP]);
    for (const [x, y] of [
      [MARGIN + 1, MARGIN + 1],
      [CROP - MARGIN - 2, CROP - MARGIN - 2],
    ] as const)
      expect(at(input, 0, x, y)).toBeGreaterThan(0);
    for (const [x, y] of [
      [MARGIN - 2, CROP / 2],
      [CROP / 2, MARGIN - 2],
      [CROP - MARGIN + 1, CROP / 2],
    ] as const)
      expect(at(input, 0, x, y)).toBeLessThan(0);
  });

  test('what lies outside the photo is told apart from what is dark', async () => {
    const input = await shown(box(CARD.left, CARD.top, CARD.right, CARD.bottom));
    // The margin is 34 px wide in the photo, and the card lies 20 px from its left end.
    expect(at(input, 3, 1, CROP / 2)).toBe(0);
    expect(at(input, 0, 1, CROP / 2)).toBeCloseTo(0, 9);
    expect(at(input, 3, MARGIN - 2, CROP / 2)).toBe(1);
  });

  test('colours have mean 0 and deviation one half, and the last plane holds the logarithm of the proportions', async () => {
    const input = await shown(box(CARD.left, CARD.top, CARD.right, CARD.bottom));
    const seen = [...input.data.subarray(0, PLANE)].filter((_, i) => input.data[3 * PLANE + i] === 1);
    const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
    const deviation = Math.sqrt(seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / seen.length);
    expect(mean).toBeCloseTo(0, 3);
    expect(deviation).toBeCloseTo(0.5, 2);
    expect(at(input, 4, 7, 7)).toBeCloseTo(Math.log(160 / 100), 5);
  });

  test('of what is proposed the corners are believed less than the place', async () => {
    const image: RgbImage = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT * 3).fill(TABLE) };
    const judge = outlineJudge(image, async () => ({
      verdicts: { dims: [1, 6], data: new Float32Array(6).fill(2) },
    }));
    const [verdict] = await judge([box(20, 100, 220, 200)]);
    expect(verdict?.right).toBeCloseTo(0.5, 5);
    expect(verdict?.place).toBeCloseTo(1 / (1 + Math.exp(-2)), 5);
  });

  test('an outline is shown once, however often it is asked about, and each answer is its own', async () => {
    const image: RgbImage = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT * 3).fill(TABLE) };
    const batches: number[] = [];
    // Its answer is the outline's breadth over its height, which the last plane holds.
    const judge = outlineJudge(image, async (_, { dims: [count = 0], data }) => {
      batches.push(count);
      const logits = Float32Array.from({ length: count * 6 }, (_, i) => data[(Math.floor(i / 6) * 5 + 4) * PLANE] ?? 0);
      return { verdicts: { dims: [count, 6], data: logits } };
    });
    const [wide, square, high] = [box(20, 100, 220, 200), box(20, 100, 120, 200), box(20, 100, 120, 300)];
    const breadthByHeight = async (quads: readonly Quad<XY>[]) =>
      (await judge(quads)).map(({ place }) => Number((place / (1 - place)).toFixed(3)));
    expect(await breadthByHeight([wide, square, wide])).toEqual([2, 1, 2]);
    expect(await breadthByHeight([high, wide, square])).toEqual([0.5, 2, 1]);
    expect(await breadthByHeight([square])).toEqual([1]);
    expect(batches).toEqual([2, 1]);
  });
});

describe('on a drawn photograph', { timeout: 60_000 }, () => {
  let judge: OutlineJudge;
  let card: Quad<XY>;

  beforeAll(async () => {
    const { photographs, truth } = await drawSpecimen(
      { kind: 'driving-licence-eu', state: 'UTO', seed: 50_020, faults: [], asOf: '2026-01-15' },
      { variant: 'tune', widthPx: 1000, heightPx: 750 },
    );
    const [corners] = truth.photographs.map((one) => one.corners);
    if (photographs[0] === undefined || !corners) throw new Error('nothing was drawn');
    const { data, info } = await sharp(photographs[0]).raw().toBuffer({ resolveWithObject: true });
    const image: RgbImage = { width: info.width, height: info.height, data };
    judge = outlineJudge(image, (model, input) => sessions.infer(model, input));
    const [a, b, c, d] = corners.map(([x, y]) => ({ x, y }));
    if (!a || !b || !c || !d) throw new Error('a document has four corners');
    card = [a, b, c, d];
  }, 60_000);

  test("a document's outline is believed, from whichever corner it begins", async () => {
    const [a, b, c, d] = card;
    for (const verdict of await judge([card, [b, c, d, a], [c, d, a, b], [d, a, b, c]])) {
      expect(verdict.right).toBeGreaterThan(0.6);
      expect(verdict.place).toBeGreaterThan(0.6);
    }
  });

  test.each([
    ['one side too far out', { right: 1.25 }, 1],
    ['one side too far in', { bottom: 0.8 }, 2],
  ] as const)('with %s it is not, and the side is named', async (_, change, side) => {
    const [verdict] = await judge([part({ left: 0, top: 0, right: 1, bottom: 1, ...change })]);
    if (verdict === undefined) throw new Error('no verdict');
    expect(verdict.right).toBeLessThan(0.4);
    expect(verdict.sides.indexOf(Math.min(...verdict.sides))).toBe(side);
  });

  test.each([
    ['half of it', { left: 0, top: 0, right: 0.5, bottom: 1 }],
    ['the table beside it', { left: 1.15, top: 0.1, right: 1.6, bottom: 0.8 }],
  ] as const)('%s is not', async (_, where) => {
    const [verdict] = await judge([part(where)]);
    expect(verdict?.right).toBeLessThan(0.3);
  });

  /** Corners between the card's, as parts of its breadth and height: straight enough for a test. */
  function part({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): Quad<XY> {
    const [a, b, , d] = card;
    const point = (u: number, v: number): XY => ({
      x: a.x + (b.x - a.x) * u + (d.x - a.x) * v,
      y: a.y + (b.y - a.y) * u + (d.y - a.y) * v,
    });
    return [point(left, top), point(right, top), point(right, bottom), point(left, bottom)];
  }
});
