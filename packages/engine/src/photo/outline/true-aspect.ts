import type { Quad } from '../geometry.ts';
import { homographyBetween } from '../homography.ts';
import type { PageFormat } from '../page.ts';
import type { XY } from './convex-hull.ts';

/** Focal length of a phone's main camera as a part of the frame's long edge: 26 mm to a frame 34.6 mm wide (35 mm terms, 4:3). */
const FOCAL_SHARE = 0.75;
/** Corners known to a pixel or two leave this much doubt about right angles; the nearer known format then decides. */
const UNDECIDED_SKEW = 0.01;
/**
 * A document whose long edge is a smaller part of the frame's shows its proportions by the lengths of its sides: perspective across it is
 * less than its corners' error. With corners right to 1 px in 1000 the sides are wrong by 5 % on one of ten drawn documents between 0.05 and
 * 0.08, what perspective tells by 30 %; from 0.18 on perspective is the better.
 */
const FAR_SHARE = 0.13;
/** ISO/IEC 7810. */
const ID1_ASPECT = 85.6 / 53.98;
const ID3_ASPECT = 125 / 88;
/** MRV-A. */
const VISA_ASPECT = 120 / 80;
/** ID-1 and ID-3 differ by 12 %, and a visa (ICAO 9303-7: 120×80 mm, 1.5) lies half-way: what is nearer to it has no known format. */
const FORMAT_TOLERANCE = 0.035;
export const FORMAT_ASPECT = { 'ID-1': ID1_ASPECT, 'ID-2-or-ID-3': ID3_ASPECT } as const;

/**
 * Width over height of the flat rectangle whose picture is `quad`, in a photo of `width`×`height` px. The optical axis meets
 * the photo's centre, or, where a photo was cropped, the document's: the one that makes the sides meet at right angles
 * is believed. Of a document that is far away the sides are compared. The first side of the quad is the width.
 */
export function trueAspect(quad: Quad<XY>, width: number, height: number): number {
  const { across, down } = meanSides(quad);
  if (Math.max(across, down) < FAR_SHARE * Math.max(width, height)) return across / down;
  const focal = FOCAL_SHARE * Math.max(width, height);
  const whole = seenFrom(quad, width / 2, height / 2, focal);
  const [a, b, c, d] = quad;
  const cropped = seenFrom(quad, (a.x + b.x + c.x + d.x) / 4, (a.y + b.y + c.y + d.y) / 4, focal);
  const undecided = Math.abs(whole.skew - cropped.skew) < UNDECIDED_SKEW;
  if (undecided) return offFormat(whole.aspect) <= offFormat(cropped.aspect) ? whole.aspect : cropped.aspect;
  return whole.skew < cropped.skew ? whole.aspect : cropped.aspect;
}

/** The cosine between the sides of the flat rectangle whose picture is `quad`, by the likelier of two optical axes: 0 for a document. */
export function skewOf(quad: Quad<XY>, width: number, height: number): number {
  const focal = FOCAL_SHARE * Math.max(width, height);
  const [a, b, c, d] = quad;
  const whole = seenFrom(quad, width / 2, height / 2, focal);
  const cropped = seenFrom(quad, (a.x + b.x + c.x + d.x) / 4, (a.y + b.y + c.y + d.y) / 4, focal);
  return Math.min(whole.skew, cropped.skew);
}

/** How far, in parts, a quad's proportions lie from the nearest document's: ID-1, ID-2 and ID-3, or a visa's (ICAO 9303-7). */
export function offKnownFormat(quad: Quad<XY>, width: number, height: number): number {
  const aspect = trueAspect(quad, width, height);
  const lying = aspect < 1 ? 1 / aspect : aspect;
  return Math.min(offFormat(aspect), Math.abs(lying / VISA_ASPECT - 1));
}

function meanSides([a, b, c, d]: Quad<XY>): { readonly across: number; readonly down: number } {
  const length = (p: XY, q: XY) => Math.hypot(q.x - p.x, q.y - p.y);
  return { across: (length(a, b) + length(d, c)) / 2, down: (length(b, c) + length(a, d)) / 2 };
}

function offFormat(aspect: number): number {
  const lying = aspect < 1 ? 1 / aspect : aspect;
  return Math.min(Math.abs(lying / ID1_ASPECT - 1), Math.abs(lying / ID3_ASPECT - 1));
}

/** `skew` is the cosine between the sides: 0 for a right angle. */
function seenFrom(
  quad: Quad<XY>,
  cx: number,
  cy: number,
  focal: number,
): { readonly aspect: number; readonly skew: number } {
  const centred = (p: XY): XY => ({ x: (p.x - cx) / focal, y: (p.y - cy) / focal });
  const [a, b, c, d] = quad;
  const h = homographyBetween(UNIT, [centred(a), centred(b), centred(c), centred(d)]);
  const across = Math.hypot(h[0], h[3], h[6]);
  const down = Math.hypot(h[1], h[4], h[7]);
  return { aspect: across / down, skew: Math.abs(h[0] * h[1] + h[3] * h[4] + h[6] * h[7]) / (across * down) };
}

const UNIT: Quad<XY> = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** The format whose proportions fit, upright or lying; ID-2 and ID-3 share theirs. */
export function formatOf(aspect: number): PageFormat {
  const lying = aspect < 1 ? 1 / aspect : aspect;
  if (Math.abs(lying / ID1_ASPECT - 1) < FORMAT_TOLERANCE) return 'ID-1';
  return Math.abs(lying / ID3_ASPECT - 1) < FORMAT_TOLERANCE ? 'ID-2-or-ID-3' : 'unknown';
}
