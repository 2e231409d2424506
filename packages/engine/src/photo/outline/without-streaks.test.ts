import { expect, test } from 'vitest';
import type { RgbImage } from '../pixels.ts';
import { withoutStreaks } from './without-streaks.ts';

const [WIDTH, HEIGHT] = [400, 300];
const TABLE = 60;
const CARD = { left: 100, top: 80, right: 300, bottom: 200, light: 180 };

type Bright = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A card on a dark table, and pure white over some of it. */
function picture(bright: readonly Bright[]): RgbImage {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(TABLE);
  const paint = ({ left, top, right, bottom }: Bright, light: number) => {
    for (let y = top; y < bottom; y++) data.fill(light, (y * WIDTH + left) * 3, (y * WIDTH + right) * 3);
  };
  paint(CARD, CARD.light);
  for (const one of bright) paint(one, 255);
  return { width: WIDTH, height: HEIGHT, data };
}

test.each<{ name: string; bright: readonly Bright[] }>([
  { name: 'nothing is bright', bright: [] },
  { name: 'a speck', bright: [{ left: 150, top: 100, right: 156, bottom: 106 }] },
  { name: 'a lamp, as broad as it is high', bright: [{ left: 150, top: 100, right: 200, bottom: 150 }] },
  {
    name: 'rows of white all over, as on printed paper',
    bright: Array.from({ length: 30 }, (_, row) => ({ left: 0, top: row * 10, right: WIDTH, bottom: row * 10 + 5 })),
  },
])('$name: there is no streak', ({ bright }) => {
  expect(withoutStreaks(picture(bright))).toBeNull();
});

test('a streak across a card is filled with the card on it and with the table beside it', () => {
  const streak = { left: 60, top: 130, right: 340, bottom: 140 };
  const cleaned = withoutStreaks(picture([streak]));
  if (cleaned === null) throw new Error('no streak was seen');
  const at = (x: number, y: number) => cleaned.data[(y * WIDTH + x) * 3];
  expect(at(200, 135)).toBe(CARD.light);
  expect(at(75, 135)).toBe(TABLE);
  // What is far from it stays as it is.
  expect(cleaned.data.subarray(0, 100 * WIDTH * 3)).toEqual(picture([streak]).data.subarray(0, 100 * WIDTH * 3));
});
