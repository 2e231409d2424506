import { expect, test } from 'vitest';
import type { Quad } from '../geometry.ts';
import type { RgbImage } from '../pixels.ts';
import type { XY } from './convex-hull.ts';
import type { FoundOutline } from './found-outline.ts';
import type { OutlineJudge } from './outline-judge.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';
import { searchSides } from './search-sides.ts';

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const [WIDTH, HEIGHT] = [600, 450];
/** An ID-1 card of 4 px a millimetre, on a table. */
const CARD: Box = { left: 120, top: 100, right: 462, bottom: 316 };
/** The judge gives nothing to a side that lies this far off, px, and all to one that lies where it should. */
const FARTHEST = 40;
const NEAR_PX = 2;

/** One who knows where the card lies. */
const oracle: OutlineJudge = async (quads) =>
  quads.map(([a, b, c, d]) => {
    const off = [
      a.y - CARD.top,
      b.x - CARD.right,
      c.y - CARD.bottom,
      d.x - CARD.left,
      b.y - CARD.top,
      c.x - CARD.right,
    ];
    const [top = 0, right = 0, bottom = 0, left = 0] = off.map((px) => Math.max(0, 1 - Math.abs(px) / FARTHEST));
    return { right: Math.min(top, right, bottom, left), place: 1, sides: [top, right, bottom, left] };
  });
const NOBODY: OutlineJudge = async (quads) => quads.map(() => ({ right: 0.2, place: 1, sides: [0.2, 0.2, 0.2, 0.2] }));

test.each([
  ['a side that lies too far in', { ...CARD, right: 400 }],
  ['one that lies on the table', { ...CARD, top: 60 }],
  ['two at once', { ...CARD, right: 400, bottom: 350 }],
])('%s is found where the judge believes in it', async (_, start) => {
  const found = await searchSides(picture(), await judged(start), oracle);
  for (const [i, corner] of quadOf(CARD).entries()) {
    const { x, y } = found.quad[i] ?? corner;
    expect(Math.hypot(x - corner.x, y - corner.y)).toBeLessThan(NEAR_PX);
  }
  expect(found.verdict?.right).toBeGreaterThan(0.9);
});

test('an outline that is believed stays as it is, and nothing else is asked about', async () => {
  const outline = await judged(CARD);
  expect(await searchSides(picture(), outline, () => Promise.reject(new Error('asked')))).toBe(outline);
});

test('where the judge believes in nothing nearby, the outline stays as it is', async () => {
  const [verdict] = await NOBODY([quadOf(CARD)]);
  const outline: FoundOutline = { ...(await judged({ ...CARD, right: 400 })), ...(verdict && { verdict }) };
  expect(await searchSides(picture(), outline, NOBODY)).toBe(outline);
});

async function judged(box: Box): Promise<FoundOutline> {
  const quad = quadOf(box);
  const [verdict] = await oracle([quad]);
  const onFrame = [false, false, false, false] as const;
  return {
    quad,
    onFrame,
    directionCertainty: 1,
    confidence: 0.9,
    clear: false,
    maps: NO_MAPS,
    ...(verdict && { verdict }),
  };
}

function quadOf({ left, top, right, bottom }: Box): Quad<XY> {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function picture(): RgbImage {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(70);
  for (let y = CARD.top; y < CARD.bottom; y++)
    data.fill(225, (y * WIDTH + CARD.left) * 3, (y * WIDTH + CARD.right) * 3);
  return { width: WIDTH, height: HEIGHT, data };
}

const EMPTY = new Float32Array(MAP_SIDE * MAP_SIDE);
const NO_MAPS: OutlineMaps = {
  document: EMPTY,
  covered: EMPTY,
  border: EMPTY,
  cos: EMPTY,
  sin: EMPTY,
  cellsPerPixel: MAP_SIDE / WIDTH,
  left: 0,
  top: 0,
  width: MAP_SIDE,
  height: MAP_SIDE * (HEIGHT / WIDTH),
};
