import { areaOf, convexHull, isConvex, type XY } from './convex-hull.ts';
import { distanceTo, fitLine, type Line, lineThrough, meet } from './line.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

/** One side of a document in map cells; `onFrame` where the photo ends and not the document. */
export type Side = { readonly line: Line; readonly onFrame: boolean };
export type FittedQuad = {
  readonly sides: readonly [Side, Side, Side, Side];
  readonly corners: readonly [XY, XY, XY, XY];
};

/** Cells from the photo's end within which a contour is the frame's and not the document's. */
const FRAME_CELLS = 1.6;
/** Removing an edge that lies on the frame is this much cheaper: a cut corner is drawn out beyond the frame. */
const FRAME_EDGE_DISCOUNT = 0.3;
/** Contour points farther from a side belong to another side or to a bulge. */
const SIDE_CELLS = 4;
/** Width of the robust fit, in cells. */
const FIT_CELLS = 0.45;
/** The part of a side next to each corner that a rounded corner bends (ISO/IEC 7810: radius 3.18 of 53.98 mm). */
const CORNER_SHARE = 0.09;
const LEVEL = 0.5;

/** Four robust lines around the cells with this label; null where the shape has no four sides. */
export function fitQuad(maps: OutlineMaps, labels: Int16Array, label: number): FittedQuad | null {
  const contour = contourOf(maps, labels, label);
  const hull = convexHull(contour);
  if (hull.length < 4) return null;
  const edges = fourEdges(hull, maps);
  if (edges === null) return null;
  const free = contour.filter((p) => !onFrame(p, maps));
  let sides = edges;
  for (let round = 0; round < 2; round++) {
    const corners = cornersOf(sides);
    if (corners === null) return null;
    sides = sides.map((side, i) => {
      const a = corners[i];
      const b = corners[(i + 1) % 4];
      if (side.onFrame || a === undefined || b === undefined) return side;
      const near = free.filter((p) => Math.abs(distanceTo(side.line, p)) < SIDE_CELLS && between(a, b, p));
      return { line: fitLine(near, side.line, FIT_CELLS) ?? side.line, onFrame: false };
    });
  }
  const corners = cornersOf(sides);
  const [s0, s1, s2, s3] = sides;
  if (corners === null || !s0 || !s1 || !s2 || !s3) return null;
  return { sides: [s0, s1, s2, s3], corners };
}

/** Corner i lies between side i-1 and side i. Null when two sides are parallel or the shape is not convex. */
export function cornersOf(sides: readonly Side[]): readonly [XY, XY, XY, XY] | null {
  const points = sides.map((side, i) => meet(sides[(i + 3) % 4]?.line ?? side.line, side.line));
  const [a, b, c, d] = points;
  if (!a || !b || !c || !d) return null;
  return isConvex([a, b, c, d]) ? [a, b, c, d] : null;
}

function between(a: XY, b: XY, p: XY): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy);
  return t > CORNER_SHARE && t < 1 - CORNER_SHARE;
}

/** Points where the document's probability crosses one half, between neighbouring cells; the frame's end counts as outside. */
function contourOf(maps: OutlineMaps, labels: Int16Array, label: number): XY[] {
  const points: XY[] = [];
  for (let y = 0; y < MAP_SIDE; y++) {
    for (let x = 0; x < MAP_SIDE; x++) {
      const i = y * MAP_SIDE + x;
      if (labels[i] !== label) continue;
      const p = maps.document[i] ?? 0;
      for (const [dx, dy] of NEIGHBOURS) {
        const nx = x + dx;
        const ny = y + dy;
        const outside = nx < 0 || ny < 0 || nx >= MAP_SIDE || ny >= MAP_SIDE;
        const j = ny * MAP_SIDE + nx;
        if (!outside && labels[j] === label) continue;
        const q = outside ? 0 : (maps.document[j] ?? 0);
        const t = q < LEVEL && p > LEVEL ? (p - LEVEL) / (p - q) : LEVEL;
        points.push(clampToFrame({ x: x + 0.5 + dx * t, y: y + 0.5 + dy * t }, maps));
      }
    }
  }
  return points;
}

const NEIGHBOURS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

function clampToFrame(p: XY, maps: OutlineMaps): XY {
  return {
    x: Math.min(Math.max(p.x, maps.left), maps.left + maps.width),
    y: Math.min(Math.max(p.y, maps.top), maps.top + maps.height),
  };
}

function onFrame(p: XY, maps: OutlineMaps): boolean {
  return (
    p.x < maps.left + FRAME_CELLS ||
    p.y < maps.top + FRAME_CELLS ||
    p.x > maps.left + maps.width - FRAME_CELLS ||
    p.y > maps.top + maps.height - FRAME_CELLS
  );
}

/** Takes edges away from the hull, each time the one whose neighbours meet with the least area added, until four are left. */
function fourEdges(hull: readonly XY[], maps: OutlineMaps): Side[] | null {
  let edges: Side[] = hull.map((a, i) => {
    const b = hull[(i + 1) % hull.length] ?? a;
    return { line: lineThrough(a, b), onFrame: sameFrameSide(a, b, maps) };
  });
  edges = mergeFrameEdges(edges);
  let polygon = polygonOf(edges);
  while (edges.length > 4) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < edges.length; i++) {
      const cost = costOfRemoving(edges, polygon, i);
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    if (best < 0) return null;
    edges = edges.filter((_, i) => i !== best);
    polygon = polygonOf(edges);
  }
  return edges.length === 4 ? edges : null;
}

/** Consecutive edges on the same side of the frame are one. */
function mergeFrameEdges(edges: readonly Side[]): Side[] {
  return edges.filter((edge, i) => {
    const next = edges[(i + 1) % edges.length];
    const same =
      next &&
      edge.onFrame &&
      next.onFrame &&
      edge.line.nx * next.line.nx + edge.line.ny * next.line.ny > SAME_DIRECTION;
    return !same;
  });
}
const SAME_DIRECTION = 0.99;

function polygonOf(edges: readonly Side[]): (XY | null)[] {
  return edges.map((edge, i) => meet(edges[(i + edges.length - 1) % edges.length]?.line ?? edge.line, edge.line));
}

function costOfRemoving(edges: readonly Side[], polygon: readonly (XY | null)[], i: number): number {
  const n = edges.length;
  const before = edges[(i + n - 1) % n];
  const after = edges[(i + 1) % n];
  const a = polygon[i];
  const b = polygon[(i + 1) % n];
  if (!before || !after || !a || !b) return Math.abs(edges[i]?.line.c ?? 0) * 1e-9;
  // The neighbours must turn by less than a half circle, or they meet on the wrong side.
  const turn = before.line.nx * after.line.ny - before.line.ny * after.line.nx;
  const corner = meet(before.line, after.line);
  if (turn <= 0 || corner === null) return Number.POSITIVE_INFINITY;
  return areaOf([a, corner, b]) * (edges[i]?.onFrame ? FRAME_EDGE_DISCOUNT : 1);
}

function sameFrameSide(a: XY, b: XY, maps: OutlineMaps): boolean {
  const right = maps.left + maps.width;
  const bottom = maps.top + maps.height;
  return (
    Math.max(a.x, b.x) < maps.left + FRAME_CELLS ||
    Math.max(a.y, b.y) < maps.top + FRAME_CELLS ||
    Math.min(a.x, b.x) > right - FRAME_CELLS ||
    Math.min(a.y, b.y) > bottom - FRAME_CELLS
  );
}
