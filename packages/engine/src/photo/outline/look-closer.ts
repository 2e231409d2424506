import type { EnginePorts } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import { areaOf, type XY } from './convex-hull.ts';
import { type FoundOutlines, findOutlines } from './find-outlines.ts';
import type { FoundOutline } from './found-outline.ts';
import { labelDocuments } from './label-documents.ts';
import { type OutlineJudge, outlineJudge } from './outline-judge.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';
import { worthOf } from './outline-worth.ts';
import { searchSides } from './search-sides.ts';
import { offKnownFormat } from './true-aspect.ts';
import { centreOf, isWithin, leavesPicture } from './whole-outline.ts';

/** A document that fills more of the picture than this is seen no better in a part of it. */
const SMALL_SHARE = 0.4;
/** The second look takes in this much of the table: the document's extent, that many times. */
const SURROUNDINGS = 1.45;
/** A closer look finds the same document when their centres lie within this part of its breadth. */
const SAME_PLACE = 0.35;
/** Where the whole picture shows no document surely, places that the network gives a fifth of a chance are looked at closely. */
const SUSPICION_GAIN = 2.5;
const MOST_SUSPECTED = 3;
/** Confidence of a document that leaves no question whether there is another, better one. */
const SURE = 0.8;
/** Less is asked of what has an edge along every side. */
const CLEAR_AND_FAR = 0.7;
/** Proportions this near to those of a known document, as a part of them. */
const FORMAT_TOLERANCE = 0.1;
/** Of the picture's long edge: the network sees twice the detail in a part. */
const PART = 0.5;
/** A corner farther outside the picture than this part of its long edge is surely outside. */
const OUT_SHARE = 0.012;

/** The judge gives less than this to an outline, and to its place, that it takes for a table's pattern; this to one in doubt, and this to one that it believes. */
const REFUSED = 0.15;
const DOUBTED = 0.5;
const SURELY_RIGHT = 0.7;
/** What an outline is worth that needs no closer look. */
const SETTLED = 0.85;
/** A wider look takes in this much of the table: the outline's extent, that many times. */
const WIDER = 2.6;
/** A corner this far inside the picture, as a part of its long edge, is seen. */
const CORNER_ROOM = 0.01;
/** Close up an outline is finer, and taken even where it is worth this much less. */
const WORSE = 0.15;
/** What the judge says counts for more than confidence and clear edges together. */
const JUDGE_WORTH = 4;

type Cutout = { readonly image: RgbImage; readonly left: number; readonly top: number };

/**
 * Looks twice: once at the whole picture, and at each document that lies small in it, and shows no edge along every side,
 * in a cut-out of its own, where the network sees several times the detail. Where no document is sure, also at the places
 * that are suspected; where none is seen at all, or none that lies whole in the picture, at every part of the picture. What is still
 * doubted by the judge is searched for better sides, and looked at with more of the table.
 */
export async function findOutlinesClosely(image: RgbImage, infer: EnginePorts['infer']): Promise<FoundOutlines> {
  const judge = outlineJudge(image, infer);
  const seen = await findOutlines(image, infer, judge);
  const isSure = seen.outlines.some(
    ({ clear, confidence, verdict }) => clear && (confidence > SURE || (verdict?.right ?? 0) > SURE),
  );
  const outlines: FoundOutline[] = isSure ? [] : [...(await lookWhereSuspected(image, seen.maps, infer, judge))];
  for (const outline of seen.outlines) {
    const isSettled = outline.clear && worthOf(outline, image) >= SETTLED;
    const best = (isSettled ? null : await lookCloser(image, outline, infer, judge)) ?? outline;
    if (!outlines.some((known) => areSame(known, best))) outlines.push(best);
  }
  outlines.push(...(await lookElsewhere(image, outlines, infer, judge)));
  // What the judge takes for a table's pattern counts only where there is nothing else.
  const believed = outlines.filter((one) => !isRefused(one));
  const settled: FoundOutline[] = [];
  for (const outline of believed.length > 0 ? believed : outlines) {
    const searched = await searchSides(image, outline, judge);
    const best = asSeen((await lookWider(image, searched, infer, judge)) ?? searched, image);
    if (!settled.some((known) => areSame(known, best))) settled.push(best);
  }
  return { ...seen, outlines: settled };
}

/**
 * What the picture's parts show, where nothing was found, or nothing but what the judge refuses and what leaves the picture: whoever
 * photographs a document has all of it in the picture, and what is cut off may lie beside it by chance.
 */
