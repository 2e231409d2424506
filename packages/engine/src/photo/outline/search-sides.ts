import type { RgbImage } from '../pixels.ts';
import { type Candidate, straightEdgesNear } from './choose-sides.ts';
import type { XY } from './convex-hull.ts';
import { cornersOf, type FittedQuad, type Side } from './fit-quad.ts';
import type { FoundOutline } from './found-outline.ts';
import { lineThrough } from './line.ts';
import type { OutlineJudge, OutlineVerdict } from './outline-judge.ts';
import { worthOf, worthWithSides } from './outline-worth.ts';
import { refineSides } from './refine-sides.ts';

/** From here on an outline is looked at no further, and a side is believed. */
const RIGHT = 0.85;
const SIDE = 0.75;
const MOST_ROUNDS = 4;
/** A side is looked for within this part of the outline's extent across it, and where no edge shows at these parts of it. */
const REACH_SHARE = 0.3;
const MOST_REACH_PX = 110;
const SHIFTS = [-0.2, -0.1, -0.05, 0.05, 0.1, 0.2, 0.35, 0.6, 1] as const;
/** Edges are then searched this near, as a part of the diagonal. */
const CLOSE_SHARE = 0.012;
/** A step that gains less is none. */
const LEAST_GAIN = 0.03;
/** At the end the judge believes in the whole this much more, and as much as this. */
const WHOLE_GAIN = 0.15;
const BELIEVED = 0.6;
/** No corner lies farther outside the picture than this part of its long edge. */
const FARTHEST_OUTSIDE = 0.4;
/** A side this near to the picture's end, by the same measure, is still cut by it. */
const END_SHARE = 0.02;

type Corners = FittedQuad['corners'];

/**
 * Moves the sides that the judge doubts to other edges nearby, or a little in and out, for as long as it believes the better in the
 * outline: a finger, a streak of light or a shadow leads the map astray on one or two sides, and the others are right.
 */
export async function searchSides(image: RgbImage, outline: FoundOutline, judge: OutlineJudge): Promise<FoundOutline> {
  let best = outline;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { verdict } = best;
    if (verdict === undefined || worthOf(best, image) >= RIGHT) break;
    const moved = sidesInDoubt(verdict).flatMap((i) => movedSides(image, best, i));
    if (moved.length === 0) break;
    const verdicts = await judge(moved.map(({ quad }) => quad));
    const [first] = moved
      .map((one, i): FoundOutline => ({ ...one, verdict: verdicts[i] ?? NOTHING }))
      .toSorted((a, b) => worthWithSides(b, image) - worthWithSides(a, image));
    if (first === undefined || worthWithSides(first, image) < worthWithSides(best, image) + LEAST_GAIN) break;
    best = first;
  }
  const [before, after] = [worthOf(outline, image), worthOf(best, image)];
  return after >= BELIEVED && after - before >= WHOLE_GAIN ? best : outline;
}
const NOTHING: OutlineVerdict = { right: 0, place: 0, sides: [0, 0, 0, 0] };

/** The side that the judge believes least, and others that it doubts. */
function sidesInDoubt({ sides }: OutlineVerdict): readonly number[] {
  const least = Math.min(...sides);
  return [0, 1, 2, 3].filter((i) => (sides[i] ?? 0) < SIDE || sides[i] === least);
}

/** The outline with one side elsewhere. */
function movedSides(image: RgbImage, outline: FoundOutline, i: number): readonly FoundOutline[] {
  const corners: Corners = outline.quad;
  const sides = corners.map((a, k): Side => ({ line: lineThrough(a, corners[(k + 1) % 4] ?? a), onFrame: false }));
  const at = (k: number): XY => corners[((k % 4) + 4) % 4] ?? corners[0];
  const [a, b, c, d] = [at(i), at(i + 1), at(i + 2), at(i + 3)];
  const across = (Math.hypot(b.x - c.x, b.y - c.y) + Math.hypot(a.x - d.x, a.y - d.y)) / 2;
  const line = lineThrough(a, b);
  const edges: readonly Candidate[] = straightEdgesNear(
    image,
    line,
    a,
    b,
    Math.min(MOST_REACH_PX, REACH_SHARE * across),
  );
  const shifted = SHIFTS.map((share): Side => ({ line: { ...line, c: line.c + share * across }, onFrame: false }));
  const close = CLOSE_SHARE * Math.hypot(a.x - c.x, a.y - c.y);
  return [...edges.map(({ side }) => side), ...shifted].flatMap((side) => {
    const [s0, s1, s2, s3] = sides.map((own, k) => (k === i ? side : own));
    if (!s0 || !s1 || !s2 || !s3) return [];
    const turned = cornersOf([s0, s1, s2, s3]);
    if (turned === null) return [];
    const { corners: near } = refineSides(image, { sides: [s0, s1, s2, s3], corners: turned }, close);
    if (!isNear(near, image)) return [];
    const endsThere = (k: number) => (outline.onFrame[k] ?? false) && (k !== i || isAtAnEnd(near, k, image));
    return [{ ...outline, quad: near, onFrame: [endsThere(0), endsThere(1), endsThere(2), endsThere(3)] as const }];
  });
}

/** Whether both corners of a side lie at the same end of the picture, or beyond it. */
function isAtAnEnd(corners: Corners, i: number, { width, height }: RgbImage): boolean {
  const room = END_SHARE * Math.max(width, height);
  const beyond = ({ x, y }: XY) => [x < room, y < room, x > width - room, y > height - room];
  const there = beyond(corners[(i + 1) % 4] ?? corners[0]);
  return beyond(corners[i] ?? corners[0]).some((isThere, end) => isThere && there[end]);
}

function isNear(corners: Corners, { width, height }: RgbImage): boolean {
  const reach = FARTHEST_OUTSIDE * Math.max(width, height);
  return corners.every((p) => p.x > -reach && p.y > -reach && p.x < width + reach && p.y < height + reach);
}
