import type { GreyImage, PagePoint, Quad, RgbImage } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import { type Band, cutZone } from './cut-zone.ts';
import type { FoundZone } from './found-zone.ts';
import { lineCutOuts } from './line-cut-outs.ts';
import { readPlainly, readZone } from './read-zone.ts';
import { LONGER, straightZone } from './straight-zone.ts';
import { upsideDown } from './turned-quad.ts';
import { toPicture } from './zone-frame.ts';
import type { ZonePlace } from './zone-place.ts';

/** A zone that was found in a picture, and how its points lie there. */
export type PlacedZone = { readonly zone: FoundZone; readonly toPicture: (point: PagePoint) => PagePoint };

/** Looks for lines that the network missed, beside those that it found. */
const LOOKS = 1;

/** Reads the zone at a place, also the other way about in case the network takes its foot for its head; a `plain` one is spared further looks. */
export async function readPlace(
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
