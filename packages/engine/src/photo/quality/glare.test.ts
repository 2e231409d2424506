import { expect, test } from 'vitest';
import { findGlare } from './glare.ts';

const WIDTH = 1600;
const HEIGHT = 1000;
const PAPER = 190;
const INK = 40;
/** Blur σ of a page as phones take it, px. */
const SHARP = 1;

type Level = (x: number, y: number) => number;

function page(level: Level) {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const value = Math.max(0, Math.min(255, level(i % WIDTH, Math.floor(i / WIDTH))));
    data.fill(value, i * 3, i * 3 + 3);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

/** Light that a lamp adds around (800, 500): a core of a radius, and a rim that fades over a third of it. */
const lamp =
  (radius: number): Level =>
  (x, y) =>
    260 * Math.exp(-3 * Math.max(0, Math.hypot(x - 800, y - 500) / radius - 1));

/** Strokes of print all over, a fifth of the paper. */
const printed =
  (paper: number): Level =>
  (x, y) =>
    x % 20 < 4 && y % 40 < 24 ? INK : paper;

const sum =
  (...parts: readonly Level[]): Level =>
  (x, y) =>
    parts.reduce((total, part) => total + part(x, y), 0);

/** A panel of white with print on it, or with none. */
const panel =
  (white: number, inside: Level = () => white): Level =>
  (x, y) =>
    x > 400 && x < 1100 && y > 300 && y < 600 ? Math.min(white, inside(x, y)) : PAPER;

test.each([12, 20, 40, 120])('a reflection with a core of %i px is told with its share', (radius) => {
  const { areas, at } = findGlare(page(sum(() => PAPER, lamp(radius))), SHARP);
  expect(areas).toHaveLength(1);
  // Over this paper light saturates out to where 55 levels are left of it.
  const reach = radius * (1 + Math.log(260 / (245 - PAPER)) / 3);
  const share = (Math.PI * reach * reach) / (WIDTH * HEIGHT);
  expect(Math.abs((areas[0]?.share ?? 0) / share - 1)).toBeLessThan(0.15);
  expect([at(800, 500), at(800, 900)]).toEqual([true, false]);
});

test('a reflection drowns print and is told all the same', () => {
  const { areas } = findGlare(page(sum(printed(PAPER), lamp(40))), SHARP);
  expect(areas[0]?.share).toBeGreaterThan(0.002);
});

test('more glare never has a smaller share', () => {
  const shares = [6, 10, 20, 40, 80].map((r) => findGlare(page(sum(() => PAPER, lamp(r))), SHARP).areas[0]?.share ?? 0);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test.each<readonly [string, Level]>([
  ['paper without light', () => PAPER],
  ['white paper', () => 250],
  ['a white panel on tinted paper', panel(255)],
  ['a white panel with print on it, as for a bar code', panel(255, printed(255))],
  ['a strip of white between dark stripes', (_, y) => (y > 100 && y < 124 ? 255 : y < 300 ? 40 : PAPER)],
  ['the brighter half of paper that is lit too much', (x) => 262 - x / 40],
  ['the same with print on it', (x, y) => printed(262 - x / 40)(x, y)],
  ['burnt-out paper around a portrait', (x, y) => (x < 500 && y < 700 ? 120 : 255)],
  ['a bright place that is not drowned', (x, y) => Math.min(247, PAPER + lamp(60)(x, y))],
  ['a white table beside a coarse outline', (x) => (x < 25 ? 255 : PAPER)],
])('%s is no glare', (_, level) => {
  expect(findGlare(page(level), SHARP).areas).toEqual([]);
});

/** A panel of white whose edges a blur of some px (σ) has softened, as a straight edge is softened. */
const blurredPanel =
  (blurPx: number): Level =>
  (x, y) =>
    Math.min(255, PAPER + 90 / (1 + Math.exp((1.7 * (Math.hypot(x - 800, y - 500) - 200)) / blurPx)));

test.each([4, 6, 10])('a white panel in a picture that is blurred by %i px is no glare', (blurPx) => {
  expect(findGlare(page(blurredPanel(blurPx)), blurPx).areas).toEqual([]);
  // The soft edge alone would have told otherwise.
  expect(findGlare(page(blurredPanel(blurPx)), 0).areas).toHaveLength(1);
});
