import type { RgbImage } from '../pixels.ts';
import { isTooSmall } from './compare-outlines.ts';
import type { XY } from './convex-hull.ts';
import { type Cutout, cutAround, moveMapsOut } from './cut-around.ts';
import { type FindOptions, type FoundOutlines, findOutlines } from './find-outlines.ts';
import type { FoundOutline } from './found-outline.ts';
import type { OutlineJudge } from './outline-judge.ts';
import type { OutlineSight } from './outline-sight.ts';
import { BOTH_WAYS, type Turns } from './turned-views.ts';

/** A closer look takes in this much of the table: the document's extent, that many times. */
const SURROUNDINGS = 1.45;

export type ViewOptions = Pick<FindOptions, 'isWanted'> & {
  /** The points' extent, that many times. */
  readonly surroundings?: number;
  readonly turns?: Turns;
};

/** What a cut-out around these points shows that is wanted and large enough for a document, in pixels of the whole picture. */
export async function viewAround(
  sight: OutlineSight,
  points: readonly XY[],
  { surroundings = SURROUNDINGS, isWanted = () => true, turns = BOTH_WAYS }: ViewOptions = {},
): Promise<FoundOutlines> {
  const { image, judge } = sight;
  const cutout = cutAround(image, points, surroundings);
  const { left, top, image: part } = cutout;
  const photoEnds = [
    left === 0,
    left + part.width === image.width,
    top === 0,
    top + part.height === image.height,
  ] as const;
  // The judge sees the whole picture, also what lies outside the cut-out.
  const judgeHere: OutlineJudge = (quads) => judge(quads.map(([a, b, c, d]) => [out(a), out(b), out(c), out(d)]));
  const out = (p: XY): XY => ({ x: p.x + left, y: p.y + top });
  const isWantedHere = (found: FoundOutline) => isWanted(moveOut(found, cutout, image));
  const { outlines, maps } = await findOutlines(part, await sight.mapsOf(cutout, turns), judgeHere, {
    photoEnds,
    isWanted: isWantedHere,
  });
  return {
    outlines: outlines
      .filter((found) => !endsAtTheCut(found, cutout, image))
      .map((found) => moveOut(found, cutout, image))
      .filter((found) => !isTooSmall(found, image)),
    maps: moveMapsOut(maps, cutout, image),
  };
}

/** Cut off by the cut-out, not by the photo. */
function endsAtTheCut({ quad, onFrame }: FoundOutline, { image: cut, left, top }: Cutout, image: RgbImage): boolean {
  return onFrame.some((framed, i) => {
    const a = quad[i];
    const b = quad[(i + 1) % quad.length];
    if (!framed || a === undefined || b === undefined) return false;
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const ends = [
      { distance: Math.abs(middle.x), isPhotoEnd: left === 0 },
      { distance: Math.abs(middle.y), isPhotoEnd: top === 0 },
      { distance: Math.abs(middle.x - cut.width), isPhotoEnd: left + cut.width === image.width },
      { distance: Math.abs(middle.y - cut.height), isPhotoEnd: top + cut.height === image.height },
    ].toSorted((one, other) => one.distance - other.distance);
    return ends[0]?.isPhotoEnd !== true;
  });
}

function moveOut(found: FoundOutline, { left, top }: Omit<Cutout, 'image'>, image: RgbImage): FoundOutline {
  const out = (p: XY): XY => ({ x: p.x + left, y: p.y + top });
  const [a, b, c, d] = found.quad;
  return { ...found, quad: [out(a), out(b), out(c), out(d)], maps: moveMapsOut(found.maps, { left, top }, image) };
}
