import type { GreyImage, PagePoint, Quad, RgbImage } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import { type Band, cutZone } from './cut-zone.ts';
import type { FoundZone } from './found-zone.ts';
import { isZoneInPart } from './is-zone.ts';
import { lineCutOuts } from './line-cut-outs.ts';
import { readPlainly, readZone } from './read-zone.ts';
import { type TracedRow, traceLines } from './trace-lines.ts';
import { upsideDown } from './turned-quad.ts';
import { frameAround, toPicture, type ZoneFrame } from './zone-frame.ts';
import { seeZone } from './zone-maps.ts';
import { findZonePlaces, type ZonePlace } from './zone-place.ts';

/** A zone that was found in a picture, and how its points lie there. */
export type PlacedZone = { readonly zone: FoundZone; readonly toPicture: (point: PagePoint) => PagePoint };

/** `zone` is null where none was read; `rejected` is the likeliest one then, of which too little was seen. */
export type ZoneInPicture = {
  readonly zone: PlacedZone | null;
  readonly rejected: PlacedZone | null;
  readonly tried: readonly string[];
};

/** Long edges of the picture in which zones are looked for, the larger only where no zone is read in the smaller; and of the one in which lines are. */
const SEARCH_LONG_EDGES = [512, 832] as const;
const LOOK_LONG_EDGE = 512;
/** Of that picture's width: with less of the document around it the network is less sure of a zone. */
const LOOK_ASPECT = 0.6;
/** And of the cut-out in which they are read: twice the line network's width. */
const READ_LONG_EDGE = 1280;
/** Zones that are read at most: a photo shows one document, seldom two or three. */
const MOST_PLACES = 4;
/** And in each picture at least, whatever the smaller one took for a zone. */
const LEAST_PLACES = 2;
/** Looks for lines that the network missed, beside those that it found. */
const LOOKS = 1;
/** A larger picture tells more when the photo has this many times its pixels along the long edge at least. */
const LEAST_GAIN = 0.9;
/** Places are one when their middles are nearer than this part of their length; one is no more than so many times as long … */
const SAME_PLACE = 0.3;
const SAME_LENGTH = 1.3;
/** … and they run the same way, up to this cosine (20 degrees). What the smaller picture shows in part, or askew, may hide a whole zone. */
const SAME_RUN = 0.94;
/** Closer looks at one zone at most: where the first shows but a piece of it, the next show more. */
const MOST_CLOSER_LOOKS = 4;
/** What a closer look must show differently to be repeated: times the length, and the cosine of the turn (three degrees). */
const LONGER = 1.15;
/** Times its length, when a zone was seen in part and could not be read. */
const FURTHER_OFF = 1.6;
/** Times its length, and the cut-out as high as wide, when nothing could be read there, or what was is likely no more than so (nats a character). */
const WIDER = 2.2;
const WIDER_ASPECT = 1;
const DOUBTFUL = -0.5;
/** A zone of which but a corner was seen is so many times as long at least. */
const CORNER = 1.5;
const PIECE = 0.8;
const SAME_WAY = 0.9986;
/** So near the edge of a cut-out a zone is cut by it; by this part of its length the next cut-out is longer there. */
const EDGE_CELLS = 2;
const BEYOND = 0.4;
/** Heights of the capitals above the first and below the last line that were found: a missed line is looked for there. */
const ROOM = 3.4;
/** A line that runs less crooked than this part of its capitals' height is read as well as a straight one. */
const STRAIGHT_ENOUGH = 0.08;

/**
 * Finds the zones of a picture, of any size and turned in any way, with the zone network: first where they stand, then, in a closer
 * look at each, their lines, which are straightened, cut out in a few ways and read. The first zone that is one is taken.
 */
export async function findZoneInPicture(
  picture: RgbImage | GreyImage,
  ports: Pick<EnginePorts, 'infer' | 'now'>,
  { budgetMs }: { readonly budgetMs: number },
): Promise<ZoneInPicture> {
  const began = ports.now();
  const tried: string[] = [];
  const rejected: PlacedZone[] = [];
  const seen: ZonePlace[] = [];
  for (const [index, longEdge] of SEARCH_LONG_EDGES.entries()) {
    if (index > 0 && Math.max(picture.width, picture.height) < longEdge * LEAST_GAIN) break;
    const places = findZonePlaces(await seeZone(picture, longEdge, ports.infer))
      .filter((place) => !seen.some((known) => isSame(known, place)))
      .slice(0, Math.max(LEAST_PLACES, MOST_PLACES - seen.length));
    tried.push(`zone-network at ${longEdge} pixels: ${places.length} places`);
    for (const [rank, place] of places.entries()) {
      if (ports.now() - began > budgetMs) {
        tried.push(`stopped after ${budgetMs} ms`);
        return toldOf(null, rejected, tried);
      }
      seen.push(place);
      const { zone, parts } = await readAround(picture, place, ports.infer);
      const isDoubtful = zone === null || zone.zone.score < DOUBTFUL;
      const wider = isDoubtful && rank === 0 ? await readWider(picture, place, ports.infer) : null;
      if (wider ?? zone) return toldOf(wider ?? zone, [], tried);
      rejected.push(...parts);
    }
  }
  return toldOf(null, rejected, tried);
}

function toldOf(zone: PlacedZone | null, rejected: readonly PlacedZone[], tried: readonly string[]): ZoneInPicture {
  const [likeliest] = rejected.toSorted((a, b) => b.zone.score - a.zone.score);
  return { zone, rejected: likeliest ?? null, tried };
}

