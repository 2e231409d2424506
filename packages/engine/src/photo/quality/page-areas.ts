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
  const seen = new Uint8Array(columns * rows);
  const areas: PageArea[] = [];
  for (let start = 0; start < strength.length; start++) {
    if (seen[start] === 1 || !((strength[start] ?? 0) > threshold)) continue;
    const cells = connected(start);
    const share = cells.length / (columns * rows);
    if (share < leastShare) continue;
    const sum = cells.reduce((total, i) => total + (strength[i] ?? 0), 0);
    const quad = boxAround(cells, columns, pageWidth / columns, pageHeight / rows);
    areas.push({ quad, share, strength: sum / cells.length });
  }
  return areas.sort((a, b) => b.share - a.share);

  /** The cells that hang together with the first, itself included; marks them as seen. */
  function connected(first: number): number[] {
    const cells = [first];
    seen[first] = 1;
    for (let n = 0; n < cells.length; n++) {
      const i = cells[n] ?? first;
      const x = i % columns;
      if (x > 0) visit(i - 1, cells);
      if (x < columns - 1) visit(i + 1, cells);
      if (i >= columns) visit(i - columns, cells);
      if (i < strength.length - columns) visit(i + columns, cells);
    }
    return cells;
  }

  function visit(j: number, cells: number[]): void {
    if (seen[j] === 1 || !((strength[j] ?? 0) > threshold)) return;
    seen[j] = 1;
    cells.push(j);
  }
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
