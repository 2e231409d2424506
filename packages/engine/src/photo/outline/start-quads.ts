import { minAreaBox } from '../text/min-area-box.ts';
import { convexHull, type XY } from './convex-hull.ts';
import { fitQuad } from './fit-quad.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

type Corners = readonly [XY, XY, XY, XY];

/** Of a document's cells, this part is cut off on each side along its axes: arms over the table are thin. */
const TRIMMED = 0.04;
const SURE = 0.75;

/** Quads, in cells, from which the search for a document's outline sets out: its contour's, its box's and its axes'. */
export function startQuads(maps: OutlineMaps, labels: Int16Array, label: number): readonly Corners[] {
  const starts: Corners[] = [];
  const fitted = fitQuad(maps, labels, label);
  if (fitted !== null) starts.push(fitted.corners);
  const cells: XY[] = [];
  for (let i = 0; i < MAP_SIDE * MAP_SIDE; i++) {
    if (labels[i] === label && (maps.document[i] ?? 0) > SURE)
      cells.push({ x: (i % MAP_SIDE) + 0.5, y: Math.floor(i / MAP_SIDE) + 0.5 });
  }
  if (cells.length === 0) return starts;
  const box = minAreaBox(convexHull(cells));
  if (box === null) return starts;
  starts.push(...rectangles(cells, box.ux, box.uy, [0, TRIMMED]));
  const axis = principalAxis(cells);
  starts.push(...rectangles(cells, Math.cos(axis), Math.sin(axis), [TRIMMED]));
  return starts;
}

/** Around the cells along an axis, each without such an outer part of them on each side. Clockwise on the screen. */
function rectangles(cells: readonly XY[], ux: number, uy: number, trims: readonly number[]): readonly Corners[] {
  const along = Float64Array.from(cells, (p) => p.x * ux + p.y * uy).sort();
  const across = Float64Array.from(cells, (p) => p.y * ux - p.x * uy).sort();
  const corner = (u: number, v: number): XY => ({ x: u * ux - v * uy, y: u * uy + v * ux });
  return trims.map((trimmed): Corners => {
    const [left, right] = ends(along, trimmed);
    const [top, bottom] = ends(across, trimmed);
    return [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
  });
}

function ends(sorted: Float64Array, trimmed: number): readonly [number, number] {
  const cut = Math.floor(sorted.length * trimmed);
  return [(sorted[cut] ?? 0) - 0.5, (sorted[sorted.length - 1 - cut] ?? 0) + 0.5];
}

function principalAxis(cells: readonly XY[]): number {
  const mx = cells.reduce((sum, p) => sum + p.x, 0) / cells.length;
  const my = cells.reduce((sum, p) => sum + p.y, 0) / cells.length;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const p of cells) {
    xx += (p.x - mx) ** 2;
    xy += (p.x - mx) * (p.y - my);
    yy += (p.y - my) ** 2;
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}
