import type { EnginePorts } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import { areSame, isDocument, SURE, SURELY_RIGHT, viewWorth } from './compare-outlines.ts';
import type { FoundOutline } from './found-outline.ts';
import { type OutlineJudge, outlineJudge } from './outline-judge.ts';
import type { OutlineMaps } from './outline-maps.ts';
import { worthOf } from './outline-worth.ts';
import { searchSides } from './search-sides.ts';
import { suspectedPlaces } from './suspected-places.ts';
import { viewAround } from './view-around.ts';

/** Less is asked of what has an edge along every side. */
const CLEAR_AND_FAR = 0.7;
/** Of the picture's long edge: the network sees twice the detail in a part. */
const PART = 0.5;
/** Places that the network suspects in the parts, of which so many are looked at more closely still. */
const MOST_SUSPECTED = 4;

/**
 * Looks at overlapping parts of the picture, for a card so far away that the whole picture gives it a few cells; only at what is wanted
 * as the network first sees it. While it sees one part the next is cut out. Where that shows nothing, at the places that
 * the parts make suspicious.
 */
export async function lookInParts(
  image: RgbImage,
  infer: EnginePorts['infer'],
  judge: OutlineJudge = outlineJudge(image, infer),
  isWanted: (outline: FoundOutline) => boolean = () => true,
): Promise<readonly FoundOutline[]> {
  const side = Math.max(image.width, image.height) * PART;
  const parts = steps(image.width, side).flatMap((x) =>
    steps(image.height, side).map((y) => [
      { x, y },
      { x: Math.min(image.width, x + side), y: Math.min(image.height, y + side) },
    ]),
  );
  // The network's own confidence in a place stays, whatever outline is taken there.
  const mayBeFar = (outline: FoundOutline) => outline.confidence > CLEAR_AND_FAR && isWanted(outline);
  const views = await Promise.all(parts.map((part) => viewAround(image, part, infer, judge, 1, mayBeFar)));
  const seen = views.flatMap(({ outlines }) => outlines).filter((outline) => isFarDocument(outline, image));
  const found: FoundOutline[] = [];
  // Of the same document, seen in several parts, the best view.
  for (const outline of seen.toSorted((a, b) => viewWorth(b, image) - viewWorth(a, image)))
    if (!found.some((known) => areSame(known, outline))) found.push(outline);
  if (found.length > 0) return found;
  const maps = views.map((view) => view.maps);
  return (await lookWhereSuspected(image, maps, infer, judge)).filter(isWanted);
}

/** What the judge believes in at the first place that shows it. */
async function lookWhereSuspected(
  image: RgbImage,
  maps: readonly OutlineMaps[],
  infer: EnginePorts['infer'],
  judge: OutlineJudge,
): Promise<readonly FoundOutline[]> {
  for (const place of suspectedPlaces(maps).slice(0, MOST_SUSPECTED)) {
    const { outlines } = await viewAround(image, place, infer, judge);
    const searched = await Promise.all(outlines.map((one) => searchSides(image, one, judge)));
    const believed = searched.filter((one) => worthOf(one, image) >= SURELY_RIGHT);
    if (believed.length > 0) return believed;
  }
  return [];
}

/** In a part of the photo anything looks like something still sooner. */
function isFarDocument(outline: FoundOutline, image: RgbImage): boolean {
  if (worthOf(outline, image) >= SURELY_RIGHT) return true;
  return outline.clear ? outline.confidence > CLEAR_AND_FAR : outline.confidence > SURE && isDocument(outline, image);
}

/** Where parts of this length begin along a length, each overlapping the last by half or more. */
function steps(length: number, part: number): readonly number[] {
  const room = Math.max(0, length - part);
  const count = Math.ceil(room / (part / 2));
  return Array.from({ length: count + 1 }, (_, i) => (count === 0 ? 0 : (room * i) / count));
}
