import type { Quad } from '../geometry.ts';
import { homographyBetween } from '../homography.ts';
import type { PageFormat } from '../page.ts';
import type { XY } from './convex-hull.ts';

/**
 * Focal length of a usual phone camera as a part of the frame's long edge (26 mm on a 36 mm wide frame is 0.72, lenses for
 * close distance reach 1.5). An error of a third changes the aspect of a card tilted by 30° by under 3 %.
 */
const FOCAL_SHARE = 0.95;
/** ISO/IEC 7810. */
const ID1_ASPECT = 85.6 / 53.98;
const ID3_ASPECT = 125 / 88;
/** Between the two aspects lies 11 %; half of it is the limit. */
const FORMAT_TOLERANCE = 0.055;
export const FORMAT_ASPECT = { 'ID-1': ID1_ASPECT, 'ID-2-or-ID-3': ID3_ASPECT } as const;

/**
 * Width over height of the flat rectangle whose picture is `quad`, in a photo of `width`×`height` px whose optical axis
 * meets its centre. The first side of the quad is the width.
 */
export function trueAspect(quad: Quad<XY>, width: number, height: number): number {
  const focal = FOCAL_SHARE * Math.max(width, height);
  const centred = quad.map((p) => ({ x: (p.x - width / 2) / focal, y: (p.y - height / 2) / focal }));
  const [a, b, c, d] = centred;
  if (!a || !b || !c || !d) return 1;
  const h = homographyBetween(UNIT, [a, b, c, d]);
  return Math.hypot(h[0], h[3], h[6]) / Math.hypot(h[1], h[4], h[7]);
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
  const toId1 = Math.abs(lying / ID1_ASPECT - 1);
  const toId3 = Math.abs(lying / ID3_ASPECT - 1);
  if (Math.min(toId1, toId3) > FORMAT_TOLERANCE) return 'unknown';
  return toId1 < toId3 ? 'ID-1' : 'ID-2-or-ID-3';
}
