import type { EnginePorts } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import {
  areSame,
  isDocument,
  type Outlined,
  REFUSED,
  SETTLED,
  SURE,
  SURELY_RIGHT,
  viewWorth,
} from './compare-outlines.ts';
import { areaOf } from './convex-hull.ts';
import { type FoundOutlines, findOutlines } from './find-outlines.ts';
import type { FoundOutline } from './found-outline.ts';
import { lookInParts } from './look-in-parts.ts';
import { lookWider } from './look-wider.ts';
import { lookWithin } from './look-within.ts';
import type { OutlineMaps } from './outline-maps.ts';
import { type OutlineSight, outlineSight } from './outline-sight.ts';
import { worthOf } from './outline-worth.ts';
import { searchSides } from './search-sides.ts';
import { suspectedPlaces } from './suspected-places.ts';
import { BOTH_WAYS } from './turned-views.ts';
import { viewAround } from './view-around.ts';
import { centreOf, isWithin, leavesPicture } from './whole-outline.ts';
import { withoutStreaks } from './without-streaks.ts';

/** A document that fills more of the picture than this is seen no better in a part of it. */
const SMALL_SHARE = 0.4;
/** Where the whole picture shows no document surely, places that the network gives a fifth of a chance are looked at closely. */
const MOST_SUSPECTED = 3;
/** A document that fills less of it is looked at closely, however clear it seems: there the corners are seen to a pixel. */
const FAR_SHARE = 0.02;
/** A corner farther outside the picture than this part of its long edge is surely outside. */
const OUT_SHARE = 0.012;

/** A corner this far inside the picture, as a part of its long edge, is seen. */
const CORNER_ROOM = 0.01;
/** What the best outline is worth that streaks of light did not spoil; and how much more one must be without them. */
const QUITE_SURE = 0.95;
const CLEANER = 0.04;
/** Close up an outline is finer, and taken even where it is worth this much less. */
const WORSE = 0.15;

/**
 * Finds documents in a picture of about a thousand pixels. Where the judge is not quite sure of any and streaks of light lie over the picture, it
 * is looked at without them as well, and what is found then counts if the judge believes more in it. Not in parts: a lamp lights the sleeve of a
 * document that is near.
 */
export async function findOutlinesClosely(
  image: RgbImage,
  infer: EnginePorts['infer'],
  sight: OutlineSight = outlineSight(image, infer),
): Promise<FoundOutlines> {
  const seen = await lookTwice(sight, { inParts: true });
  const best = bestWorth(seen, image);
  if (best >= QUITE_SURE) return seen;
  const cleaned = withoutStreaks(image);
  if (cleaned === null) return seen;
  const instead = await lookTwice(outlineSight(cleaned, infer), { inParts: false });
  return bestWorth(instead, image) >= Math.max(SURELY_RIGHT, best + CLEANER) ? instead : seen;
}

function bestWorth({ outlines }: FoundOutlines, image: RgbImage): number {
  return Math.max(0, ...outlines.map((one) => worthOf(one, image)));
}

/**
 * Looks twice: once at the whole picture, and at each document that lies small in it, and shows no edge along every side,
 * in a cut-out of its own, where the network sees several times the detail. Where no document is sure, also at the places
 * that are suspected; where none is seen at all, or none that lies whole in the picture, and `inParts` is set, at every part of the picture. What is still
 * doubted by the judge is searched for better sides, and looked at with more of the table; what leaves the picture, with less.
 */
async function lookTwice(sight: OutlineSight, { inParts }: { readonly inParts: boolean }): Promise<FoundOutlines> {
  const { image, judge } = sight;
  const seen = await findOutlines(image, await sight.mapsOf({ image, left: 0, top: 0 }, BOTH_WAYS), judge);
  const isSure = seen.outlines.some(
    ({ clear, confidence, verdict }) => clear && (confidence > SURE || (verdict?.right ?? 0) > SURE),
  );
  const suspected = isSure ? [] : await lookWhereSuspected(sight, seen.maps);
  const outlines: FoundOutline[] = [];
  for (const outline of [...suspected, ...seen.outlines]) {
    const isFar = areaOf(outline.quad) < FAR_SHARE * image.width * image.height;
    const isSettled = outline.clear && worthOf(outline, image) >= SETTLED && !isFar;
    const best = (isSettled ? null : await lookCloser(sight, outline)) ?? outline;
    if (!outlines.some((known) => areSame(known, best))) outlines.push(best);
  }
  const elsewhere = inParts ? await lookElsewhere(sight, outlines) : [];
  const isReplaced = (one: FoundOutline) => !judgeBelieves(one) && elsewhere.some((other) => areSame(other, one));
  const all = [...elsewhere, ...outlines.filter((one) => !isReplaced(one))];
  // What the judge takes for a table's pattern counts only where there is nothing else.
  const believed = all.filter((one) => !isRefused(one));
  const settled: FoundOutline[] = [];
  for (const outline of believed.length > 0 ? believed : all) {
    const searched = await searchSides(image, outline, judge);
    const wider = (await lookWider(sight, searched)) ?? searched;
    const best = asSeen((await lookWithin(sight, wider)) ?? wider, image);
    if (!settled.some((known) => areSame(known, best))) settled.push(best);
  }
  return { ...seen, outlines: settled };
}

