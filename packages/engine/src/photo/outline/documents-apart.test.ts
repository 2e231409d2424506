import { expect, test } from 'vitest';
import type { Quad } from '../geometry.ts';
import type { XY } from './convex-hull.ts';
import { documentsApart, surenessOf } from './documents-apart.ts';
import type { FoundOutline } from './found-outline.ts';
import { box, EMPTY_MAPS, INSIDE, PICTURE } from './outlines.fixture.ts';

const LEFT_CUT = [false, false, false, true] as const;
/** ID-1 seen from straight above, and others beside it, on it and beyond the picture's end. */
const CARD = box(500, 100, 500 + 428, 100 + 270);
const BESIDE = box(40, 420, 40 + 428, 420 + 270);
const SMALL = box(40, 420, 40 + 171, 420 + 108);
const TINY = box(40, 420, 40 + 107, 420 + 67);
const PART_OF_CARD = box(600, 160, 800, 286);
const RECEIPT = box(40, 100, 140, 600);
const REACHING_OUT = box(-60, 420, 368, 690);

test.each([
  ['sure and believed, counts', BESIDE, { confidence: 0.95, right: 0.9 }, true],
  ['the judge was not asked about, counts where the network is sure', BESIDE, { confidence: 0.95 }, true],
  ['the network half believes in, does not', BESIDE, { confidence: 0.7, right: 0.9 }, false],
  ['the judge does not believe in, does not', BESIDE, { confidence: 0.95, right: 0.3, place: 0.9 }, false],
  ['shows less than a fifth of the first, does not', SMALL, { confidence: 0.95, right: 0.9, place: 0.9 }, false],
  [
    'shows less than that, but half of it, in a sure place, counts',
    SMALL,
    { confidence: 0.85, right: 0.2, place: 0.98 },
    true,
  ],
  ['is smaller still, does not, however sure its place', TINY, { confidence: 0.95, right: 0.9, place: 1 }, false],
  [
    'lies on the first, and is believed only by its place, does not',
    PART_OF_CARD,
    { confidence: 0.85, right: 0.2, place: 1 },
    false,
  ],
  ['has a receipt’s proportions, does not', RECEIPT, { confidence: 0.95, right: 0.7, place: 0.9 }, false],
  [
    'has a receipt’s proportions, but is surely one, counts',
    RECEIPT,
    { confidence: 0.95, right: 0.85, place: 0.9 },
    true,
  ],
  ['the frame cuts, counts by its place', REACHING_OUT, { confidence: 0.85, right: 0.1, place: 0.6 }, true],
  ['the frame cuts, in no sure place, does not', REACHING_OUT, { confidence: 0.85, right: 0.1, place: 0.4 }, false],
] as const)('a second document that %s', (_, quad, sureness, counts) => {
  const first = outline(CARD, { confidence: 0.99, right: 0.99, place: 1 });
  const second = outline(quad, sureness);
  expect(documentsApart([second, first], PICTURE)).toEqual(counts ? [first, second] : [first]);
});

test('less is asked of one that lies whole beside one that the frame cuts', () => {
  const cut = { ...outline(REACHING_OUT, { confidence: 0.99, right: 0.95, place: 1 }), onFrame: LEFT_CUT };
  const whole = outline(CARD, { confidence: 0.75, right: 0.6, place: 0.8 });
  expect(documentsApart([cut, { ...whole, clear: true }], PICTURE)).toHaveLength(2);
  expect(documentsApart([cut, whole], PICTURE)).toHaveLength(1);
});

test('a receipt must be likelier by a fifth to be the first', () => {
  const card = outline(CARD, { confidence: 0.7 });
  const receipt = outline(RECEIPT, { confidence: 0.85 });
  expect(documentsApart([receipt, card], PICTURE)[0]).toBe(card);
  expect(documentsApart([{ ...receipt, confidence: 0.95 }, card], PICTURE)[0]).toMatchObject({ quad: RECEIPT });
});

test('without an outline there is no document', () => {
  expect(documentsApart([], PICTURE)).toEqual([]);
});

test.each([
  ['the network alone', { confidence: 0.6 }, 0.6],
  ['a judge who believes more in it counts', { confidence: 0.6, right: 1 }, 0.84],
  ['one who believes less takes nothing away', { confidence: 0.6, right: 0 }, 0.6],
] as const)('sureness: %s', (_, sureness, expected) => {
  expect(surenessOf(outline(CARD, sureness))).toBeCloseTo(expected, 5);
});

type Sureness = { readonly confidence: number; readonly right?: number; readonly place?: number };

function outline(quad: Quad<XY>, { confidence, right, place = 1 }: Sureness): FoundOutline {
  const found = { quad, onFrame: INSIDE, confidence, clear: false, directionCertainty: 1, maps: EMPTY_MAPS };
  return right === undefined ? found : { ...found, verdict: { right, place, sides: [1, 1, 1, 1] } };
}
