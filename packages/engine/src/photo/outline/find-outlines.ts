import type { RgbImage } from '../pixels.ts';
import { chooseSides, rankSides } from './choose-sides.ts';
import { SETTLED } from './compare-outlines.ts';
import { areaOf, type XY } from './convex-hull.ts';
import { cutByFrame, type PhotoEnds } from './cut-by-frame.ts';
import type { FittedQuad, Side } from './fit-quad.ts';
import { followEdges } from './follow-edges.ts';
import type { FoundOutline } from './found-outline.ts';
import { labelDocuments } from './label-documents.ts';
import { leavesUnseen } from './leaves-unseen.ts';
import type { OutlineJudge, OutlineVerdict } from './outline-judge.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';
import { worthOf } from './outline-worth.ts';
import { refineSides } from './refine-sides.ts';
import { type SettledQuad, settleQuad, shareHeld } from './settle-quad.ts';
import { type Cornered, snapToFrame } from './snap-to-frame.ts';
import { startQuads } from './start-quads.ts';
import { stricterMaps } from './stricter-maps.ts';
import { centreOf, isInDoubt, isWithin, wholeInstead } from './whole-outline.ts';

export type FoundOutlines = { readonly outlines: readonly FoundOutline[]; readonly maps: OutlineMaps };

/** Edges are searched this many map cells to either side of the mask's. */
const REACH_CELLS = 0.8;
/** Where the table looks like the document the mask may be wrong by this part of the document's breadth, and by so many cells. */
const CHOICE_SHARE = 0.2;
const CHOICE_CELLS = { least: 4, most: 11 } as const;
/** Documents in one photo; more are not looked at. */
const MOST_DOCUMENTS = 4;
/** An outline covers its own cells, give or take a finger or a bent page. */
const LEAST_FILLED = 0.6;
/** No corner lies farther outside the photo than this part of its long edge. */
const FARTHEST_OUTSIDE = 0.5;
/** A side that found no edge and lies this near the photo's end (cells) is taken to be the photo's end: scans keep their last line. */
const SNAP_CELLS = 3.3;
/** Other outlines of the same document that are kept to be judged. */
const MOST_RIVALS = 8;

/** An outline in doubt is looked for again where the network is less easily convinced, by natural logarithms of odds. */
const STRICTER = [2, 3] as const;

/** What the judge must give an outline for its edges to be clear, and to stay so. */
const RIGHT = 0.7;
const DOUBTFUL = 0.1;
/** Another outline is worth this much more, or the likelier one by all rules stays. */
const CLEARLY = 0.1;

const WHOLE_PHOTO: PhotoEnds = [true, true, true, true];

/** What part of the photo the picture is, and what of it is wanted; the whole photo and everything where nothing is said. */
export type FindOptions = {
  /** Which ends of the picture are the photo's. */
  readonly photoEnds?: PhotoEnds;
  readonly isWanted?: (outline: FoundOutline) => boolean;
};

/**
 * Finds documents in what the outline network sees of a picture of about a thousand pixels, or of a part of it that ends where the photo
 * does or not. What is not wanted as the maps show it is left out, and nothing is looked for in its place.
 */
export async function findOutlines(
  image: RgbImage,
  maps: OutlineMaps,
  judge: OutlineJudge,
  { photoEnds = WHOLE_PHOTO, isWanted = () => true }: FindOptions = {},
): Promise<FoundOutlines> {
  const outlines: FoundOutline[] = [];
  const stricter = onlyOnce(() =>
    STRICTER.flatMap((logOdds) => outlinesIn(image, stricterMaps(maps, logOdds), photoEnds)),
  );
  for (const outline of outlinesIn(image, maps, photoEnds).filter(isWanted))
    outlines.push(await likeliestInPlace(image, outline, stricter, judge));
  return { outlines, maps };
}

