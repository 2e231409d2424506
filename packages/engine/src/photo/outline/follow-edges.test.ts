import { expect, test } from 'vitest';
import type { RgbImage } from '../pixels.ts';
import type { FittedQuad } from './fit-quad.ts';
import { followEdges } from './follow-edges.ts';
import { lineThrough } from './line.ts';

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
type Colour = readonly [number, number, number];

const [WIDTH, HEIGHT] = [500, 400];
const TABLE: Colour = [40, 70, 140];
const CARD: Colour = [225, 222, 215];
const BAND: Colour = [150, 30, 40];
const SHEET: Colour = [240, 240, 240];
/** An ID-1 card of 3 px a millimetre. */
const WHOLE: Box = { left: 120, top: 120, right: 377, bottom: 282 };
/** The sides are refined afterwards, from so near, px. */
const CLOSE = 5;

function picture(...boxes: readonly (readonly [Box, Colour])[]): RgbImage {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (const [{ left, top, right, bottom }, colour] of [[FRAME, TABLE] as const, ...boxes]) {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) data.set(colour, (y * WIDTH + x) * 3);
  }
  return { width: WIDTH, height: HEIGHT, data };
}
const FRAME: Box = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };

function quadOf({ left, top, right, bottom }: Box, framed?: number): FittedQuad {
  const [a, b, c, d] = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ] as const;
  const onFrame = (i: number) => i === framed;
  return {
    corners: [a, b, c, d],
    sides: [
      { line: lineThrough(a, b), onFrame: onFrame(0) },
      { line: lineThrough(b, c), onFrame: onFrame(1) },
      { line: lineThrough(c, d), onFrame: onFrame(2) },
      { line: lineThrough(d, a), onFrame: onFrame(3) },
    ],
  };
}

const BANDED: readonly { readonly edge: keyof Box; readonly inner: Box }[] = [
  { edge: 'top', inner: { ...WHOLE, top: 150 } },
  { edge: 'right', inner: { ...WHOLE, right: 340 } },
  { edge: 'bottom', inner: { ...WHOLE, bottom: 250 } },
  { edge: 'left', inner: { ...WHOLE, left: 150 } },
];

test.each(BANDED)('a band along the $edge belongs to the document', ({ inner }) => {
  const { corners, sides } = followEdges(picture([WHOLE, BAND], [inner, CARD]), quadOf(inner));
  for (const [i, { x, y }] of quadOf(WHOLE).corners.entries()) {
    expect(Math.hypot((corners[i]?.x ?? 0) - x, (corners[i]?.y ?? 0) - y)).toBeLessThan(CLOSE);
    const { line } = sides[i] ?? sides[0];
    expect(line).toEqual(lineThrough(corners[i] ?? corners[0], corners[(i + 1) % 4] ?? corners[0]));
  }
});

const PLAIN = quadOf(WHOLE);
const CUT = { ...WHOLE, right: 340 };

test.each([
  { name: 'a document that ends where its edges do', image: picture([WHOLE, CARD]), quad: PLAIN },
  {
    name: 'one on a strip as broad as itself',
    image: picture([{ ...WHOLE, left: 0, right: WIDTH }, SHEET], [WHOLE, BAND], [{ ...WHOLE, right: 340 }, CARD]),
    quad: quadOf(CUT),
  },
  {
    name: 'one with a facing page, which would make it no known document',
    image: picture([{ ...WHOLE, top: 90 }, BAND], [WHOLE, CARD]),
    quad: PLAIN,
  },
  { name: 'one whose leading edge the photo cuts', image: picture([WHOLE, BAND], [CUT, CARD]), quad: quadOf(CUT, 0) },
])('$name stays as it is', ({ image, quad }) => {
  expect(followEdges(image, quad)).toBe(quad);
});
