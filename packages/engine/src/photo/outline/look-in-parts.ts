import type { RgbImage } from '../pixels.ts';
import { areSame, isDocument, type Outlined, SURE, SURELY_RIGHT, viewWorth } from './compare-outlines.ts';
import type { XY } from './convex-hull.ts';
import { cutAround } from './cut-around.ts';
import { farPlaces } from './far-places.ts';
import type { FoundOutlines } from './find-outlines.ts';
import type { FoundOutline } from './found-outline.ts';
import { lookWider, WORTH_A_SEARCH } from './look-wider.ts';
import type { OutlineMaps } from './outline-maps.ts';
import type { OutlineSight } from './outline-sight.ts';
import { worthOf } from './outline-worth.ts';
import { searchSides } from './search-sides.ts';
import { suspectedPlaces } from './suspected-places.ts';
import { AS_IT_IS, BOTH_WAYS, type Turns } from './turned-views.ts';
import { viewAround } from './view-around.ts';

/** Less is asked of what has an edge along every side. */
const CLEAR_AND_FAR = 0.7;
/** A part's side, of the picture's long edge, and how far the next begins, of the side: the network sees twice the detail in a half. */
const HALVES = { side: 0.5, step: 0.5 } as const;
/** Where neither halves nor the enlarged picture nor suspected places show a document, parts of other sizes may: one after the other (decision 27). */
const SMALLER_THEN_LARGER = [
  { side: 0.4, step: 0.75 },
  { side: 0.75, step: 0.5 },
] as const;
/** The most that the network gives a cell of plain tables and of many patterned ones; of the one far card known that it sees only turned around, seven times as much. */
const NOTHING = 0.01;
/** Places that the network suspects in the parts, of which so many are looked at more closely still. */
const MOST_SUSPECTED = 4;
/** The network's confidence in what is worth a judgement when halves showed nothing. */
const HALF_SEEN = 0.6;
/** Outlines in whose place the judge is sure of a document, of which so many of each size of part are searched, and looked at with more around them. */
const MOST_IN_PLACE = 1;
/** Places of the enlarged picture where the judge sees a document likeliest, of which so many are looked at. */
const MOST_FAR = 2;
/** A second look takes in the place alone: on a patterned table it shows two documents that the first shows askew. */
const ALONE = 1;
/** There a document is also what the judge sees four sides of, surely in its place, and rather believes in: so far away corners are a pixel off. What fills less than a fiftieth of the picture will need print. */
const FOUR_SIDES = { right: 0.4, place: 0.99, side: 0.8 } as const;

type IsWanted = (outline: Outlined) => boolean;

/** What is looked for in the parts of a picture. */
export type PartsOptions = {
  /** Of what the network sees at first, only this is looked at. */
  readonly isWanted?: IsWanted;
  /** Where neither halves nor the enlarged picture show a document, is it looked for at whatever is suspected and in more parts? */
  readonly isThorough?: boolean;
};

/**
 * Looks at overlapping parts of the picture, for a card so far away that the whole picture gives it a few cells. While the network sees one part
 * the next is cut out. Where that shows nothing that the judge believes in, at the whole picture enlarged, at the places that the parts make suspicious, and
 * at last at parts of other sizes.
 */
export async function lookInParts(
  sight: OutlineSight,
  { isWanted = () => true, isThorough = true }: PartsOptions = {},
): Promise<readonly FoundOutline[]> {
  const { image } = sight;
  const lookAt = (part: Part, turns: Turns, least: number) => {
    // The network's own confidence in a place stays, whatever outline is taken there.
    const isLikely = (outline: FoundOutline) => outline.confidence > least && isWanted(outline);
    return viewAround(sight, part, { surroundings: 1, isWanted: isLikely, turns });
  };
  const lookTwiceAt = async (part: Part) => {
    const once = await sight.mapsOf(cutAround(image, part, 1), AS_IT_IS);
    return lookAt(part, showsAnything(once) ? BOTH_WAYS : AS_IT_IS, CLEAR_AND_FAR);
  };
  const views = await Promise.all(partsOf(image, HALVES).map(lookTwiceAt));
  const found = bestOfEach(views, image, (outline) => isFarDocument(outline, image));
  if (found.some((one) => isBelieved(one, image))) return found;
  const far = await lookFar(sight, isWanted);
  if (far.length > 0 || !isThorough) return withOthers(far, found);
  const suspected = suspectedPlaces(views.map(({ maps }) => maps)).slice(0, MOST_SUSPECTED);
  const closely = (one: FoundOutline) => searchSides(image, one, sight.judge);
  const atPlaces = await lookAtPlaces(sight, suspected, closely, isWanted);
  if (atPlaces.length > 0) return withOthers(atPlaces, found);
  const tried: FoundOutline[] = [];
  for (const tiling of SMALLER_THEN_LARGER) {
    const parts = partsOf(image, tiling);
    const halfSeen = await Promise.all(parts.map((part) => lookAt(part, AS_IT_IS, HALF_SEEN)));
    const believed = await believedInPlace(sight, halfSeen, tried, isWanted);
    if (believed !== null) return withOthers([believed], found);
  }
  return found;
}