/** Of an outline, its rivals and those that stricter maps give in its place the likeliest; no more are looked for once one is settled. */
async function likeliestInPlace(
  image: RgbImage,
  outline: FoundOutline,
  stricter: () => readonly FoundOutline[],
  judge: OutlineJudge,
): Promise<FoundOutline> {
  const [own = outline] = await judged([outline], judge);
  if (worthOf(own, image) >= SETTLED) return own;
  const first = await likeliest(own, rivalsOf(outline), image, judge);
  if (worthOf(first, image) >= SETTLED) return first;
  const { maps, confidence } = outline;
  const inPlace = stricter()
    .flatMap((one) => [one, ...rivalsOf(one)])
    .filter(({ quad }) => isWithin(outline.quad, centreOf(quad)))
    .map((one) => ({ ...one, maps, confidence }));
  const whole = isInDoubt(outline, image) ? wholeInstead(outline, stricter(), image) : null;
  const best = await likeliest(first, inPlace, image, judge);
  return likeliest(best, whole === null ? [] : [whole], image, judge);
}

function onlyOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Made for each only once. */
function onceEach<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function rivalsOf({ rivals }: FoundOutline): readonly FoundOutline[] {
  return rivals?.() ?? [];
}

/** With what the judge says of each. A clear one that the judge does not believe in at all is clear no more. */
async function judged(outlines: readonly FoundOutline[], judge: OutlineJudge): Promise<readonly FoundOutline[]> {
  const verdicts = await judge(outlines.map(({ quad }) => quad));
  return outlines.map((outline, i): FoundOutline => {
    const verdict = verdicts[i];
    if (verdict === undefined) return outline;
    return { ...outline, verdict, clear: verdict.right >= RIGHT || (outline.clear && verdict.right >= DOUBTFUL) };
  });
}

/** The first, unless another is clearly likelier to be right; what could not be, whatever the judge said, is not judged. */
async function likeliest(
  first: FoundOutline,
  others: readonly FoundOutline[],
  image: RgbImage,
  judge: OutlineJudge,
): Promise<FoundOutline> {
  const least = worthOf(first, image) + CLEARLY;
  const able = others.filter((one) => worthOf({ ...one, verdict: BELIEVED }, image) > least);
  const [best] = (await judged(able, judge)).toSorted((a, b) => worthOf(b, image) - worthOf(a, image));
  return best !== undefined && worthOf(best, image) > least ? best : first;
}
const BELIEVED: OutlineVerdict = { right: 1, place: 1, sides: [1, 1, 1, 1] };

function outlinesIn(image: RgbImage, maps: OutlineMaps, photoEnds: PhotoEnds): readonly FoundOutline[] {
  const { labels, documents } = labelDocuments(maps);
  const outlines: FoundOutline[] = [];
  for (const document of documents.slice(0, MOST_DOCUMENTS)) {
    const fitted = bestQuad(maps, labels, document.label);
    if (fitted === null || !plausible(fitted, document.cells, maps)) continue;
    const heldInCells = shareHeld(maps, labels, document.label);
    const breadth = CHOICE_SHARE * Math.sqrt(areaOf(fitted.corners));
    const reach = Math.min(CHOICE_CELLS.most, Math.max(CHOICE_CELLS.least, breadth));
    const holds = ([a, b, c, d]: FittedQuad['corners']) =>
      heldInCells([toCells(a, maps), toCells(b, maps), toCells(c, maps), toCells(d, maps)]);
    const pixels = reach / maps.cellsPerPixel;
    const mapped = toPixels(fitted, maps);
    const ranked = rankSides(image, mapped, pixels, holds, MOST_RIVALS);
    const first = ranked[0] ?? { ...mapped, clear: false };
    // What moved once may still be on its way.
    const chosen = first.clear ? first : chooseSides(image, first, pixels, holds);
    const close = REACH_CELLS / maps.cellsPerPixel;
    const inCells = (quad: FittedQuad) => quad.corners.map((p) => toCells(p, maps));
    const direction = meanDirection(maps, labels, document.label);
    // The likeliest is a rival as well, and all that are astray begin at the same lines.
    const settledFrom = onceEach((start: FittedQuad): Cornered => {
      const near = refineSides(image, start, close);
      const followed = followEdges(image, near);
      const refined = followed === near ? near : refineSides(image, followed, close);
      const snapped = snapToFrame(refined, image, SNAP_CELLS / maps.cellsPerPixel);
      const settled = snapped.corners.map((p) => toCells(p, maps));
      const onFrame = cutByFrame(settled, snapped.onFrame, maps, labels, document.label, photoEnds);
      return { ...snapped, onFrame };
    });
    const settle = (quad: FittedQuad, clear: boolean): FoundOutline => {
      const isAstray = leavesUnseen(inCells(quad), maps, labels, document.label, photoEnds);
      const certainty = { confidence: document.confidence, clear: clear && !isAstray, maps };
      return turnToDirection(settledFrom(isAstray ? mapped : quad), direction, certainty);
    };
    const rivals = () => [...ranked.map((one) => settle(one, one.clear)), settle(mapped, false)];
    outlines.push({ ...settle(chosen, chosen.clear), rivals });
  }
  return outlines;
}

