import { expect, test } from 'vitest';
import type { FoundOutline } from './found-outline.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';
import { isBordered, isInDoubt, wholeInstead } from './whole-outline.ts';

/** Pixels are map cells here. */
const IMAGE = { width: MAP_SIDE, height: 96 };
const INSIDE = [false, false, false, false] as const;

/** A card of ID-1's proportions seen from straight above. */
const CARD = box(20, 20, 20 + 63.4, 20 + 40);
/** The same, taken to go on beyond the photo's right end. */
const BEYOND = box(20, 20, 140, 60);

function box(left: number, top: number, right: number, bottom: number): FoundOutline['quad'] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** A network that draws a border along the card's sides but those that `without` names: top, right, bottom, left. */
function bordersAround([a, , c]: FoundOutline['quad'], without: readonly number[] = [], strength = 0.9): OutlineMaps {
  const size = MAP_SIDE * MAP_SIDE;
  const border = new Float32Array(size);
  const set = (x: number, y: number) => border.fill(strength, y * MAP_SIDE + x, y * MAP_SIDE + x + 1);
  for (let x = Math.floor(a.x); x <= c.x; x++) {
    if (!without.includes(0)) set(x, Math.floor(a.y));
    if (!without.includes(2)) set(x, Math.floor(c.y));
  }
  for (let y = Math.floor(a.y); y <= c.y; y++) {
    if (!without.includes(3)) set(Math.floor(a.x), y);
    if (!without.includes(1)) set(Math.floor(c.x), y);
  }
  const none = new Float32Array(size);
  const place = { cellsPerPixel: 1, left: 0, top: 0, ...IMAGE };
  return { document: none, covered: none, border, cos: none, sin: none, ...place };
}

function outline(quad: FoundOutline['quad'], maps: OutlineMaps): FoundOutline {
  return { quad, onFrame: INSIDE, directionCertainty: 1, confidence: 0.9, clear: false, maps };
}

test('an outline that leaves the photo, or has no known proportions, is in doubt', () => {
  expect(isInDoubt({ quad: BEYOND, onFrame: INSIDE }, IMAGE)).toBe(true);
  expect(isInDoubt({ quad: CARD, onFrame: [true, false, false, false] }, IMAGE)).toBe(true);
  expect(isInDoubt({ quad: box(20, 20, 120, 50), onFrame: INSIDE }, IMAGE)).toBe(true);
  expect(isInDoubt({ quad: CARD, onFrame: INSIDE }, IMAGE)).toBe(false);
});

test('a whole document with a border along every side stands for one that seemed to leave the photo', () => {
  const maps = bordersAround(CARD);
  expect(wholeInstead(outline(BEYOND, maps), [outline(CARD, maps)], IMAGE)?.quad).toBe(CARD);
});

test.each([
  { name: 'without a border along one side it does not', maps: bordersAround(CARD, [1]), quad: CARD },
  { name: 'nor with no known proportions', maps: bordersAround(box(20, 20, 75, 80)), quad: box(20, 20, 75, 80) },
  {
    name: 'nor with a side along the end of the photo',
    maps: bordersAround(box(20, 1, 83, 41)),
    quad: box(20, 1, 83, 41),
  },
  { name: 'nor beside it', maps: bordersAround(box(20, 62, 60, 90)), quad: box(20, 62, 60, 90) },
])('$name', ({ maps, quad }) => {
  expect(wholeInstead(outline(BEYOND, maps), [outline(quad, maps)], IMAGE)).toBeNull();
});

test('a document whose corners are all seen is whole, though a shadow joins it to the end of the photo', () => {
  const maps = bordersAround(CARD);
  const joined: FoundOutline = { ...outline(CARD, maps), onFrame: [false, true, false, false] };
  expect(wholeInstead(joined, [], IMAGE)?.onFrame).toEqual(INSIDE);
});

test.each([
  {
    name: 'a faint border will do with edges, for what has no known proportions',
    doubted: 110,
    clear: true,
    card: true,
  },
  { name: 'without edges it will not', doubted: 110, clear: false, card: false },
  { name: 'nor for a card that seems to leave the photo', doubted: 63.4, clear: true, card: false },
])('$name', ({ doubted, clear, card }) => {
  const maps = bordersAround(CARD, [], 0.35);
  const leaving = outline(box(20, 20, 20 + doubted, 60), maps);
  const inDoubt: FoundOutline = { ...leaving, onFrame: [false, true, false, false] };
  expect(wholeInstead(inDoubt, [{ ...outline(CARD, maps), clear }], IMAGE)?.quad).toBe(card ? CARD : undefined);
});

test('a border along every side settles known proportions alone', () => {
  expect(isBordered(outline(CARD, bordersAround(CARD)), IMAGE)).toBe(true);
  expect(isBordered(outline(CARD, bordersAround(CARD, [2])), IMAGE)).toBe(false);
});
