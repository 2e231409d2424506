import { expect, test } from 'vitest';
import type { Quad } from '../geometry.ts';
import type { XY } from './convex-hull.ts';
import { worthOf, worthWithSides } from './outline-worth.ts';
import { box, EMPTY_MAPS, INSIDE, PICTURE } from './outlines.fixture.ts';

const RIGHT = 0.8;

/** ID-1 seen from straight above. */
const CARD = box(300, 250, 300 + 428, 250 + 270);

test.each([
  ['a card that lies in the picture', CARD, INSIDE, RIGHT],
  ['one that the picture cuts', box(-60, 250, 368, 520), INSIDE, RIGHT - 0.1],
  ['a receipt', box(300, 100, 400, 600), INSIDE, RIGHT - 0.2],
  ['a lozenge', lozenge(), INSIDE, RIGHT - 0.2],
  [
    'a square that the frame ends: its shape is not known',
    box(0, 250, 270, 520),
    [false, false, false, true] as const,
    RIGHT - 0.1,
  ],
] as const)('%s', (_, quad, onFrame, worth) => {
  const verdict = { right: RIGHT, place: 1, sides: [1, 1, 1, 1] as const };
  const outline = { quad, onFrame, verdict, confidence: 0.3, clear: false, directionCertainty: 1, maps: EMPTY_MAPS };
  expect(worthOf(outline, PICTURE)).toBeCloseTo(worth, 5);
});

test('where the judge was not asked, the network’s own confidence stands', () => {
  const outline = {
    quad: CARD,
    onFrame: INSIDE,
    confidence: 0.6,
    clear: false,
    directionCertainty: 1,
    maps: EMPTY_MAPS,
  };
  expect(worthOf(outline, PICTURE)).toBe(0.6);
});

test('of two outlines that are not right the one with more right sides is nearer to it', () => {
  const outline = {
    quad: CARD,
    onFrame: INSIDE,
    confidence: 0.9,
    clear: false,
    directionCertainty: 1,
    maps: EMPTY_MAPS,
  };
  const seen = (right: number, sides: readonly [number, number, number, number]) =>
    worthWithSides({ ...outline, verdict: { right, place: 1, sides } }, PICTURE);
  expect(seen(0.05, [1, 1, 1, 0])).toBeGreaterThan(seen(0.1, [1, 0, 0, 0]));
  expect(seen(0.6, [1, 1, 1, 0])).toBeLessThan(seen(0.9, [1, 0, 0, 0]));
});

/** Leans so far that no flat rectangle looks like it. */
function lozenge(): Quad<XY> {
  const [a, b, c, d] = CARD;
  return [{ ...a, x: a.x + 130 }, { ...b, x: b.x + 130 }, c, d];
}
