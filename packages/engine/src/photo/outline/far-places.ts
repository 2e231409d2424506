import { connectedCells } from '../connected-cells.ts';
import type { Quad } from '../geometry.ts';
import { type Box, minAreaBox } from '../text/min-area-box.ts';
import { areSame, LEAST_SHARE } from './compare-outlines.ts';
import { convexHull, type XY } from './convex-hull.ts';
import type { EnlargedMap } from './enlarged-map.ts';
import type { OutlineJudge } from './outline-judge.ts';

/**
 * By natural logarithms of odds: where a table is half taken for a document, what stands out of it is a document's inside. Of the areas of the first
 * only what is surely seen makes a box.
 */
const INSIDE = [0, 2, 4, 6] as const;
const SURE = Math.log(3);
/** The network's confidence in what is worth a judgement. */
const HALF_SEEN = 0.6;
/** What fills more of the picture is seen without this. */
const MOST_SHARE = 0.2;
/** To 24 documents that this look finds the judge gives 0.975 and more; in 129 photographs without one it gives as much as this to 34 pieces of a table's pattern. */
const LIKELY = 0.95;

/**
 * Where a picture that is seen enlarged shows what may be a document far away, likeliest first: boxes, in pixels of the picture. Close up the
 * network takes half of many a table for a document's inside, but hardly ever a piece of a card's size that the judge would take for one.
 */
export async function farPlaces(map: EnlargedMap, judge: OutlineJudge): Promise<readonly Quad<XY>[]> {
  const boxes = boxesOf(map);
  const verdicts = await judge(boxes);
  const likely = boxes
    .map((quad, i) => ({ quad, place: verdicts[i]?.place ?? 0 }))
    .filter(({ place }) => place >= LIKELY)
    .toSorted((a, b) => b.place - a.place);
  const places: typeof likely = [];
  for (const one of likely) if (!places.some((known) => areSame(known, one) || areSame(one, known))) places.push(one);
  return places.map(({ quad }) => quad);
}

/** The smallest box around each area that is neither too small nor too large, and sure enough; in pixels of the picture. */
function boxesOf(map: EnlargedMap): readonly Quad<XY>[] {
  const { document, columns, width, height } = map;
  const area = width * height;
  return INSIDE.flatMap((least) =>
    connectedCells(document, columns, least, LEAST_SHARE * area)
      .filter((cells) => cells.length < MOST_SHARE * area && confidenceIn(cells, map) > HALF_SEEN)
      .flatMap((cells) => {
        const box = minAreaBox(convexHull(outerPoints(cells, map)));
        return box === null ? [] : [cornersOf(box, map)];
      }),
  );
}

function confidenceIn(cells: readonly number[], { document }: EnlargedMap): number {
  return cells.reduce((sum, cell) => sum + 1 / (1 + Math.exp(-(document[cell] ?? 0))), 0) / cells.length;
}

/** Of each row of an area's sure cells the corners of the outer ones: as good for a hull as all of them. */
function outerPoints(cells: readonly number[], { document, columns }: EnlargedMap): readonly XY[] {
  const rows = new Map<number, { left: number; right: number }>();
  for (const cell of cells) {
    if ((document[cell] ?? 0) <= SURE) continue;
    const x = cell % columns;
    const row = rows.get(Math.floor(cell / columns));
    if (row === undefined) rows.set(Math.floor(cell / columns), { left: x, right: x });
    else [row.left, row.right] = [Math.min(row.left, x), Math.max(row.right, x)];
  }
  return [...rows].flatMap(([y, { left, right }]) => [
    { x: left, y },
    { x: left, y: y + 1 },
    { x: right + 1, y },
    { x: right + 1, y: y + 1 },
  ]);
}

function cornersOf({ cx, cy, ux, uy, length, height }: Box, { left, top, cellsPerPixel }: EnlargedMap): Quad<XY> {
  const corner = (u: number, v: number): XY => ({
    x: (cx + (ux * u * length - uy * v * height) / 2 - left) / cellsPerPixel,
    y: (cy + (uy * u * length + ux * v * height) / 2 - top) / cellsPerPixel,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
