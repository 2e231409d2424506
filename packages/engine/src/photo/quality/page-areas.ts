import { connectedCells } from '../connected-cells.ts';
import type { PagePoint, Quad } from '../geometry.ts';
import type { PageArea } from '../page.ts';

/** An area that fills less of its upright box runs askew: a box along its own axis tells better what it hides. */
const FILLS_ITS_BOX = 0.6;

/** Connected cells where `strength` exceeds `threshold`, as areas of a page of `pageWidth`×`pageHeight` px, largest first. */
export function pageAreas(
  strength: Float32Array,
  columns: number,
  rows: number,
  threshold: number,
  leastShare: number,
  pageWidth: number,
  pageHeight: number,
): PageArea[] {
  return connectedCells(strength, columns, threshold, leastShare * columns * rows)
    .map((cells) => areaOfCells(cells, strength, columns, rows, pageWidth, pageHeight))
    .sort((a, b) => b.share - a.share);
}

/** Some cells of a grid over the page as one area; its strength is their mean. */
export function areaOfCells(
  cells: readonly number[],
  strength: Float32Array | Uint8Array,
  columns: number,
  rows: number,
  pageWidth: number,
  pageHeight: number,
): PageArea {
  const sum = cells.reduce((total, i) => total + (strength[i] ?? 0), 0);
  const quad = boxAround(cells, columns, pageWidth / columns, pageHeight / rows);
  return { quad, share: cells.length / (columns * rows), strength: sum / cells.length };
}

function boxAround(cells: readonly number[], columns: number, sx: number, sy: number): Quad<PagePoint> {
  const upright = boxAlong(cells, columns, sx, sy, 0);
  const [a, b, , d] = upright;
  if (cells.length * sx * sy > FILLS_ITS_BOX * (b.x - a.x) * (d.y - a.y)) return upright;
  return boxAlong(cells, columns, sx, sy, mainAxis(cells, columns, sx, sy));
}

/** The smallest box at an angle (radians) that holds all cells. */
function boxAlong(cells: readonly number[], columns: number, sx: number, sy: number, angle: number): Quad<PagePoint> {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  // Half a cell's extent along the box's axes.
  const halfAlong = (Math.abs(c) * sx + Math.abs(s) * sy) / 2;
  const halfAcross = (Math.abs(s) * sx + Math.abs(c) * sy) / 2;
  for (const i of cells) {
    const x = ((i % columns) + 0.5) * sx;
    const y = (Math.floor(i / columns) + 0.5) * sy;
    const u = x * c + y * s;
    const v = y * c - x * s;
    left = Math.min(left, u - halfAlong);
    right = Math.max(right, u + halfAlong);
    top = Math.min(top, v - halfAcross);
    bottom = Math.max(bottom, v + halfAcross);
  }
  const corner = (u: number, v: number): PagePoint => ({ x: u * c - v * s, y: u * s + v * c });
  return [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
}

/** Direction of the largest spread, −π/2 to π/2. */
function mainAxis(cells: readonly number[], columns: number, sx: number, sy: number): number {
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const i of cells) {
    const px = (i % columns) * sx;
    const py = Math.floor(i / columns) * sy;
    x += px;
    y += py;
    xx += px * px;
    yy += py * py;
    xy += px * py;
  }
  const n = cells.length;
  return Math.atan2(2 * (xy / n - (x * y) / n / n), xx / n - (x / n) ** 2 - (yy / n - (y / n) ** 2)) / 2;
}