function isSame(a: ZonePlace, b: ZonePlace): boolean {
  const [shorter, longer] = a.lengthPx < b.lengthPx ? [a.lengthPx, b.lengthPx] : [b.lengthPx, a.lengthPx];
  const apart = Math.hypot(a.middle.x - b.middle.x, a.middle.y - b.middle.y);
  const cosine = a.right.x * b.right.x + a.right.y * b.right.y;
  return apart < SAME_PLACE * longer && longer < SAME_LENGTH * shorter && cosine > SAME_RUN;
}

/**
 * Reads the zone at a place. When it cannot be: print beside the document may have been taken for more of the zone, which is then
 * read as it was seen from afar; or its ends were not seen, and it is looked at from further off.
 */
async function readAround(
  picture: RgbImage | GreyImage,
  place: ZonePlace,
  infer: EnginePorts['infer'],
): Promise<{ readonly zone: PlacedZone | null; readonly parts: readonly PlacedZone[] }> {
  const first = await readPlace(picture, place, infer, MOST_CLOSER_LOOKS);
  if (first.placed && first.isSeen) return { zone: first.placed, parts: [] };
  const parts = first.placed && isZoneInPart(first.placed.zone) ? [first.placed] : [];
  if (first.hasGrown || parts.length > 0) {
    const again = first.hasGrown
      ? await readPlace(picture, place, infer, 1)
      : await readPlace(picture, { ...place, lengthPx: FURTHER_OFF * place.lengthPx }, infer, 1);
    if (again.placed && again.isSeen) return { zone: again.placed, parts: [] };
    if (again.placed && isZoneInPart(again.placed.zone)) parts.push(again.placed);
  }
  return { zone: null, parts };
}

/** Reads what stands plainest around a place, where it is a zone beyond doubt: from afar but a corner of it may be seen, and that askew. */
async function readWider(
  picture: RgbImage | GreyImage,
  place: ZonePlace,
  infer: EnginePorts['infer'],
): Promise<PlacedZone | null> {
  const frame = frameAround({ ...place, lengthPx: WIDER * place.lengthPx }, LOOK_LONG_EDGE, WIDER_ASPECT);
  const [seen] = findZonePlaces(await seeZone(cutZone(picture, frame), LOOK_LONG_EDGE, infer));
  if (!seen) return null;
  const whole = placeInPicture(frame, seen);
  if (whole.lengthPx < CORNER * place.lengthPx) return null;
  return (await readPlace(picture, whole, infer, MOST_CLOSER_LOOKS, 'plain')).placed;
}

/** Reads the zone at a place, also the other way about in case the network takes its foot for its head; a `plain` one is spared further looks. */
async function readPlace(
  picture: RgbImage | GreyImage,
  place: ZonePlace,
  infer: EnginePorts['infer'],
  looks: number,
  wanted: 'plain' | 'any' = 'any',
): Promise<{ readonly placed: PlacedZone | null; readonly isSeen: boolean; readonly hasGrown: boolean }> {
  const { place: seen, frame, rows } = await straightZone(picture, place, infer, looks);
  const hasGrown = seen.lengthPx > LONGER * place.lengthPx;
  let best: PlacedZone | null = null;
  if (rows.length === 0) return { placed: null, isSeen: false, hasGrown };
  const upright = lineCutOuts(rows, frame, seen);
  const turned = { likely: upright.likely.map(upsideDown), others: upright.others.map(upsideDown) };
  const placedIn = (zone: FoundZone) => ({ zone, toPicture: (point: PagePoint) => toPicture(frame, point) });
  // Most zones need no more than one look at their lines, and no more of the picture than these.
  const lines = cutZone(picture, frame, bandOf(upright.likely));
  let whole: GreyImage | null = null;
  for (const { likely, others, isTurned } of [
    { ...upright, isTurned: false },
    { ...turned, isTurned: true },
  ]) {
    const first = await readPlainly(lines, likely, infer);
    if (first.zone) return { placed: placedIn(first.zone), isSeen: true, hasGrown };
    if (wanted === 'plain' || (isTurned && first.seen.length === 0)) continue; // or it stands on its feet
    whole ??= cutZone(picture, frame);
    const { zone, isSeen } = await readZone(whole, others, infer, isTurned ? 0 : LOOKS, first.seen);
    if (!zone) continue;
    const placed = placedIn(zone);
    if (isSeen) return { placed, isSeen, hasGrown };
    if (best === null || zone.score > best.zone.score) best = placed;
  }
  return { placed: best, isSeen: false, hasGrown };
}

/** The rows of the cut-out on which the quads lie, and one more to each side for the pixels between two. */
function bandOf(quads: readonly Quad<PagePoint>[]): Band {
  const ys = quads.flatMap((quad) => quad.map(({ y }) => y));
  return { first: Math.floor(Math.min(...ys)) - 1, end: Math.ceil(Math.max(...ys)) + 1 };
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

function placeInPicture(frame: ZoneFrame, { middle, right, lengthPx, heightPx, capPx, weight }: ZonePlace): ZonePlace {
  const { scale, right: axis } = frame;
  return {
    middle: toPicture(frame, middle),
    right: { x: right.x * axis.x - right.y * axis.y, y: right.x * axis.y + right.y * axis.x },
    lengthPx: lengthPx * scale,
    heightPx: heightPx * scale,
    capPx: capPx * scale,
    weight,
  };
}

/** The zone cut out so that its lines are straight, and where they are: they are found in a small cut-out, and read in a large one. */
async function straightZone(
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