/** Looks at the whole picture enlarged, and closely at the likeliest places there: what is wanted of the first that shows a document that is believed in. */
async function lookFar(sight: OutlineSight, isWanted: IsWanted): Promise<readonly FoundOutline[]> {
  const places = (await farPlaces(await sight.enlarged(), sight.judge)).filter((quad) => isWanted({ quad }));
  const isFound = (one: FoundOutline) => (isBelieved(one, sight.image) || hasFourSides(one)) && isWanted(one);
  const closely = (one: FoundOutline) => searchSides(sight.image, one, sight.judge);
  for (const place of places.slice(0, MOST_FAR)) {
    const { outlines } = await viewAround(sight, place);
    const first = (await Promise.all(outlines.map((one) => searched(sight, one)))).filter(isFound);
    if (first.length > 0) return first;
    if (!outlines.some(({ verdict }) => (verdict?.place ?? 0) >= WORTH_A_SEARCH)) continue;
    const alone = await viewAround(sight, place, { surroundings: ALONE });
    const second = (await Promise.all(alone.outlines.map(closely))).filter(isFound);
    if (second.length > 0) return second;
  }
  return [];
}

function hasFourSides({ verdict }: FoundOutline): boolean {
  if (verdict === undefined) return false;
  const { right, place, sides } = verdict;
  return right >= FOUR_SIDES.right && place >= FOUR_SIDES.place && Math.min(...sides) >= FOUR_SIDES.side;
}

/** Of most parts of a table without a document the network is so sure that a look at them turned around shows no more. */
function showsAnything({ document }: OutlineMaps): boolean {
  return document.some((inside) => inside > NOTHING);
}

/** What is wanted and, after a search, believed in, of the outlines in whose place the judge is sure of a document; what was tried is not tried again. */
async function believedInPlace(
  sight: OutlineSight,
  views: readonly FoundOutlines[],
  tried: FoundOutline[],
  isWanted: IsWanted,
): Promise<FoundOutline | null> {
  const { image } = sight;
  const inPlace = bestOfEach(views, image, ({ verdict }) => (verdict?.place ?? 0) >= WORTH_A_SEARCH);
  const untried = inPlace.filter((one) => !tried.some((known) => areSame(known, one)));
  for (const one of untried.slice(0, MOST_IN_PLACE)) {
    tried.push(one);
    const best = await searched(sight, one);
    if (isBelieved(best, image) && isWanted(best)) return best;
  }
  return null;
}

/** What is wanted and, after such a search, believed in at the first place that shows it. */
async function lookAtPlaces(
  sight: OutlineSight,
  places: readonly (readonly XY[])[],
  search: (outline: FoundOutline) => Promise<FoundOutline>,
  isWanted: IsWanted,
): Promise<readonly FoundOutline[]> {
  for (const place of places) {
    const { outlines } = await viewAround(sight, place);
    const best = await Promise.all(outlines.map(search));
    const believed = best.filter((one) => isBelieved(one, sight.image) && isWanted(one));
    if (believed.length > 0) return believed;
  }
  return [];
}

/** With better sides, where there are any, or as a look with more around it shows it. */
async function searched(sight: OutlineSight, outline: FoundOutline): Promise<FoundOutline> {
  const better = await searchSides(sight.image, outline, sight.judge);
  return (await lookWider(sight, better)) ?? better;
}

/** In a part of the photo anything looks like something still sooner. */
function isFarDocument(outline: FoundOutline, image: RgbImage): boolean {
  if (isBelieved(outline, image)) return true;
  return outline.clear ? outline.confidence > CLEAR_AND_FAR : outline.confidence > SURE && isDocument(outline, image);
}

type Part = readonly [XY, XY];

/** A part of a step for which no further part is looked at. */
const HARDLY = 0.05;

type Tiling = { readonly side: number; readonly step: number };

/** Opposite corners of squares that cover the picture. */
function partsOf({ width, height }: RgbImage, tiling: Tiling): readonly Part[] {
  const side = Math.max(width, height) * tiling.side;
  const starts = (length: number) => startsOf(length - side, side * tiling.step);
  return starts(width).flatMap((x) =>
    starts(height).map(
      (y): Part => [
        { x, y },
        { x: Math.min(width, x + side), y: Math.min(height, y + side) },
      ],
    ),
  );
}

/** Evenly from 0 to `last`, hardly farther apart than `step`; 0 alone where there is hardly room: a photo of 4080×3072 is three pixels higher than 4:3. */
function startsOf(last: number, step: number): readonly number[] {
  const count = Math.ceil(last / step - HARDLY);
  if (count <= 0) return [0];
  return Array.from({ length: count + 1 }, (_, i) => (last * i) / count);
}

/** Of what was seen in several parts and is good for something, the best view. */
function bestOfEach(
  views: readonly FoundOutlines[],
  image: RgbImage,
  isGood: (outline: FoundOutline) => boolean,
): readonly FoundOutline[] {
  const seen = views.flatMap(({ outlines }) => outlines).filter(isGood);
  return withOthers(
    [],
    seen.toSorted((a, b) => viewWorth(b, image) - viewWorth(a, image)),
  );
}

/** The first, and of the others each document once. */
function withOthers(first: readonly FoundOutline[], others: readonly FoundOutline[]): readonly FoundOutline[] {
  const all = [...first];
  for (const outline of others) if (!all.some((known) => areSame(known, outline))) all.push(outline);
  return all;
}

function isBelieved(outline: FoundOutline, image: RgbImage): boolean {
  return worthOf(outline, image) >= SURELY_RIGHT;
}
