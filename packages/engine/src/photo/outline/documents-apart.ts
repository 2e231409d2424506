import { areaOf } from './convex-hull.ts';
import type { FoundOutline } from './found-outline.ts';
import { offKnownFormat } from './true-aspect.ts';
import { centreOf, isWithin } from './whole-outline.ts';

/** What the judge says counts for this part, the network's own confidence for the rest. */
const JUDGE_SHARE = 0.6;
/** Proportions of no known document, beyond what an outline's error explains, make a receipt likelier. */
const FORMAT_TOLERANCE = 0.06;
const NO_FORMAT_DISCOUNT = 0.2;
/** A second document shows at least this part of the first one's area, and is no patch that the network half believes in. */
const SECOND_SHARE = 0.2;
const SURE_SECOND = 0.9;
/** Less can be asked of one that the frame cuts. */
const SURE_CUT_SECOND = 0.8;
/** Nor of one that lies whole beside one that the frame cuts, with an edge along every side and a document's proportions: it is the one meant. */
const SURE_WHOLE = 0.7;
/** A second document is one that the judge believes in, or in its place where the frame cuts it. */
const RIGHT_SECOND = 0.5;
/** Or one whose place it is so sure of, although only half as much of it may show. */
const SURE_PLACE = 0.97;
const PART_SHARE = 0.5;
/** One that the judge believes in so much may have any proportions: the frame's end can look like its side. */
const ANY_FORMAT = 0.8;

type Size = { readonly width: number; readonly height: number };

/** The likeliest outline, and of the others those that are surely documents of their own and of like size. */
export function documentsApart(outlines: readonly FoundOutline[], { width, height }: Size): readonly FoundOutline[] {
  const reachesOut = ({ quad, onFrame }: FoundOutline) =>
    onFrame.some((framed) => framed) || quad.some(({ x, y }) => x < 0 || y < 0 || x > width || y > height);
  const isOff = (outline: FoundOutline) =>
    !reachesOut(outline) && offKnownFormat(outline.quad, width, height) > FORMAT_TOLERANCE;
  const likely = (outline: FoundOutline) => sureWithJudge(outline) - (isOff(outline) ? NO_FORMAT_DISCOUNT : 0);
  const [first, ...others] = outlines.toSorted((a, b) => likely(b) - likely(a));
  if (first === undefined) return [];
  const least = areaOf(first.quad) * SECOND_SHARE;
  const sureOf = (outline: FoundOutline) => {
    if (reachesOut(outline)) return SURE_CUT_SECOND;
    return reachesOut(first) && outline.clear && !isOff(outline) ? SURE_WHOLE : SURE_SECOND;
  };
  const isBelieved = (outline: FoundOutline) => {
    const { right = 1, place = 1 } = outline.verdict ?? {};
    return (reachesOut(outline) ? place : right) >= RIGHT_SECOND;
  };
  const isSure = (outline: FoundOutline) => surenessOf(outline) >= sureOf(outline);
  const isFormat = (outline: FoundOutline) => !isOff(outline) || (outline.verdict?.right ?? 0) >= ANY_FORMAT;
  const isSecond = (outline: FoundOutline) =>
    areaOf(outline.quad) >= least && isSure(outline) && isFormat(outline) && isBelieved(outline);
  // However wrong its corners are, what shows a document where the first is not is another.
  const isElsewhere = (outline: FoundOutline) =>
    (outline.verdict?.place ?? 0) >= SURE_PLACE &&
    outline.confidence >= SURE_CUT_SECOND &&
    areaOf(outline.quad) >= least * PART_SHARE &&
    !isWithin(first.quad, centreOf(outline.quad)) &&
    !isWithin(outline.quad, centreOf(first.quad));
  return [first, ...others.filter((outline) => isSecond(outline) || isElsewhere(outline))];
}

/** How sure the network is of a document, alone or with what the judge says of its outline: 0–1. */
export function surenessOf(outline: FoundOutline): number {
  return Math.max(outline.confidence, sureWithJudge(outline));
}

/** What the network and the judge say together, 0–1. */
function sureWithJudge({ confidence, verdict }: FoundOutline): number {
  return verdict === undefined ? confidence : confidence + JUDGE_SHARE * (verdict.right - confidence);
}