async function lookElsewhere(
  image: RgbImage,
  found: readonly FoundOutline[],
  infer: EnginePorts['infer'],
  judge: OutlineJudge,
): Promise<readonly FoundOutline[]> {
  if (found.some((one) => !isRefused(one) && !leavesPicture(one, image))) return [];
  // On a document that the judge believes in, whether the picture cuts it or not, lies no other.
  const believed = found.filter(({ verdict }) => (verdict?.right ?? 0) >= SURELY_RIGHT);
  const isElsewhere = ({ quad }: FoundOutline) => !believed.some((known) => isWithin(known.quad, centreOf(quad)));
  const inParts = await lookInParts(image, infer, judge, isElsewhere);
  if (found.length === 0) return inParts;
  return inParts.filter((one) => worthOf(one, image) >= SURELY_RIGHT && !found.some((known) => areSame(known, one)));
}

/** Where the judge sees a part of a document, what is around it may show the whole; null where it does not. */
async function lookWider(
  image: RgbImage,
  outline: FoundOutline,
  infer: EnginePorts['infer'],
  judge: OutlineJudge,
): Promise<FoundOutline | null> {
  const { verdict, quad } = outline;
  if (verdict === undefined || verdict.right >= DOUBTED || verdict.place < DOUBTED) return null;
  const around = await outlinesAround(image, quad, infer, judge, WIDER);
  const [best] = around
    .filter((one) => isWithin(one.quad, centreOf(quad)) && worthOf(one, image) >= SURELY_RIGHT)
    .toSorted((a, b) => worthOf(b, image) - worthOf(a, image));
  return best ?? null;
}

/** Where the judge believes in an outline whose corners are all seen, the frame does not cut it off, whatever touches the frame's end. */
function asSeen(outline: FoundOutline, { width, height }: RgbImage): FoundOutline {
  const { quad, verdict } = outline;
  if ((verdict?.right ?? 0) < SURELY_RIGHT) return outline;
  const room = CORNER_ROOM * Math.max(width, height);
  const isSeen = quad.every(({ x, y }) => x > room && y > room && x < width - room && y < height - room);
  return { ...outline, clear: true, onFrame: isSeen ? [false, false, false, false] : outline.onFrame };
}

/** The judge sees no document there, neither whole nor a part of one. */
function isRefused({ verdict }: FoundOutline): boolean {
  return verdict !== undefined && Math.max(verdict.right, verdict.place) < REFUSED;
}

/** The same document as seen in a cut-out around it; null where that shows nothing better. */
async function lookCloser(
  image: RgbImage,
  outline: FoundOutline,
  infer: EnginePorts['infer'],
  judge: OutlineJudge,
): Promise<FoundOutline | null> {
  if (areaOf(outline.quad) > SMALL_SHARE * image.width * image.height) return null;
  const candidates = (await outlinesAround(image, outline.quad, infer, judge)).filter(
    (found) => areSame(outline, found) && (!reachesOut(outline, image) || reachesOut(found, image)),
  );
  const [best] = candidates.toSorted((a, b) => worth(b, image) - worth(a, image));
  return best !== undefined && worthOf(best, image) >= worthOf(outline, image) - WORSE ? best : null;
}

/** Close up, what is left of a corner that the photo cuts off looks like a corner. */
function reachesOut({ quad }: FoundOutline, { width, height }: RgbImage): boolean {
  const slack = OUT_SHARE * Math.max(width, height);
  return quad.some(({ x, y }) => x < -slack || y < -slack || x > width + slack || y > height + slack);
}

function areSame(one: FoundOutline, other: FoundOutline): boolean {
  const [a, b] = [centreOf(one.quad), centreOf(other.quad)];
  return Math.hypot(a.x - b.x, a.y - b.y) < SAME_PLACE * Math.sqrt(areaOf(one.quad));
}

async function lookWhereSuspected(
  image: RgbImage,
  maps: OutlineMaps,
  infer: EnginePorts['infer'],
  judge: OutlineJudge,
): Promise<readonly FoundOutline[]> {
  // Of a document that is far away, or of the table's own colour, the border is seen first.
  const chance = (cell: number) => Math.max(maps.document[cell] ?? 0, maps.border[cell] ?? 0);
  const suspected = { ...maps, document: maps.document.map((_, cell) => Math.min(1, chance(cell) * SUSPICION_GAIN)) };
  const { labels, documents } = labelDocuments(suspected);
  for (const { label } of documents.slice(0, MOST_SUSPECTED)) {
    const outlines = (await outlinesAround(image, placeOf(labels, label, maps), infer, judge)).filter((found) =>
      isDocument(found, image),
    );
    if (outlines.length > 0) return outlines;
  }
  return [];
}

/**
 * Looks at overlapping parts of the picture, for a card so far away that the whole picture gives it a few cells; only at what is wanted
 * as the network first sees it. While it sees one part the next is cut out.
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
  const views = parts.map((part) => outlinesAround(image, part, infer, judge, 1, mayBeFar));
  const seen = (await Promise.all(views)).flat().filter((outline) => isFarDocument(outline, image));
  const found: FoundOutline[] = [];
  // Of the same document, seen in several parts, the best view.
  for (const outline of seen.toSorted((a, b) => worth(b, image) - worth(a, image)))
    if (!found.some((known) => areSame(known, outline))) found.push(outline);
  return found;
}

function worth(outline: FoundOutline, image: RgbImage): number {
  return worthOf(outline, image) * JUDGE_WORTH + outline.confidence + Number(outline.clear);
}

/** In a part of the photo anything looks like something still sooner. */
function isFarDocument(outline: FoundOutline, image: RgbImage): boolean {
  return outline.clear ? outline.confidence > CLEAR_AND_FAR : outline.confidence > SURE && isDocument(outline, image);
}

