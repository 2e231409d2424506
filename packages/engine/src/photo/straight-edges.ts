import type { ColourSlopes } from './colour-slopes.ts';

/** A straight line x·cos + y·sin = distance, and how many edge pixels lie on it. */
export type StraightEdge = {
  readonly angle: number;
  readonly cos: number;
  readonly sin: number;
  readonly distance: number;
  readonly votes: number;
};

/** Hough's transform in steps of 2° and of 2 px; an edge pixel votes for its own direction and its neighbours'. */
const ANGLES = 90;
const STEP_PX = 2;
const SPREAD = 1;
/** Of the steepest part of the picture, and at least this steep (Sobel sums). */
const EDGE_SHARE = 0.16;
const LEAST_STEEPNESS = 60;
/** Lines of fewer votes than this part of the short edge are no side of a document. */
const SHORTEST = 7;
/** Peaks this near to a stronger one are the same line. */
const SAME_ANGLE = 3;
const SAME_PX = 8;

const ANGLE_TABLE = Array.from({ length: ANGLES }, (_, k) => {
  const angle = (k * Math.PI) / ANGLES;
  return { angle, cos: Math.cos(angle), sin: Math.sin(angle) };
});

/** The `most` strongest straight lines of a picture, strongest first. */
export function straightEdges(slopes: ColourSlopes, most: number): readonly StraightEdge[] {
  const { width, height, dx, dy, steepness } = slopes;
  const reach = Math.ceil(Math.hypot(width, height) / STEP_PX);
  const bins = 2 * reach + 1;
  const votes = new Uint32Array(ANGLES * bins);
  const limit = steepLimit(steepness);
  for (let i = 0; i < steepness.length; i++) {
    if ((steepness[i] ?? 0) < limit) continue;
    const x = (i % width) + 0.5;
    const y = Math.floor(i / width) + 0.5;
    const towards = Math.round((Math.atan2(dy[i] ?? 0, dx[i] ?? 0) * ANGLES) / Math.PI) + ANGLES;
    for (let k = towards - SPREAD; k <= towards + SPREAD; k++) {
      const { cos, sin } = ANGLE_TABLE[k % ANGLES] ?? { cos: 1, sin: 0 };
      const bin = Math.round((x * cos + y * sin) / STEP_PX) + reach;
      const at = (k % ANGLES) * bins + bin;
      votes[at] = (votes[at] ?? 0) + 1;
    }
  }
  return peaks(votes, bins, reach, most, Math.min(width, height) / SHORTEST);
}

function steepLimit(steepness: Uint16Array): number {
  const histogram = new Uint32Array(2048);
  for (const value of steepness) {
    const at = Math.min(histogram.length - 1, value);
    histogram[at] = (histogram[at] ?? 0) + 1;
  }
  let passed = 0;
  for (let level = histogram.length - 1; level > LEAST_STEEPNESS; level--) {
    passed += histogram[level] ?? 0;
    if (passed > EDGE_SHARE * steepness.length) return level;
  }
  return LEAST_STEEPNESS;
}

function peaks(votes: Uint32Array, bins: number, reach: number, most: number, least: number): readonly StraightEdge[] {
  const strong: { readonly k: number; readonly bin: number; readonly votes: number }[] = [];
  for (let at = 0; at < votes.length; at++) {
    const count = votes[at] ?? 0;
    if (count > least) strong.push({ k: Math.floor(at / bins), bin: at % bins, votes: count });
  }
  strong.sort((a, b) => b.votes - a.votes);
  const found: StraightEdge[] = [];
  for (const { k, bin, votes: count } of strong) {
    const { angle, cos, sin } = ANGLE_TABLE[k] ?? { angle: 0, cos: 1, sin: 0 };
    const line = { angle, cos, sin, distance: (bin - reach) * STEP_PX, votes: count };
    if (found.some((one) => isSame(one, line))) continue;
    found.push(line);
    if (found.length === most) break;
  }
  return found;
}

/** Angles wrap at half a turn, where the distance changes its sign. */
function isSame(a: StraightEdge, b: StraightEdge): boolean {
  const apart = Math.round((Math.abs(a.angle - b.angle) * ANGLES) / Math.PI);
  if (apart <= SAME_ANGLE) return Math.abs(a.distance - b.distance) < SAME_PX;
  return ANGLES - apart <= SAME_ANGLE && Math.abs(a.distance + b.distance) < SAME_PX;
}
