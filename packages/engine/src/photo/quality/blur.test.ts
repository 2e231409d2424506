import { expect, test } from 'vitest';
import type { GreyImage } from '../pixels.ts';
import { measureBlur } from './blur.ts';

/** A label of 60 mm at ten pixels a millimetre, with three lines of strokes 18 px high, 3 px thick, 9 px apart. */
const PX_PER_MM = 10;
const WIDTH = 600;
const HEIGHT = 300;
const CAPITAL = 18;
const TOPS = [50, 130, 210];

function isInk(x: number, y: number): boolean {
  const top = TOPS.find((one) => y >= one && y < one + CAPITAL);
  if (top === undefined || x < 80 || x >= 520) return false;
  return Math.floor(x) % 9 < 3 || (y - top < 3 && Math.floor(x) % 36 < 18);
}

type Offsets = readonly (readonly [number, number])[];

/** Drawn with the ink spread: each kernel (offsets in px, all of one weight) is laid over what the one before left. */
function card(kernels: readonly Offsets[]): GreyImage {
  const start = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    isInk(i % WIDTH, Math.floor(i / WIDTH)) ? 1 : 0,
  );
  const ink = kernels.reduce((from, offsets) => {
    const steps = offsets.map(([dx, dy]) => dx + dy * WIDTH);
    return from.map((_, i) => steps.reduce((sum, step) => sum + (from[i + step] ?? 0), 0) / steps.length);
  }, start);
  return { width: WIDTH, height: HEIGHT, data: Uint8Array.from(ink, (part) => 200 - 160 * part) };
}

/** Boxes of 2·reach + 1 px, twice in both directions: nearly a Gaussian of σ = √(2·reach·(reach + 1) / 3). */
function defocus(reach: number): readonly Offsets[] {
  const box = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const [across, down]: readonly Offsets[] = [box.map((x) => [x, 0] as const), box.map((y) => [0, y] as const)];
  return across && down ? [across, across, down, down] : [];
}

function motion(length: number, degrees: number): readonly Offsets[] {
  const angle = (degrees * Math.PI) / 180;
  const path = Array.from({ length }, (_, i) => {
    const t = i - length / 2;
    return [Math.round(t * Math.cos(angle)), Math.round(t * Math.sin(angle))] as const;
  });
  return [path];
}

const LINES = TOPS.map((top) => ({
  quad: [
    { x: 76, y: top - 5 },
    { x: 524, y: top - 5 },
    { x: 524, y: top + CAPITAL + 6 },
    { x: 76, y: top + CAPITAL + 6 },
  ] as const,
  heightPx: CAPITAL + 11,
  score: 0.9,
}));

const blurOf = (picture: GreyImage, lines = LINES): number => measureBlur(picture, lines, PX_PER_MM).blurToTextHeight;

test('sharp print measures far under the limit, and more blur never measures as less', () => {
  const measured = [1, 2, 3, 5].map((reach) => blurOf(card(defocus(reach))));
  expect(measured[0]).toBeLessThan(0.12);
  expect(measured.at(-1)).toBeGreaterThan(0.2);
  expect(measured).toEqual([...measured].sort((a, b) => a - b));
});

test.each([0, 30, 65, 90])('a hand that moves along %i° is seen', (degrees) => {
  expect(blurOf(card(motion(CAPITAL, degrees)))).toBeGreaterThan(1.5 * blurOf(card([])));
});

test('where blur hid every line, the page itself tells', () => {
  expect(blurOf(card(defocus(5)), [])).toBeGreaterThan(0.2);
});

test('a soft dark band beside pale letters makes them no softer', () => {
  const pale = card(defocus(1)).data.map((level) => 200 - (200 - level) * 0.35);
  const banded = pale.map((level, i) => level - 150 * Math.exp(-(((Math.floor(i / WIDTH) - 20) / 14) ** 2)));
  const [without, withBand] = [pale, banded].map((data) => blurOf({ width: WIDTH, height: HEIGHT, data }));
  expect(withBand).toBeLessThan(1.3 * (without ?? 0));
});

test('an empty page has no blur and an empty map', () => {
  const { blurToTextHeight, blurMap } = measureBlur(
    { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT).fill(180) },
    [],
    PX_PER_MM,
  );
  expect(blurToTextHeight).toBe(0);
  expect(blurMap.values.every(Number.isNaN)).toBe(true);
});
