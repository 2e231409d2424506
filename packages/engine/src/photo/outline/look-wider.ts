import { REFUSED, SURELY_RIGHT } from './compare-outlines.ts';
import type { FoundOutline } from './found-outline.ts';
import type { OutlineSight } from './outline-sight.ts';
import { worthOf, worthWithSides } from './outline-worth.ts';
import { searchSides } from './search-sides.ts';
import { viewAround } from './view-around.ts';
import { centreOf, isWithin, leavesPicture } from './whole-outline.ts';

/** The judge gives an outline in doubt less, and its place more. */
const DOUBTED = 0.5;
/** Looks take in so much of the table: the outline's extent, that many times. */
const SURROUNDINGS = [1.8, 2.6, 1.45, 2.2] as const;
/** What a look shows is worth a search for its sides where the judge gives its place this much: of real documents in doubt it gives 0.9 and more. */
export const WORTH_A_SEARCH = 0.9;
/** What a look shows is taken where it is worth this much, and with its sides so much more than what was seen before. */
const BELIEVED = 0.6;
const BETTER = 0.05;

/**
 * Where the judge doubts an outline but sees a document in its place, a look with more around it may show the whole; null where none does. Of
 * what it refuses whatever has better sides takes the place, although nobody believes in it.
 */
export async function lookWider(sight: OutlineSight, outline: FoundOutline): Promise<FoundOutline | null> {
  const { image, judge } = sight;
  const { verdict, quad } = outline;
  if (verdict === undefined || verdict.right >= DOUBTED || verdict.place < DOUBTED) return null;
  const seen: FoundOutline[] = [];
  for (const surroundings of SURROUNDINGS) {
    const { outlines } = await viewAround(sight, quad, { surroundings });
    const [first] = outlines
      .filter((one) => isWithin(one.quad, centreOf(quad)) && placeOf(one) >= DOUBTED)
      .toSorted((a, b) => worthWithSides(b, image) - worthWithSides(a, image));
    if (first === undefined) continue;
    const searched = placeOf(first) >= WORTH_A_SEARCH ? await searchSides(image, first, judge) : first;
    seen.push(searched);
    if (worthOf(searched, image) >= SURELY_RIGHT) break;
  }
  const [best] = seen.toSorted((a, b) => worthWithSides(b, image) - worthWithSides(a, image));
  if (best === undefined || worthWithSides(best, image) < worthWithSides(outline, image) + BETTER) return null;
  if (worthOf(best, image) >= BELIEVED) return best;
  // It is no surer than before that there is a document, nor that the picture has all of it.
  const isSafe = verdict.right < REFUSED && (leavesPicture(best, image) || !leavesPicture(outline, image));
  if (!isSafe || best.verdict === undefined) return null;
  const right = Math.min(best.verdict.right, verdict.right);
  return { ...best, confidence: outline.confidence, clear: outline.clear, verdict: { ...best.verdict, right } };
}

function placeOf({ verdict }: FoundOutline): number {
  return verdict?.place ?? 0;
}
