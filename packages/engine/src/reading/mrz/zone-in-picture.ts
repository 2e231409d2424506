import type { GreyImage, RgbImage } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import { cutZone } from './cut-zone.ts';
import { isZoneInPart } from './is-zone.ts';
import { type PlacedZone, readPlace } from './read-place.ts';
import { LOOK_LONG_EDGE } from './straight-zone.ts';
import { frameAround, placeInPicture } from './zone-frame.ts';
import { seeZone } from './zone-maps.ts';
import { findZonePlaces, findZoneTraces, type ZonePlace } from './zone-place.ts';

/** `zone` is null where none was read; `rejected` is the likeliest one then, of which too little was seen. */
export type ZoneInPicture = {
  readonly zone: PlacedZone | null;
  readonly rejected: PlacedZone | null;
  readonly tried: readonly string[];
};

/** Long edges of the picture in which zones are looked for, the larger only where no zone is read in the smaller. */
const SEARCH_LONG_EDGES = [512, 832] as const;
/** Zones that are read at most: a photo shows one document, seldom two or three. */
const MOST_PLACES = 4;
/** And in each picture at least, whatever the smaller one took for a zone. */
const LEAST_PLACES = 2;
/** A larger picture tells more when the photo has this many times its pixels along the long edge at least. */
const LEAST_GAIN = 0.9;
/** Looks at traces of zones at most; how much of the picture's long edge each shows, and what part of that a zone must take up. */
const MOST_TRACES = 2;
const TRACE_LENGTH = 0.34;
const TRACE_SHOWN = 0.25;
/** Places are one when their middles are nearer than this part of their length; one is no more than so many times as long … */
const SAME_PLACE = 0.3;
const SAME_LENGTH = 1.3;
/** … and they run the same way, up to this cosine (20 degrees). What the smaller picture shows in part, or askew, may hide a whole zone. */
const SAME_RUN = 0.94;
/** Closer looks at one zone at most: where the first shows but a piece of it, the next show more. */
const MOST_CLOSER_LOOKS = 4;
/** Times its length, when a zone was seen in part and could not be read. */
const FURTHER_OFF = 1.6;
/** Times its length, and the cut-out as high as wide, when nothing could be read there, or what was is likely no more than so (nats a character). */
const WIDER = 2.2;
const WIDER_ASPECT = 1;
const DOUBTFUL = -0.5;
/** A zone of which but a corner was seen is so many times as long at least. */
const CORNER = 1.5;

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
  let traces: readonly ZonePlace['middle'][] = [];
  for (const [index, longEdge] of SEARCH_LONG_EDGES.entries()) {
    if (index > 0 && Math.max(picture.width, picture.height) < longEdge * LEAST_GAIN) break;
    const maps = await seeZone(picture, longEdge, ports.infer);
    traces = findZoneTraces(maps);
    const places = findZonePlaces(maps)
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
  const unread = traces.filter((trace) => !seen.some((place) => isAt(place, trace))).slice(0, MOST_TRACES);
  if (unread.length > 0) tried.push(`closer at ${unread.length} traces`);
  for (const trace of unread) {
    if (ports.now() - began > budgetMs) {
      tried.push(`stopped after ${budgetMs} ms`);
      break;
    }
    const zone = await readTrace(picture, trace, ports.infer);
    if (zone) return toldOf(zone, [], tried);
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

/** Reads the zone of which something shows there, where it is one beyond doubt: nearer by, the network sees how it runs. */
async function readTrace(
  picture: RgbImage | GreyImage,
  middle: ZonePlace['middle'],
  infer: EnginePorts['infer'],
): Promise<PlacedZone | null> {
  const lengthPx = TRACE_LENGTH * Math.max(picture.width, picture.height);
  const around = { middle, right: { x: 1, y: 0 }, lengthPx, heightPx: 0, capPx: 0, weight: 0 };
  const frame = frameAround(around, LOOK_LONG_EDGE, WIDER_ASPECT);
  const [seen] = findZonePlaces(await seeZone(cutZone(picture, frame), LOOK_LONG_EDGE, infer));
  if (!seen || seen.lengthPx < TRACE_SHOWN * frame.width) return null;
  return (await readPlace(picture, placeInPicture(frame, seen), infer, MOST_CLOSER_LOOKS, 'plain')).placed;
}

function isAt({ middle, lengthPx }: ZonePlace, point: ZonePlace['middle']): boolean {
  return Math.hypot(middle.x - point.x, middle.y - point.y) < SAME_PLACE * lengthPx;
}
