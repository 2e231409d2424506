import { connectedCells } from '../connected-cells.ts';
import type { Quad } from '../geometry.ts';
import { type Box, minAreaBox } from '../text/min-area-box.ts';
import { convexHull, type XY } from './convex-hull.ts';
import type { EnlargedMap } from './enlarged-map.ts';
import type { OutlineJudge } from './outline-judge.ts';

/** Logits of a probability of one half, and of three quarters. */
const INSIDE = 0;
const SURE = Math.log(3);
/** The network's confidence in what is worth a judgement. */
const HALF_SEEN = 0.6;
/** Parts of the picture's area: what is smaller cannot be read by far, and what is larger is seen without this. */
const SHARE = { least: 0.0015, most: 0.2 } as const;
/** Of 20 boxes on a card that is far away the judge gave 18 0.98 and more; that around a piece of a table's pattern seldom gets as much as this. */
const LIKELY = 0.5;

/**
 * Where a picture that is seen enlarged shows what may be a document far away, likeliest first: boxes, in pixels of the picture. Close up the
 * network takes half of many a table for a document's inside, but hardly ever a piece of a card's size that the judge would take for one.
 */
export async function farPlaces(map: EnlargedMap, judge: OutlineJudge): Promise<readonly Quad<XY>[]> {
  const boxes = boxesOf(map);
  const verdicts = await judge(boxes);
  return boxes
    .map((box, i) => ({ box, place: verdicts[i]?.place ?? 0 }))
    .filter(({ place }) => place >= LIKELY)
    .toSorted((a, b) => b.place - a.place)
    .map(({ box }) => box);
}

/** The smallest box around each area that is neither too small nor too large, and sure enough; in pixels of the picture. */
function boxesOf(map: EnlargedMap): readonly Quad<XY>[] {
  const { document, columns, width, height } = map;
  const area = width * height;
  return connectedCells(document, columns, INSIDE, SHARE.least * area)
    .filter((cells) => cells.length < SHARE.most * area && confidenceIn(cells, map) > HALF_SEEN)
    .flatMap((cells) => {
      const box = minAreaBox(convexHull(outerPoints(cells, map)));
      return box === null ? [] : [cornersOf(box, map)];
    });
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
