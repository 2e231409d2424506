import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quad } from '../geometry.ts';
import { areaOf, type XY } from './convex-hull.ts';
import type { EnlargedMap } from './enlarged-map.ts';
import { farPlaces } from './far-places.ts';
import type { OutlineJudge } from './outline-judge.ts';
import { centreOf } from './whole-outline.ts';

/** 200×150 cells of a picture of 388×280 pixels, which begins three cells right of the map's corner and five below. */
const COLUMNS = 200;
const ROWS = 150;
const LEFT = 3;
const TOP = 5;

type Patch = { readonly at: XY; readonly width: number; readonly height: number; readonly logit?: number };

function mapWith(patches: readonly Patch[]): EnlargedMap {
  const document = new Float32Array(COLUMNS * ROWS).fill(-8);
  for (const { at, width, height, logit = 4 } of patches)
    for (let y = at.y; y < at.y + height; y++)
      for (let x = at.x; x < at.x + width; x++) document[y * COLUMNS + x] = logit;
  return { document, columns: COLUMNS, left: LEFT, top: TOP, width: 194, height: 140, cellsPerPixel: 0.5 };
}

/** Sees documents best at the right end of the picture. */
const judge: OutlineJudge = (quads) =>
  Promise.resolve(
    quads.map((quad) => ({
      right: 0,
      place: centreOf(quad).x > 150 ? 0.95 + centreOf(quad).x / 8000 : 0.9,
      sides: [0, 0, 0, 0],
    })),
  );

const CARD = { at: { x: 120, y: 60 }, width: 20, height: 12 };

describe('places of a picture that is seen enlarged', () => {
  test.each<{ name: string; patches: readonly Patch[]; centres: readonly XY[] }>([
    { name: 'nothing', patches: [], centres: [] },
    { name: 'a card far away', patches: [CARD], centres: [{ x: 254, y: 122 }] },
    {
      name: 'the likelier place first',
      patches: [CARD, { ...CARD, at: { x: 160, y: 20 } }],
      centres: [
        { x: 334, y: 42 },
        { x: 254, y: 122 },
      ],
    },
    { name: 'a place that the judge refuses', patches: [{ ...CARD, at: { x: 20, y: 60 } }], centres: [] },
    { name: 'a speck', patches: [{ ...CARD, width: 7, height: 5 }], centres: [] },
    { name: 'half of the table', patches: [{ at: { x: 60, y: 10 }, width: 140, height: 130 }], centres: [] },
    {
      name: 'a card that is hardly half seen, but for a corner',
      patches: [
        { ...CARD, logit: 0.2 },
        { at: CARD.at, width: 6, height: 4 },
      ],
      centres: [],
    },
    {
      name: 'a card that stands out of a table of which half is taken for a document',
      patches: [
        { at: { x: 60, y: 10 }, width: 140, height: 130, logit: 3 },
        { ...CARD, at: { x: 160, y: 20 }, logit: 5 },
      ],
      centres: [{ x: 334, y: 42 }],
    },
    { name: 'a card that is nowhere surely seen', patches: [{ ...CARD, logit: 0.9 }], centres: [] },
  ])('$name', async ({ patches, centres }) => {
    expect((await farPlaces(mapWith(patches), judge)).map((box) => centreOf(box))).toEqual(centres);
  });

  test.each([
    { likelier: 'the whole', length: 40 },
    { likelier: 'a piece of it', length: 20 },
  ])(
    'of a card and a piece of it that stands out, in one place, $likelier counts where it is likelier',
    async ({ length }) => {
      const map = mapWith([CARD, { at: { x: 121, y: 61 }, width: 10, height: 6, logit: 7 }]);
      const lengthOf = ([a, b, , d]: Quad<XY>) =>
        Math.max(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y));
      const likesLength: OutlineJudge = (quads) =>
        Promise.resolve(
          quads.map((quad) => ({
            right: 0,
            place: Math.abs(lengthOf(quad) - length) < 2 ? 0.99 : 0.96,
            sides: [0, 0, 0, 0],
          })),
        );
      expect((await farPlaces(map, likesLength)).map((quad) => Math.round(lengthOf(quad)))).toEqual([length]);
    },
  );

  test('the box lies around the cells, in pixels of the picture', async () => {
    const [box] = await farPlaces(mapWith([CARD]), judge);
    const corners = [...(box ?? [])].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).sort();
    expect(corners).toEqual(['234 110', '234 134', '274 110', '274 134']);
  });

  test('a card that lies askew is boxed askew', async () => {
    const map = mapWith([]);
    for (let i = 0; i < map.document.length; i++) {
      const [x, y] = [(i % COLUMNS) - 140, Math.floor(i / COLUMNS) - 70];
      if (Math.abs(x + y) < 24 && Math.abs(x - y) < 14) map.document[i] = 4;
    }
    const [box] = await farPlaces(map, judge);
    if (box === undefined) throw new Error('no box');
    const [a, b, c, d] = box;
    expect(Math.abs(b.x - a.x)).toBeCloseTo(Math.abs(b.y - a.y), 0);
    const lengths = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y)];
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeCloseTo(24 / 14, 0);
    expect(Math.hypot(c.x - b.x, c.y - b.y)).toBeCloseTo(lengths[1] ?? 0, 3);
  });

  test('whatever a map shows, each box has an area: the judge could not look into another', async () => {
    const logit = fc.constantFrom(-8, 0.7, 4);
    const cells = fc.array(logit, { minLength: 400, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(cells, async (document) => {
        const place = { left: 0, top: 0, width: 20, height: 20, cellsPerPixel: 1 };
        const asked: number[] = [];
        await farPlaces({ document: Float32Array.from(document), columns: 20, ...place }, async (quads) => {
          asked.push(...quads.map(areaOf));
          return quads.map(() => ({ right: 0, place: 0, sides: [0, 0, 0, 0] }));
        });
        expect(Math.min(1, ...asked)).toBeGreaterThan(0.5);
      }),
    );
  });
});
