import type { EnginePorts } from '../ports.ts';
import { downscale } from './downscale.ts';
import {
  type FoundPage,
  foundPage,
  hasLines,
  hasLongPrint,
  isBare,
  isPrinted,
  isSurelyTheDocument,
  SURE_OUTLINE,
} from './found-page.ts';
import type { PhotoPoint, Quad } from './geometry.ts';
import { areSame, type Outlined, SURELY_RIGHT } from './outline/compare-outlines.ts';
import { areaOf } from './outline/convex-hull.ts';
import { documentsApart, surenessOf } from './outline/documents-apart.ts';
import type { FoundOutline } from './outline/found-outline.ts';
import { findOutlinesClosely } from './outline/look-closer.ts';
import { lookInParts } from './outline/look-in-parts.ts';
import type { OutlineMaps } from './outline/outline-maps.ts';
import { outlineSight } from './outline/outline-sight.ts';
import { worthOf } from './outline/outline-worth.ts';
import { formatOf, offKnownFormat } from './outline/true-aspect.ts';
import { isBordered } from './outline/whole-outline.ts';
import type { LocatedPhoto } from './page.ts';
import type { RgbImage } from './pixels.ts';
import { cutOff } from './quality/cut-off.ts';
import { straightenPage } from './straighten-page.ts';
import { wholeFrame } from './whole-frame.ts';

export type LocateOptions = {
  /** Milliseconds after which no further document is begun; the first is always finished. */
  readonly budgetMs: number;
  /** May the whole frame serve as the page when no outline is seen but lines of text are? Default true. */
  readonly allowWholeFrame?: boolean;
};

export type LocatePorts = Pick<EnginePorts, 'infer' | 'now'>;

/** Outlines are refined on a picture of this long edge: a pixel there is a tenth of a millimetre on a card that fills it. */
export const OUTLINE_LONG_EDGE = 1000;
/**
 * An outline over this part of the frame is the frame: a scan keeps its last line of the zone. A frame that has a card's
 * own proportions was cropped to the card.
 */
const SCAN_SHARE_OF_A_PHOTO = 0.92;
const SCAN_SHARE_OF_A_CARD = 0.7;
/** An outline weaker than a sure one must have print in it; one with an edge or a border along every side may be this weak, since motion takes the print away. */
const SURE_CLEAR_OUTLINE = 0.8;
/** What fills less of the photo than this has a document's shape by chance: squares of a cloth, keys, stickers. */
const FAR_SHARE = 0.02;
/** Of the outlines that are not the likeliest so many are tried: a text detector's run each. */
const MOST_UNLIKELY = 2;
/** A corner that seems this far outside the frame, as a part of its long edge, may lie inside. */
const WHOLE_SLACK = 0.012;
/** Proportions this near to a known document's are one's: an outline's error explains the rest. */
const FORMAT_TOLERANCE = 0.06;
/** The judge gives less than this to a place that shows no document, and dots of a table look like print. Of 500 documents' places the least got 0.92. */
const DOUBTED = 0.5;
/** The network suspects a document where it gives this much, over this part of the photo. */
const SUSPICION = 0.15;
const SUSPECTED_SHARE = 0.02;

/** Finds every document in a photo, straightens it and turns it upright. */
export async function locatePages(image: RgbImage, ports: LocatePorts, options: LocateOptions): Promise<LocatedPhoto> {
  const began = ports.now();
  const { width, height } = image;
  const small = downscale(image, OUTLINE_LONG_EDGE);
  const sight = outlineSight(small, ports.infer);
  const { outlines, maps } = await findOutlinesClosely(small, ports.infer, sight);
  const tried = [outlines.length > 0 ? `outline-network: ${outlines.length} weak` : 'outline-network'];
  const scan = scanOutline(outlines, small);
  const pageOf = (outline: FoundOutline) => pageAt(outline, image, small, ports.infer, outline !== scan);
  const isInTime = () => ports.now() - began <= options.budgetMs;
  const likely = scan === null ? documentsApart(outlines, small) : [scan];
  const found: FoundPage[] = [];
  for (const outline of likely) {
    if (found.length > 0 && !isInTime()) break;
    const page = await pageOf(outline);
    if (page !== null) found.push(page);
  }
  if (!found.some(isSurelyTheDocument) && isInTime()) {
    const unlikely = outlines.filter((outline) => !likely.includes(outline));
    // What is sure, or believed in, was tried: what else there is may be the document.
    const known = likely.filter((outline) => isSure(outline, small) || worthOf(outline, small) >= SURELY_RIGHT);
    const isWanted = (one: Outlined) => !known.some((outline) => areSame(outline, one));
    const isWeak = (one: FoundPage) => (hasLines(one) || isPrinted(one)) && one.sureness < SURE_OUTLINE;
    const mayLieElsewhere = outlines.length > 0 && found.every(isWeak);
    const isThorough = found.length === 0;
    const inParts = mayLieElsewhere ? await lookInParts(sight, { isWanted, isThorough }) : [];
    const instead = await firstGoodPage(
      [...unlikely, ...inParts].filter((one) => isDocument(one, small)),
      pageOf,
      found.length > 0 ? hasLongPrint : (one) => isPrinted(one) || hasLines(one),
    );
    if (instead !== null) found.splice(0, found.length, instead);
  }
  if (found.length === 0 && options.allowWholeFrame !== false && mayHold(maps)) {
    const framed = await wholeFrame(image, small, maps, ports.infer);
    tried.push('text-lines-over-the-whole-frame');
    if (framed !== null) found.push({ page: framed, isCut: false, sureness: 0, right: 0 });
  }
  const pages = found.toSorted((a, b) => prominence(b, image) - prominence(a, image)).map(({ page }) => page);
  if (pages.length > 0) return { width, height, pages };
  return { width, height, pages, noPage: { code: 'photo.document-not-found', tried, elapsedMs: ports.now() - began } };
}

