import { type ColourSlopes, colourSlopes } from './colour-slopes.ts';
import type { PhotoPoint, Quad } from './geometry.ts';
import type { RgbImage } from './pixels.ts';
import { type StraightEdge, straightEdges } from './straight-edges.ts';

/** Lines that are looked at: text, bands and the table's pattern give strong ones too. */
const MOST_LINES = 26;
/** Opposite sides of a document seen askew stay this parallel (radians, 15°), neighbours this square (25°). */
const MOST_CONVERGENCE = 0.26;
const MOST_SKEW = 0.44;
/** A document that is still too far away covers this part of the frame, and somebody should be told to come closer. */
const LEAST_AREA = 0.03;
/** Width over height of ID-1 is 1.59, of ID-2 and ID-3 1.42; perspective stretches them. */
const LEAST_ASPECT = 1.2;
const MOST_ASPECT = 1.95;
/** This part of every side must be an edge, and of all four together. */
const LEAST_SUPPORT = 0.45;
const LEAST_MEAN_SUPPORT = 0.62;
/** Of two outlines alike the larger is the document, the smaller its portrait or its lines. */
const AREA_WEIGHT = 0.5;
const PROBES = 40;
/** An edge counts within this many px of its line, when it points across it (cosine). */
const REACH = 2;
const ACROSS = 0.85;
const LEAST_STEEPNESS = 40;

/**
 * Both edges beside a side may go on beyond its corners: then the side is a line of print or a band, and the document goes on as well. So
 * much is taken from the score, and this far (part of the edge, px) they are followed, from a little way off, where there is so much room.
 */
const GOES_ON_WEIGHT = 0.3;
const FOLLOWED_SHARE = 0.2;
const FOLLOWED_PX = 30;
const CORNER_PX = 2;
const LEAST_FOLLOWED_PX = 6;

/** `goesOn`, 0–1: how much of the edges beside one of the sides goes on beyond it. Of a whole document hardly anything. */
export type PreviewOutline = { readonly quad: Quad<PhotoPoint>; readonly goesOn: number };

/** The document in a small picture, any way round: the four straight edges that make the best rectangle. Null where none stands out. */
export function previewOutline(image: RgbImage): PreviewOutline | null {
  const slopes = colourSlopes(image);
  const lines = straightEdges(slopes, MOST_LINES);
  const pairs = parallelPairs(lines);
  let best: (PreviewOutline & { readonly score: number }) | null = null;
  for (const [i, one] of pairs.entries()) {
    for (const other of pairs.slice(i + 1)) {
      if (angleBetween(one.angle, other.angle) < Math.PI / 2 - MOST_SKEW) continue;
      const quad = quadOf(one.pair, other.pair);
      if (quad === null || !isLikeDocument(quad, image)) continue;
      const score = scoreOf(slopes, quad);
      if (score === null || (best !== null && score <= best.score)) continue;
      const goesOn = goesOnBeyond(slopes, quad);
      const whole = score - GOES_ON_WEIGHT * goesOn;
      if (best === null || whole > best.score) best = { quad, goesOn, score: whole };
    }
  }
  return best === null ? null : { quad: best.quad, goesOn: best.goesOn };
}

type Pair = { readonly pair: readonly [StraightEdge, StraightEdge]; readonly angle: number };

function parallelPairs(lines: readonly StraightEdge[]): readonly Pair[] {
  return lines.flatMap((a, i) =>
    lines.slice(i + 1).flatMap((b): Pair[] => {
      if (angleBetween(a.angle, b.angle) > MOST_CONVERGENCE) return [];
      return [{ pair: [a, b], angle: a.angle }];
    }),
  );
}

/** Between two lines, 0 to π/2. */
function angleBetween(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, Math.PI - apart);
}

function crossing(a: StraightEdge, b: StraightEdge): PhotoPoint {
  const det = a.cos * b.sin - a.sin * b.cos;
  return { x: (a.distance * b.sin - b.distance * a.sin) / det, y: (a.cos * b.distance - b.cos * a.distance) / det };
}

/** Clockwise, the long side first, its top left corner leftmost; null where it is not convex. */
function quadOf(
  [a, b]: readonly [StraightEdge, StraightEdge],
  [c, d]: readonly [StraightEdge, StraightEdge],
): Quad<PhotoPoint> | null {
  const around: Quad<PhotoPoint> = [crossing(a, c), crossing(c, b), crossing(b, d), crossing(d, a)];
  const turns = around.map((p, i) => turnAt(around[(i + 3) % 4] ?? p, p, around[(i + 1) % 4] ?? p));
  if (!turns.every((turn) => turn > 0) && !turns.every((turn) => turn < 0)) return null;
  const [p, q, r, s]: Quad<PhotoPoint> = (turns[0] ?? 0) > 0 ? around : [around[0], around[3], around[2], around[1]];
  const lying: Quad<PhotoPoint> =
    distance(p, q) + distance(r, s) >= distance(q, r) + distance(s, p) ? [p, q, r, s] : [q, r, s, p];
  // Nothing tells yet which long side is the top: the one that is higher up, or further left where it stands upright.
  return lying[0].x <= lying[1].x ? lying : [lying[2], lying[3], lying[0], lying[1]];
}

