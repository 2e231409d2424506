import { expect, test } from 'vitest';
import type { Homography } from '../geometry.ts';
import type { RgbImage } from '../pixels.ts';
import { hasBlankRim, measurePrintOnRim } from './blank-rim.ts';

const WIDTH = 960;
const HEIGHT = 640;
/** The page lies in the middle of a photo twice as large. */
const INSIDE: Homography = [1, 0, 480, 0, 1, 320, 0, 0, 1];
const PHOTO = { width: 1920, height: 1280 };

type Colour = readonly [number, number, number];
type Draw = (x: number, y: number) => Colour;

function rim(draw: Draw, pageToPhoto = INSIDE): Parameters<typeof measurePrintOnRim>[0] {
  const page: RgbImage = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT * 3) };
  for (let i = 0; i < WIDTH * HEIGHT; i++) page.data.set(draw(i % WIDTH, Math.floor(i / WIDTH)), i * 3);
  return { page, pageToPhoto, photo: PHOTO, pagePxPerPhotoPx: 1 };
}

const grey = (level: number): Colour => [level, level, level];
const panel: Draw = () => grey(180);
/** A display's grid of dots, under a lamp to the left. */
const underLamp: Draw = (x, y) => grey(200 - x / 12 - y / 20 + ((x % 4) - 1.5) * 12);
const within =
  (room: number, draw: Draw, around: Draw = underLamp): Draw =>
  (x, y) =>
    x > room && y > room && x < WIDTH - room && y < HEIGHT - room ? draw(x, y) : around(x, y);
const title: Draw = (_, y) => (y < 90 ? [40, 70, 140] : grey(190));
const zone: Draw = (x, y) => grey(y > HEIGHT - 60 && x % 20 < 8 ? 30 : 190);

test.each([
  ['an empty panel', panel],
  ['a dark panel, with noise,', (x, y) => grey(12 + ((x * 7 + y * 13) % 5))],
  ['a blue panel', () => [4, 60, 190]],
  ['a panel under a lamp', underLamp],
  ['what a panel shows with room around it', within(100, title)],
  ['a panel whose outline takes in its black frame', within(8, underLamp, () => grey(18))],
  ['a panel with a fly on it', (x, y) => (Math.hypot(x - 40, y - 300) < 8 ? grey(10) : underLamp(x, y))],
] satisfies readonly (readonly [string, Draw])[])('%s has a blank rim', (_, draw) => {
  expect(hasBlankRim(rim(draw))).toBe(true);
});

test.each([
  ['a title’s band', title],
  ['a zone', zone],
  ['a title that begins close by', within(25, title)],
  ['two colours', (x) => (x < WIDTH / 2 ? [190, 150, 200] : [190, 205, 200])],
] satisfies readonly (readonly [string, Draw])[])('%s along the edge is no blank rim', (_, draw) => {
  expect(hasBlankRim(rim(draw))).toBe(false);
});

test('what the frame cuts through is rim: a panel that goes on is blank, a document on it is not', () => {
  /** The photo ends in the middle of the page. */
  const cut: Homography = [1, 0, PHOTO.width - WIDTH / 2, 0, 1, 320, 0, 0, 1];
  expect(hasBlankRim(rim(within(100, title), cut))).toBe(false);
  const beside: Draw = (x, y) => (x < WIDTH / 2 - 100 ? within(100, title)(x, y) : underLamp(x, y));
  expect(hasBlankRim(rim(beside, cut))).toBe(true);
});

test.each([
  { room: 24, blank: false },
  { room: 60, blank: true },
])(
  '$room pixels of the page before the photo’s end print begins, in a photo half as large: $blank',
  ({ room, blank }) => {
    const cut: Homography = [0.5, 0, PHOTO.width - WIDTH / 4, 0, 0.5, 320, 0, 0, 1];
    const beside: Draw = (x, y) => (x < WIDTH / 2 - room ? within(100, title)(x, y) : underLamp(x, y));
    expect(hasBlankRim({ ...rim(beside, cut), pagePxPerPhotoPx: 2 })).toBe(blank);
  },
);

test('the more of the rim is in print, the more is said to be', () => {
  const shares = [0, 200, 400].map((to) =>
    measurePrintOnRim(rim((x) => (x < to && x % 40 < 20 ? grey(40) : grey(190)))),
  );
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(new Set(shares).size).toBe(shares.length);
});

test('a page of which the photo holds nothing has no blank rim', () => {
  expect(measurePrintOnRim(rim(panel, [1, 0, 5000, 0, 1, 0, 0, 0, 1]))).toBe(1);
});
