import type { TextLine } from './page.ts';

/** A line this much longer than high shows which way text runs. */
const LONG = 2;
/** The line classifier is believed over the network's direction when it is this sure. */
const SURE = 0.6;
/** Below this the network's direction is a guess. */
const UNSURE_DIRECTION = 0.6;
const HALF = 0.5;
const FEWEST_LINES = 3;

/**
 * Quarter turns clockwise that bring the page upright, 0–3. Lines tell whether text runs along the page; the line
 * classifier's mean (0–1, null without lines) whether it stands on its head.
 */
export function quarterTurns(
  lines: readonly TextLine[],
  upsideDown: number | null,
  directionCertainty: number,
): 0 | 1 | 2 | 3 {
  let across = 0;
  let count = 0;
  let down = 0;
  for (const { quad } of lines) {
    const dx = Math.abs(quad[1].x - quad[0].x);
    const dy = Math.abs(quad[1].y - quad[0].y);
    const length = Math.hypot(dx, dy);
    if (length < LONG * Math.hypot(quad[3].x - quad[0].x, quad[3].y - quad[0].y)) continue;
    count++;
    if (dx > dy) across += length;
    else down += length;
  }
  // On a page too blurred for lines the network's direction stands.
  if (count < FEWEST_LINES) return 0;
  const limit = directionCertainty < UNSURE_DIRECTION ? HALF : SURE;
  const flipped = upsideDown !== null && upsideDown > limit;
  // A line that runs down the page begins at its top: a quarter turn back lays it flat.
  if (down > across) return flipped ? 1 : 3;
  return flipped ? 2 : 0;
}
