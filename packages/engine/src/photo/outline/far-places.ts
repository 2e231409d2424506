import type { Quad } from '../geometry.ts';
import { type Box, minAreaBox } from '../text/min-area-box.ts';
import { connectedAreas } from './connected-areas.ts';
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
  const { labels, sizes } = connectedAreas(columns, document.length, (cell) => (document[cell] ?? 0) > INSIDE);
  const certainty = new Float64Array(sizes.length);
  for (let cell = 0; cell < labels.length; cell++) {
    const label = labels[cell] ?? 0;
    if (label > 0) certainty[label] = (certainty[label] ?? 0) + 1 / (1 + Math.exp(-(document[cell] ?? 0)));
  }
  const area = width * height;
  const isCard = (size: number, label: number) =>
    size > SHARE.least * area && size < SHARE.most * area && (certainty[label] ?? 0) > HALF_SEEN * size;
  return sizes.flatMap((size, label) => {
    const box = isCard(size, label) ? minAreaBox(convexHull(endsOfRows(map, labels, label))) : null;
    return box === null ? [] : [cornersOf(box, map)];
  });
}

/** Of each row of an area's sure cells the outer ones: as good for a hull as all of them. */
function endsOfRows({ document, columns }: EnlargedMap, labels: Int32Array, label: number): readonly XY[] {
  const isIn = (cell: number) => labels[cell] === label && (document[cell] ?? 0) > SURE;
  const ends: XY[] = [];
  for (let first = 0; first < labels.length; first += columns) {
    let [left, right] = [first, first + columns - 1];
    while (left <= right && !isIn(left)) left++;
    while (right > left && !isIn(right)) right--;
    if (left > right) continue;
    const y = first / columns + 0.5;
    ends.push({ x: left - first + 0.5, y }, { x: right - first + 0.5, y });
  }
  return ends;
}

function cornersOf({ cx, cy, ux, uy, length, height }: Box, { left, top, cellsPerPixel }: EnlargedMap): Quad<XY> {
  const corner = (u: number, v: number): XY => ({
    x: (cx + (ux * u * length - uy * v * height) / 2 - left) / cellsPerPixel,
    y: (cy + (uy * u * length + ux * v * height) / 2 - top) / cellsPerPixel,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