/**
 * What the picture's parts show, where nothing was found, or nothing but what the judge refuses and what leaves the picture: whoever
 * photographs a document has all of it in the picture, and what is cut off may lie beside it by chance. It takes the place of what nobody believes in.
 */
async function lookElsewhere(sight: OutlineSight, found: readonly FoundOutline[]): Promise<readonly FoundOutline[]> {
  const { image } = sight;
  if (found.some((one) => !isRefused(one) && !leavesPicture(one, image))) return [];
  // On a document that the judge believes in, whether the picture cuts it or not, lies no other.
  const believed = found.filter(judgeBelieves);
  const isElsewhere = ({ quad }: Outlined) => !believed.some((known) => isWithin(known.quad, centreOf(quad)));
  const inParts = await lookInParts(sight, { isWanted: isElsewhere, isThorough: believed.length === 0 });
  if (found.length === 0) return inParts;
  return inParts.filter((one) => worthOf(one, image) >= SURELY_RIGHT && !believed.some((known) => areSame(known, one)));
}

/** Where the judge believes in an outline whose corners are all seen, the frame does not cut it off, whatever touches the frame's end. */
function asSeen(outline: FoundOutline, { width, height }: RgbImage): FoundOutline {
  const { quad, verdict } = outline;
  if ((verdict?.right ?? 0) < SURELY_RIGHT) return outline;
  const room = CORNER_ROOM * Math.max(width, height);
  const isSeen = quad.every(({ x, y }) => x > room && y > room && x < width - room && y < height - room);
  return { ...outline, clear: true, onFrame: isSeen ? [false, false, false, false] : outline.onFrame };
}

/** The judge believes in it, whether the picture cuts it or not. */
function judgeBelieves({ verdict }: FoundOutline): boolean {
  return (verdict?.right ?? 0) >= SURELY_RIGHT;
}

/** The judge sees no document there, neither whole nor a part of one. */
function isRefused({ verdict }: FoundOutline): boolean {
  return verdict !== undefined && Math.max(verdict.right, verdict.place) < REFUSED;
}

/** The same document as seen in a cut-out around it; null where that shows nothing better. */
async function lookCloser(sight: OutlineSight, outline: FoundOutline): Promise<FoundOutline | null> {
  const { image } = sight;
  if (areaOf(outline.quad) > SMALL_SHARE * image.width * image.height) return null;
  const { outlines } = await viewAround(sight, outline.quad);
  const candidates = outlines.filter(
    (found) => areSame(outline, found) && (!reachesOut(outline, image) || reachesOut(found, image)),
  );
  const [best] = candidates.toSorted((a, b) => viewWorth(b, image) - viewWorth(a, image));
  return best !== undefined && worthOf(best, image) >= worthOf(outline, image) - WORSE ? best : null;
}

/** Close up, what is left of a corner that the photo cuts off looks like a corner. */
function reachesOut({ quad }: FoundOutline, { width, height }: RgbImage): boolean {
  const slack = OUT_SHARE * Math.max(width, height);
  return quad.some(({ x, y }) => x < -slack || y < -slack || x > width + slack || y > height + slack);
}

async function lookWhereSuspected(sight: OutlineSight, maps: OutlineMaps): Promise<readonly FoundOutline[]> {
  for (const place of suspectedPlaces([maps]).slice(0, MOST_SUSPECTED)) {
    const { outlines } = await viewAround(sight, place);
    const documents = outlines.filter((found) => isDocument(found, sight.image));
    if (documents.length > 0) return documents;
  }
  return [];
}