/** Where parts of this length begin along a length, each overlapping the last by half or more. */
function steps(length: number, part: number): readonly number[] {
  const room = Math.max(0, length - part);
  const count = Math.ceil(room / (part / 2));
  return Array.from({ length: count + 1 }, (_, i) => (count === 0 ? 0 : (room * i) / count));
}

/** Close up, anything looks like something: only what has an edge along every side counts, or is surely a document by its shape. */
function isDocument({ clear, confidence, onFrame, quad }: FoundOutline, { width, height }: RgbImage): boolean {
  if (clear) return true;
  return (
    confidence > SURE && (onFrame.some((framed) => framed) || offKnownFormat(quad, width, height) < FORMAT_TOLERANCE)
  );
}

/** Opposite corners of the cells with this label, in pixels. */
function placeOf(labels: Int16Array, label: number, { left, top, cellsPerPixel }: OutlineMaps): readonly XY[] {
  const cells = [...labels.keys()].filter((cell) => labels[cell] === label);
  const [x0, x1] = extent(cells.map((cell) => cell % MAP_SIDE));
  const [y0, y1] = extent(cells.map((cell) => Math.floor(cell / MAP_SIDE)));
  return [
    { x: (x0 - left) / cellsPerPixel, y: (y0 - top) / cellsPerPixel },
    { x: (x1 + 1 - left) / cellsPerPixel, y: (y1 + 1 - top) / cellsPerPixel },
  ];
}

/** What a cut-out around these points shows, and is wanted, in pixels of the whole picture. */
async function outlinesAround(
  image: RgbImage,
  points: readonly XY[],
  infer: EnginePorts['infer'],
  judge: OutlineJudge,
  surroundings = SURROUNDINGS,
  isWanted: (outline: FoundOutline) => boolean = () => true,
): Promise<readonly FoundOutline[]> {
  const cutout = cutAround(image, points, surroundings);
  const { left, top, image: part } = cutout;
  const ends = [left === 0, left + part.width === image.width, top === 0, top + part.height === image.height] as const;
  // The judge sees the whole picture, also what lies outside the cut-out.
  const judgeHere: OutlineJudge = (quads) => judge(quads.map(([a, b, c, d]) => [out(a), out(b), out(c), out(d)]));
  const out = (p: XY): XY => ({ x: p.x + left, y: p.y + top });
  const isWantedHere = (found: FoundOutline) => isWanted(moveOut(found, cutout, image));
  const { outlines } = await findOutlines(part, infer, judgeHere, ends, isWantedHere);
  return outlines.filter((found) => !endsAtTheCut(found, cutout, image)).map((found) => moveOut(found, cutout, image));
}

function cutAround(image: RgbImage, points: readonly XY[], surroundings: number): Cutout {
  const [left, right] = extent(points.map(({ x }) => x));
  const [top, bottom] = extent(points.map(({ y }) => y));
  const half = (Math.max(right - left, bottom - top) * surroundings) / 2;
  const x0 = clamp(Math.floor((left + right) / 2 - half), image.width - 1);
  const y0 = clamp(Math.floor((top + bottom) / 2 - half), image.height - 1);
  const x1 = clamp(Math.ceil((left + right) / 2 + half), image.width);
  const y1 = clamp(Math.ceil((top + bottom) / 2 + half), image.height);
  const width = Math.max(1, x1 - x0);
  const height = Math.max(1, y1 - y0);
  const data = new Uint8Array(width * height * CHANNELS);
  for (let y = 0; y < height; y++) {
    const from = ((y0 + y) * image.width + x0) * CHANNELS;
    data.set(image.data.subarray(from, from + width * CHANNELS), y * width * CHANNELS);
  }
  return { image: { width, height, data }, left: x0, top: y0 };
}
const CHANNELS = 3;

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

function moveOut(found: FoundOutline, { left, top }: Cutout, image: RgbImage): FoundOutline {
  const out = (p: XY): XY => ({ x: p.x + left, y: p.y + top });
  const [a, b, c, d] = found.quad;
  const { maps } = found;
  const moved: OutlineMaps = {
    ...maps,
    left: maps.left - left * maps.cellsPerPixel,
    top: maps.top - top * maps.cellsPerPixel,
    width: image.width * maps.cellsPerPixel,
    height: image.height * maps.cellsPerPixel,
  };
  return { ...found, quad: [out(a), out(b), out(c), out(d)], maps: moved };
}

function extent(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
