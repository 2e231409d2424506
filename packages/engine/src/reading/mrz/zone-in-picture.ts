import type { GreyImage, PagePoint, Quad, RgbImage } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import { cutZone, frameOf, toPicture, type ZoneFrame } from './cut-zone.ts';
import { extend, type PrintRow } from './find-line-candidates.ts';
import type { FoundZone } from './find-zone.ts';
import { isZoneInPart, readZone } from './read-zone.ts';
import { traceLines } from './trace-lines.ts';
import { upsideDown } from './turned-quad.ts';
import { seeZone } from './zone-maps.ts';
import { findZonePlaces, type ZonePlace } from './zone-place.ts';

/** A zone that was found in a picture, and how its points lie there. */
export type PlacedZone = { readonly zone: FoundZone; readonly toPicture: (point: PagePoint) => PagePoint };

/** `zone` is null where none was read; `rejected` is the likeliest one then, of which too little was seen. */
export type ZoneInPicture = {
  readonly zone: PlacedZone | null;
  readonly rejected: PlacedZone | null;
  /** Where the network sees zones, read or not, the plainest first. */
  readonly places: readonly ZonePlace[];
  readonly tried: readonly string[];
};

/** Long edge of the picture in which zones are looked for, and of the one in which a zone's lines are. */
const SEARCH_LONG_EDGE = 512;
const LOOK_LONG_EDGE = 608;
/** Zones that are read at most: a photo shows one document, seldom two or three. */
const MOST_PLACES = 3;
/** A line that runs less crooked than this part of its capitals' height is read as well as a straight one. */
const STRAIGHT_ENOUGH = 0.08;
/** From character to character, as a part of the capitals' height: 2.54 mm to 2.7 mm. */
const PITCH_TO_CAP = 0.94;
/** Pitches of paper left at either end of a cut-out, and heights of cut-outs in heights of the capitals. */
const OWN_ENDS = 1.5;
const COMMON_ENDS = 1.2;
const HEIGHTS = [1.45, 1.85] as const;
const COMMON_HEIGHT = 1.65;

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
  const places = findZonePlaces(await seeZone(picture, SEARCH_LONG_EDGE, ports.infer)).slice(0, MOST_PLACES);
  const tried = [`zone-network: ${places.length} places`];
  const rejected: PlacedZone[] = [];
  for (const place of places) {
    if (ports.now() - began > budgetMs) {
      tried.push(`stopped after ${budgetMs} ms`);
      break;
    }
    const { frame, grey, rows } = await straightZone(picture, place, ports.infer);
    tried.push(`${rows.length} lines of a zone`);
    if (rows.length === 0) continue;
    const quads = cutOuts(rows);
    for (const turned of [quads, quads.map(upsideDown)]) {
      const { zone, isSeen } = await readZone(grey, turned, ports.infer);
      if (!zone) continue;
      const placed = { zone, toPicture: (point: PagePoint) => toPicture(frame, point) };
      if (isSeen) return { zone: placed, rejected: null, places, tried };
      if (isZoneInPart(zone)) rejected.push(placed);
    }
  }
  const [likeliest] = rejected.toSorted((a, b) => b.zone.score - a.zone.score);
  return { zone: null, rejected: likeliest ?? null, places, tried };
}

/** The zone cut out so that its lines are straight, and where they are. */
async function straightZone(picture: RgbImage | GreyImage, place: ZonePlace, infer: EnginePorts['infer']) {
  const frame = frameOf(place);
  const grey = cutZone(picture, frame);
  const { rows, bend, bentBy } = traceLines(await seeZone(grey, LOOK_LONG_EDGE, infer), grey.width);
  if (bentBy < STRAIGHT_ENOUGH) return { frame, grey, rows: rows.map((row) => bentBack(row, bend)) };
  const bent: ZoneFrame = { ...frame, bend };
  return { frame: bent, grey: cutZone(picture, bent), rows };
}

/** The row where it stands when the little that it bends is not taken away. */
function bentBack(row: PrintRow, bend: (x: number) => number): PrintRow {
  const { left, right } = row;
  return { ...row, left: { ...left, y: left.y + bend(left.x) }, right: { ...right, y: right.y + bend(right.x) } };
}

/** Each line in two heights with its own ends, and once with those of the whole zone, in case its own were hidden. */
function cutOuts(rows: readonly PrintRow[]): readonly Quad<PagePoint>[] {
  const first = Math.min(...rows.map(({ left }) => left.x));
  const last = Math.max(...rows.map(({ right }) => right.x));
  return rows.flatMap((row) => {
    const pitch = PITCH_TO_CAP * row.heightPx;
    const own = HEIGHTS.map((height) => extend(row, OWN_ENDS * pitch, OWN_ENDS * pitch, height));
    const before = row.left.x - first + COMMON_ENDS * pitch;
    const after = last - row.right.x + COMMON_ENDS * pitch;
    return [...own, extend(row, before, after, COMMON_HEIGHT)];
  });
}
