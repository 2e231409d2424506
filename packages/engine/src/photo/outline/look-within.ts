import { SETTLED, SURELY_RIGHT } from './compare-outlines.ts';
import { areaOf } from './convex-hull.ts';
import type { FoundOutline } from './found-outline.ts';
import type { OutlineSight } from './outline-sight.ts';
import { worthOf } from './outline-worth.ts';
import { searchSides } from './search-sides.ts';
import { viewAround } from './view-around.ts';
import { centreOf, isWithin, leavesPicture, runsAlongAnEnd } from './whole-outline.ts';

/** Looks take in no more than the square around the outline, or a little: its extent, that many times. */
const SURROUNDINGS = [1, 1.2] as const;
/** What lies within fills this much of the outline, and is worth so much more. */
const LEAST_SHARE = 0.2;
const CLEARLY = 0.1;

/** What is shown on a screen that the picture cuts off may lie whole in the picture; null where nothing whole is clearly better. */
export async function lookWithin(sight: OutlineSight, outline: FoundOutline): Promise<FoundOutline | null> {
  const { image, judge } = sight;
  if (!leavesPicture(outline, image) || worthOf(outline, image) >= SETTLED) return null;
  const leastArea = LEAST_SHARE * areaOf(outline.quad);
  const leastWorth = Math.max(SURELY_RIGHT, worthOf(outline, image) + CLEARLY);
  for (const surroundings of SURROUNDINGS) {
    const { outlines } = await viewAround(sight, outline.quad, { surroundings });
    const within = outlines.filter(({ quad }) => isWithin(outline.quad, centreOf(quad)));
    const searched = await Promise.all(within.map((one) => searchSides(image, one, judge)));
    const [best] = searched
      .filter((one) => areaOf(one.quad) >= leastArea && !leavesPicture(one, image) && !runsAlongAnEnd(one.quad, image))
      .toSorted((a, b) => worthOf(b, image) - worthOf(a, image));
    if (best !== undefined && worthOf(best, image) >= leastWorth) return best;
  }
  return null;
}
