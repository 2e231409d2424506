import type { GreyImage, PagePoint, RgbImage } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import { cutZone } from './cut-zone.ts';
import { type TracedRow, traceLines } from './trace-lines.ts';
import { frameAround, placeInPicture, type ZoneFrame } from './zone-frame.ts';
import { seeZone } from './zone-maps.ts';
import { findZonePlaces, type ZonePlace } from './zone-place.ts';

/** Long edge of the cut-outs in which the zone network looks for lines. */
export const LOOK_LONG_EDGE = 512;
/** What a closer look must show differently to be repeated: times the length … */
export const LONGER = 1.15;
/** … or, when it shows more than a piece of it, the cosine of the turn (three degrees). */
const PIECE = 0.8;
const SAME_WAY = 0.9986;
/** Height of those cut-outs at least, of their width: with less of the document around it the network is less sure of a zone. */
const LOOK_ASPECT = 0.6;
/** Long edge of the cut-out in which they are read: twice the line network's width. */
const READ_LONG_EDGE = 1280;
/** So near the edge of a cut-out a zone is cut by it; by this part of its length the next cut-out is longer there. */
const EDGE_CELLS = 2;
const BEYOND = 0.4;
/** Heights of the capitals above the first and below the last line that were found: a missed line is looked for there. */
const ROOM = 3.4;
/** A line that runs less crooked than this part of its capitals' height is read as well as a straight one. */
const STRAIGHT_ENOUGH = 0.08;

/** The zone cut out so that its lines are straight, and where they are: they are found in a small cut-out, and read in a large one. */
export async function straightZone(
  picture: RgbImage | GreyImage,
  from: ZonePlace,
  infer: EnginePorts['infer'],
  looks: number,
) {
  const { place, frame: small, maps } = await lookCloser(picture, from, infer, looks);
  const { rows, bend, bentBy } = traceLines(maps, small.width);
  const isBent = bentBy > STRAIGHT_ENOUGH;
  const straight = isBent ? rows : rows.map((row) => bentBack(row, bend));
  // The large one is as wide, and as high as the lines that were found and one more above and below.
  const { width, scale } = frameAround(place, READ_LONG_EDGE);
  const k = small.scale / scale;
  const ys = straight.flatMap(({ left, right, heightPx }) => [
    Math.min(left.y, right.y) - ROOM * heightPx,
    Math.max(left.y, right.y) + ROOM * heightPx,
  ]);
  const top = Math.min(...ys);
  const height = Math.max(1, Math.round((Math.max(...ys) - top) * k));
  const { origin, right } = small;
  const frame: ZoneFrame = {
    width,
    height,
    scale,
    right,
    origin: { x: origin.x - top * small.scale * right.y, y: origin.y + top * small.scale * right.x },
    bend: isBent ? (x) => bend(x / k) * k : () => 0,
  };
  return { place, frame, rows: straight.map((row) => enlarged(row, top, k)) };
}

/** A small cut-out around a zone, and what the network sees there; a place that proves to be another is looked at again. */
async function lookCloser(picture: RgbImage | GreyImage, place: ZonePlace, infer: EnginePorts['infer'], looks: number) {
  const frame = frameAround(place, LOOK_LONG_EDGE, LOOK_ASPECT);
  const maps = await seeZone(cutZone(picture, frame), LOOK_LONG_EDGE, infer);
  const [seen] = findZonePlaces(maps);
  if (looks > 1 && seen) {
    const better = placeInPicture(frame, beyondEdges(seen, frame.width, maps.cellPx));
    const gain = better.lengthPx / place.lengthPx;
    const cosine = better.right.x * place.right.x + better.right.y * place.right.y;
    // A piece of what was seen from afar tells nothing new.
    if (gain > LONGER || (gain > PIECE && cosine < SAME_WAY)) return lookCloser(picture, better, infer, looks - 1);
  }
  return { place, frame, maps };
}

/** A place that reaches the cut-out's edge goes on beyond it, nobody knows how far. */
function beyondEdges(place: ZonePlace, width: number, cellPx: number): ZonePlace {
  const { middle, lengthPx } = place;
  const before = middle.x - lengthPx / 2 < EDGE_CELLS * cellPx ? BEYOND * lengthPx : 0;
  const after = middle.x + lengthPx / 2 > width - EDGE_CELLS * cellPx ? BEYOND * lengthPx : 0;
  return { ...place, middle: { ...middle, x: middle.x + (after - before) / 2 }, lengthPx: lengthPx + before + after };
}

function enlarged(row: TracedRow, top: number, k: number): TracedRow {
  const { left, right, heightPx } = row;
  const at = ({ x, y }: PagePoint) => ({ x: x * k, y: (y - top) * k });
  const shorter = row.shorter && { left: at(row.shorter.left), right: at(row.shorter.right) };
  return { ...row, left: at(left), right: at(right), heightPx: heightPx * k, ...(shorter ? { shorter } : {}) };
}

/** The row where it stands when the little that it bends is not taken away. */
function bentBack(row: TracedRow, bend: (x: number) => number): TracedRow {
  const at = (point: PagePoint) => ({ ...point, y: point.y + bend(point.x) });
  const { shorter } = row;
  return {
    ...row,
    left: at(row.left),
    right: at(row.right),
    ...(shorter ? { shorter: { left: at(shorter.left), right: at(shorter.right) } } : {}),
  };
}
