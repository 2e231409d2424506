import type { PagePoint, Quad } from '../../photo/index.ts';
import { extend } from './find-line-candidates.ts';
import type { TracedRow } from './trace-lines.ts';
import type { ZoneFrame } from './zone-frame.ts';
import type { ZonePlace } from './zone-place.ts';

/** Where the lines of a zone are cut out of its straightened picture, the first way and then the others. */
export type LineCutOuts = { readonly likely: readonly Quad<PagePoint>[]; readonly others: readonly Quad<PagePoint>[] };

/**
 * Each line in two heights with its own ends, once with those of the whole zone, in case its own were hidden, and once without what
 * may be other print beyond its ends. For most zones the likely ones suffice.
 */
export function lineCutOuts(rows: readonly TracedRow[], frame: ZoneFrame, place: ZonePlace): LineCutOuts {
  const margin = (frame.width - place.lengthPx / frame.scale) / 2;
  const first = Math.min(margin, ...rows.map(({ left }) => left.x));
  const last = Math.max(frame.width - margin, ...rows.map(({ right }) => right.x));
  const own = (row: TracedRow, height: number) => {
    const ends = OWN_ENDS * PITCH_TO_CAP * row.heightPx;
    return tapered(row, ends, ends, height);
  };
  // This one is not tapered: the heights of letters may be seen wrongly, too.
  const common = (row: TracedRow) => {
    const ends = COMMON_ENDS * PITCH_TO_CAP * row.heightPx;
    return extend(row, row.left.x - first + ends, last - row.right.x + ends, COMMON_HEIGHT);
  };
  const [likely, other] = HEIGHTS;
  return {
    likely: rows.map((row) => own(row, likely)),
    others: rows.flatMap((row) => [
      own(row, other),
      common(row),
      ...(row.shorter ? [own({ ...row, ...row.shorter }, likely)] : []),
    ]),
  };
}

/** From character to character, as a part of the capitals' height: 2.54 mm to 2.7 mm. */
const PITCH_TO_CAP = 0.94;
/** Pitches of paper left at either end of a cut-out, and heights of cut-outs in heights of the capitals. */
const OWN_ENDS = 1.5;
const COMMON_ENDS = 1.2;
const HEIGHTS = [1.45, 1.85] as const;
const COMMON_HEIGHT = 1.65;

/** A row as a quad that is higher where its letters are: of a page seen at a slant they grow from one end to the other. */
function tapered(row: TracedRow, before: number, after: number, height: number): Quad<PagePoint> {
  const { left, right, growth } = row;
  const [topLeft, topRight, bottomRight, bottomLeft] = extend(row, before, after, height);
  const length = Math.max(1, right.x - left.x);
  const grown = (ends: number) => Math.min(MOST_TAPER, Math.max(1 / MOST_TAPER, growth ** (HALF + ends / length)));
  const [atLeft, atRight] = [1 / grown(before), grown(after)];
  return [
    stretched(topLeft, bottomLeft, atLeft),
    stretched(topRight, bottomRight, atRight),
    stretched(bottomRight, topRight, atRight),
    stretched(bottomLeft, topLeft, atLeft),
  ];
}
const HALF = 0.5;
/** Nothing that can be read is seen at a sharper slant. */
const MOST_TAPER = 1.5;

/** `point` moved so that it is `times` as far from `other` as before, their middle left where it is. */
function stretched(point: PagePoint, other: PagePoint, times: number): PagePoint {
  return {
    x: (point.x + other.x) / 2 + ((point.x - other.x) / 2) * times,
    y: (point.y + other.y) / 2 + ((point.y - other.y) / 2) * times,
  };
}
