import type { RgbImage } from '../pixels.ts';
import { areaOf } from './convex-hull.ts';
import type { FoundOutline } from './found-outline.ts';
import { worthOf } from './outline-worth.ts';
import { offKnownFormat } from './true-aspect.ts';
import { centreOf } from './whole-outline.ts';

/** What has four corners in the picture. */
export type Outlined = Pick<FoundOutline, 'quad'>;

/** Confidence of a document that leaves no question whether there is another, better one. */
export const SURE = 0.8;
/** What an outline is worth that the judge believes in. */
export const SURELY_RIGHT = 0.7;
/** What an outline is worth that needs no closer look. */
export const SETTLED = 0.85;
/** The judge gives less than this to an outline, or to a place, that it refuses. */
export const REFUSED = 0.15;
/** Two looks found the same document when their centres lie within this part of its breadth. */
const SAME_PLACE = 0.35;
/** Proportions this near to those of a known document, as a part of them. */
const FORMAT_TOLERANCE = 0.1;
/** What fills less of the picture cannot be read by far, up to sixty megapixels: there a card of this share is 380 pixels long, of which a readable one has 640. */
export const LEAST_SHARE = 0.0015;
/** What the judge says counts for more than confidence and clear edges together. */
const JUDGE_WORTH = 4;

export function areSame(one: Outlined, other: Outlined): boolean {
  const [a, b] = [centreOf(one.quad), centreOf(other.quad)];
  return Math.hypot(a.x - b.x, a.y - b.y) < SAME_PLACE * Math.sqrt(areaOf(one.quad));
}

/** Whether it is a speckle: no document that could be read. */
export function isTooSmall({ quad }: Outlined, { width, height }: RgbImage): boolean {
  return areaOf(quad) < LEAST_SHARE * width * height;
}

/** By which the better view of the same document is known. */
export function viewWorth(outline: FoundOutline, image: RgbImage): number {
  return worthOf(outline, image) * JUDGE_WORTH + outline.confidence + Number(outline.clear);
}

/** Close up, anything looks like something: only what has an edge along every side counts, or is surely a document by its shape. */
export function isDocument({ clear, confidence, onFrame, quad }: FoundOutline, { width, height }: RgbImage): boolean {
  if (clear) return true;
  return (
    confidence > SURE && (onFrame.some((framed) => framed) || offKnownFormat(quad, width, height) < FORMAT_TOLERANCE)
  );
}
