import { expect, test } from 'vitest';
import type { GreyImage } from '../pixels.ts';
import { findHoles } from './holes.ts';

/** A card of 85.6 mm, ten pixels a millimetre. */
const PX_PER_MM = 10;
const WIDTH = 856;
const HEIGHT = 540;

function card(level: (xMm: number, yMm: number) => number): GreyImage {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    level((i % WIDTH) / PX_PER_MM, Math.floor(i / WIDTH) / PX_PER_MM),
  );
  return { width: WIDTH, height: HEIGHT, data };
}

const disc = (diameter: number, hole: number, paper: number) =>
  card((x, y) => (Math.hypot(x - 40, y - 30) < diameter / 2 ? hole : paper));

test.each([3.5, 5, 7.5])('a hole of %f mm is found in its place', (diameter) => {
  const [hole, ...others] = findHoles(disc(diameter, 20, 180), PX_PER_MM);
  expect(others).toEqual([]);
  expect(((hole?.quad[0].x ?? 0) + (hole?.quad[2].x ?? 0)) / 2).toBeCloseTo(400, -1);
  expect(((hole?.quad[0].y ?? 0) + (hole?.quad[2].y ?? 0)) / 2).toBeCloseTo(300, -1);
});

test.each([
  [3.5, 225, 180],
  [5, 200, 150],
  [7.5, 240, 170],
])('over a light table a hole of %f mm is found, too', (diameter, table, paper) => {
  const [hole, ...others] = findHoles(disc(diameter, table, paper), PX_PER_MM);
  expect(others).toEqual([]);
  expect(((hole?.quad[0].x ?? 0) + (hole?.quad[2].x ?? 0)) / 2).toBeCloseTo(400, -1);
});

/** As a lamp reflects: lightest in the middle, with a soft edge. */
const lamp = (peak: number) => card((x, y) => 150 + (peak - 150) * Math.exp(-((Math.hypot(x - 40, y - 30) / 3) ** 2)));

test.each([
  ['a burnt-out reflection', disc(5, 255, 180)],
  ['a soft reflection', lamp(240)],
  [
    'a white sticker with a sign on it',
    card((x, y) => (Math.hypot(x - 40, y - 30) < 1 ? 40 : Math.hypot(x - 40, y - 30) < 2.5 ? 230 : 180)),
  ],
  ['a white square', card((x, y) => (Math.abs(x - 40) < 2.5 && Math.abs(y - 30) < 2.5 ? 230 : 180))],
  ['a pale dot', disc(5, 195, 180)],
  ['a full stop', disc(1, 20, 180)],
  ['a dark field', disc(20, 20, 180)],
  ['a printed square', card((x, y) => (Math.abs(x - 40) < 2.5 && Math.abs(y - 30) < 2.5 ? 20 : 180))],
  ['a ring', card((x, y) => (Math.abs(Math.hypot(x - 40, y - 30) - 2.2) < 0.5 ? 20 : 180))],
  ['a grey dot', disc(5, 110, 180)],
  ['a dot on a dark band', card((x, y) => (Math.hypot(x - 40, y - 30) < 2.5 || (y > 33 && y < 45) ? 20 : 180))],
  ['a dot at dusk', disc(5, 5, 40)],
])('%s is no hole', (_, picture) => {
  expect(findHoles(picture, PX_PER_MM)).toEqual([]);
});