function turnAt(from: PhotoPoint, at: PhotoPoint, to: PhotoPoint): number {
  return (at.x - from.x) * (to.y - at.y) - (at.y - from.y) * (to.x - at.x);
}

function distance(a: PhotoPoint, b: PhotoPoint): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function isLikeDocument(quad: Quad<PhotoPoint>, { width, height }: RgbImage): boolean {
  if (quad.some(({ x, y }) => x < 0 || y < 0 || x > width || y > height)) return false;
  const [a, b, c, d] = quad;
  const aspect = (distance(a, b) + distance(c, d)) / (distance(b, c) + distance(d, a));
  return aspect > LEAST_ASPECT && aspect < MOST_ASPECT && areaOf(quad) > LEAST_AREA * width * height;
}

function areaOf([a, b, c, d]: Quad<PhotoPoint>): number {
  return Math.abs((c.x - a.x) * (d.y - b.y) - (c.y - a.y) * (d.x - b.x)) / 2;
}

/** Mean part of the sides that is an edge, plus a share for size; null where a side is hardly one. */
function scoreOf(slopes: ColourSlopes, quad: Quad<PhotoPoint>): number | null {
  let sum = 0;
  for (const [i, from] of quad.entries()) {
    const support = supportOf(slopes, from, quad[(i + 1) % 4] ?? from);
    if (support < LEAST_SUPPORT) return null;
    sum += support;
  }
  const mean = sum / quad.length;
  if (mean < LEAST_MEAN_SUPPORT) return null;
  return mean + AREA_WEIGHT * Math.sqrt(areaOf(quad) / (slopes.width * slopes.height));
}

/** Of the side where it is most: the lesser part of the two edges beside it that goes on beyond its corners. */
function goesOnBeyond(slopes: ColourSlopes, [a, b, c, d]: Quad<PhotoPoint>): number {
  const beyond = (from: PhotoPoint, corner: PhotoPoint) => supportBeyond(slopes, from, corner);
  return Math.max(
    Math.min(beyond(d, a), beyond(c, b)),
    Math.min(beyond(a, b), beyond(d, c)),
    Math.min(beyond(b, c), beyond(a, d)),
    Math.min(beyond(c, d), beyond(b, a)),
  );
}

/** The part of a side's own line beyond its corner that is an edge; 0 where the frame ends too soon to tell. */
function supportBeyond(slopes: ColourSlopes, from: PhotoPoint, corner: PhotoPoint): number {
  const length = distance(from, corner);
  const at = (px: number): PhotoPoint => ({
    x: corner.x + ((corner.x - from.x) / length) * px,
    y: corner.y + ((corner.y - from.y) / length) * px,
  });
  const isInside = ({ x, y }: PhotoPoint) => x >= 0 && y >= 0 && x < slopes.width && y < slopes.height;
  let followed = Math.min(FOLLOWED_SHARE * length, FOLLOWED_PX);
  while (followed >= LEAST_FOLLOWED_PX && !isInside(at(followed))) followed -= 1;
  return followed < LEAST_FOLLOWED_PX ? 0 : supportOf(slopes, at(CORNER_PX), at(followed));
}

function supportOf({ width, height, dx, dy, steepness }: ColourSlopes, a: PhotoPoint, b: PhotoPoint): number {
  const length = distance(a, b);
  const nx = (a.y - b.y) / length;
  const ny = (b.x - a.x) / length;
  let hits = 0;
  for (let k = 0; k < PROBES; k++) {
    const t = (k + 0.5) / PROBES;
    for (let off = -REACH; off <= REACH; off++) {
      const x = Math.floor(a.x + (b.x - a.x) * t + nx * off);
      const y = Math.floor(a.y + (b.y - a.y) * t + ny * off);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const i = y * width + x;
      if ((steepness[i] ?? 0) < LEAST_STEEPNESS) continue;
      const gx = dx[i] ?? 0;
      const gy = dy[i] ?? 0;
      if (Math.abs(gx * nx + gy * ny) < ACROSS * Math.hypot(gx, gy)) continue;
      hits++;
      break;
    }
  }
  return hits / PROBES;
}