/** The document at an outline; null where the judge sees none, or where nothing is printed and the outline is weak or print would show. */
async function pageAt(
  outline: FoundOutline,
  image: RgbImage,
  small: RgbImage,
  infer: EnginePorts['infer'],
  isFound: boolean,
): Promise<FoundPage | null> {
  if (isFound && (outline.verdict?.place ?? 1) < DOUBTED) return null;
  const isSettled = isSettledIn(outline, small);
  const page = await straightenPage(
    { photo: image, small, outline: inPhoto(outline, image, small), found: isFound, isSettled },
    infer,
  );
  const found = foundPage(page, outline, { isScan: !isFound });
  return isPrinted(found) || (isSure(outline, small) && !(await isBare(found))) ? found : null;
}

/** Whether an outline may be a document's though no print shows. */
function isSure(outline: FoundOutline, small: RgbImage): boolean {
  const isFar = areaOf(outline.quad) < FAR_SHARE * small.width * small.height;
  return !isFar && surenessOf(outline) >= (isSettledIn(outline, small) ? SURE_CLEAR_OUTLINE : SURE_OUTLINE);
}

function isSettledIn(outline: FoundOutline, small: RgbImage): boolean {
  return outline.clear || isBordered(outline, small);
}

/** Where too little is printed on what looked most like a document, a less likely one may be it: small, in a corner, but with print on it. */
async function firstGoodPage(
  outlines: readonly FoundOutline[],
  pageOf: (outline: FoundOutline) => Promise<FoundPage | null>,
  isGood: (page: FoundPage) => boolean,
): Promise<FoundPage | null> {
  for (const outline of outlines.slice(0, MOST_UNLIKELY)) {
    const found = await pageOf(outline);
    if (found !== null && isGood(found)) return found;
  }
  return null;
}

/** Whether its sides are settled and a known document's proportions show. */
function isDocument(outline: FoundOutline, small: RgbImage): boolean {
  return isSettledIn(outline, small) && offKnownFormat(outline.quad, small.width, small.height) < FORMAT_TOLERANCE;
}

/** Who photographs a document has the whole of it in the frame: first what is whole, then what may be, then what got there by chance. Of two alike the larger one. */
function prominence({ page: { outline }, isCut }: FoundPage, { width, height }: RgbImage): number {
  const slack = WHOLE_SLACK * Math.max(width, height);
  const mayBeWhole =
    !isCut && outline.every(({ x, y }) => x > -slack && y > -slack && x < width + slack && y < height + slack);
  const isWhole = mayBeWhole && cutOff(outline, NOWHERE, false, width, height).cutOffEdges.length === 0;
  return (Number(mayBeWhole) + Number(isWhole)) * width * height + areaOf(outline);
}

const NOWHERE: FoundOutline['onFrame'] = [false, false, false, false];

/** Whether the network suspects a document anywhere: only then are lines of text looked for. */
function mayHold({ document, width, height }: OutlineMaps): boolean {
  let cells = 0;
  for (const probability of document) if (probability > SUSPICION) cells++;
  return cells > SUSPECTED_SHARE * width * height;
}

/** The frame itself, turned as its one document is, where the picture is a scan of the document and nothing else. */
function scanOutline(outlines: readonly FoundOutline[], small: RgbImage): FoundOutline | null {
  const [largest] = outlines.toSorted((a, b) => areaOf(b.quad) - areaOf(a.quad));
  if (largest === undefined) return null;
  const { width, height } = small;
  const share = areaOf(largest.quad) / (width * height);
  const limit = formatOf(width / height) === 'unknown' ? SCAN_SHARE_OF_A_PHOTO : SCAN_SHARE_OF_A_CARD;
  if (share < limit) return null;
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const [first] = largest.quad;
  const distances = corners.map((p) => Math.hypot(p.x - first.x, p.y - first.y));
  const start = distances.indexOf(Math.min(...distances));
  const at = (i: number) => corners[(start + i) % 4] ?? first;
  return { ...largest, quad: [at(0), at(1), at(2), at(3)], onFrame: [true, true, true, true] };
}

function inPhoto(outline: FoundOutline, photo: RgbImage, small: RgbImage): FoundOutline {
  const kx = photo.width / small.width;
  const ky = photo.height / small.height;
  const scaled = (p: { readonly x: number; readonly y: number }): PhotoPoint => ({ x: p.x * kx, y: p.y * ky });
  const [a, b, c, d] = outline.quad;
  const quad: Quad<PhotoPoint> = [scaled(a), scaled(b), scaled(c), scaled(d)];
  return { ...outline, quad };
}