/** Settled from several starts, the one that holds the most document. */
function bestQuad(maps: OutlineMaps, labels: Int16Array, label: number): FittedQuad | null {
  let best: SettledQuad | null = null;
  for (const start of startQuads(maps, labels, label)) {
    const settled = settleQuad(maps, labels, label, start);
    if (settled !== null && (best === null || settled.score > best.score)) best = settled;
  }
  return best?.quad ?? null;
}

function plausible(quad: FittedQuad, cells: number, maps: OutlineMaps): boolean {
  const reach = FARTHEST_OUTSIDE * Math.max(maps.width, maps.height);
  const within = quad.corners.every(
    (p) =>
      p.x > maps.left - reach &&
      p.y > maps.top - reach &&
      p.x < maps.left + maps.width + reach &&
      p.y < maps.top + maps.height + reach,
  );
  return within && cells >= LEAST_FILLED * Math.min(areaOf(quad.corners), maps.width * maps.height);
}

function toCells(p: XY, maps: OutlineMaps): XY {
  return { x: p.x * maps.cellsPerPixel + maps.left, y: p.y * maps.cellsPerPixel + maps.top };
}

function toPixels(quad: FittedQuad, maps: OutlineMaps): FittedQuad {
  const k = 1 / maps.cellsPerPixel;
  const point = (p: XY) => ({ x: (p.x - maps.left) * k, y: (p.y - maps.top) * k });
  const side = ({ line, onFrame }: Side): Side => ({
    line: { nx: line.nx, ny: line.ny, c: (line.c - line.nx * maps.left - line.ny * maps.top) * k },
    onFrame,
  });
  const [s0, s1, s2, s3] = quad.sides;
  const [a, b, c, d] = quad.corners;
  return { sides: [side(s0), side(s1), side(s2), side(s3)], corners: [point(a), point(b), point(c), point(d)] };
}

function meanDirection(
  maps: OutlineMaps,
  labels: Int16Array,
  label: number,
): { readonly x: number; readonly y: number } {
  let x = 0;
  let y = 0;
  let count = 0;
  for (let i = 0; i < MAP_SIDE * MAP_SIDE; i++) {
    if (labels[i] !== label) continue;
    const c = maps.cos[i] ?? 0;
    const s = maps.sin[i] ?? 0;
    const length = Math.hypot(c, s) + Number.EPSILON;
    x += c / length;
    y += s / length;
    count++;
  }
  return { x: x / Math.max(1, count), y: y / Math.max(1, count) };
}

type Certainty = Pick<FoundOutline, 'confidence' | 'clear' | 'maps'>;

/** Numbers the corners so that the first side runs along the reading direction. */
function turnToDirection({ corners, onFrame }: Cornered, direction: XY, certainty: Certainty): FoundOutline {
  let first = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < 4; i++) {
    const a = corners[i] ?? ORIGIN;
    const b = corners[(i + 1) % 4] ?? ORIGIN;
    const c = corners[(i + 2) % 4] ?? ORIGIN;
    const d = corners[(i + 3) % 4] ?? ORIGIN;
    const along = { x: b.x - a.x + c.x - d.x, y: b.y - a.y + c.y - d.y };
    const cosine = (along.x * direction.x + along.y * direction.y) / Math.hypot(along.x, along.y);
    if (cosine > best) {
      best = cosine;
      first = i;
    }
  }
  const corner = (i: number) => corners[(first + i) % 4] ?? ORIGIN;
  const framed = (i: number) => onFrame[(first + i) % 4] ?? false;
  return {
    quad: [corner(0), corner(1), corner(2), corner(3)],
    onFrame: [framed(0), framed(1), framed(2), framed(3)],
    directionCertainty: Math.max(0, best),
    ...certainty,
  };
}
const ORIGIN = { x: 0, y: 0 };
