import type { Homography } from '../geometry.ts';
import { applyHomography } from '../homography.ts';
import { MAP_SIDE, type OutlineMaps } from '../outline/outline-maps.ts';
import type { PageArea } from '../page.ts';
import { pageAreas } from './page-areas.ts';

const COLUMNS = 96;
const COVERED = 0.7;
/** A fingertip, 13 mm broad and as long, on a passport. Less is a streak of light on a sleeve, or the table where the outline is wrong. */
const LEAST_SHARE = 0.016;
/**
 * Hands, sleeves and things reach in over the document's edge; the outline is right to this part of the page's breadth. What lies in the
 * midst of a page and touches no edge is a second portrait, a seal or a reflection, unless it is this large.
 */
const EDGE_SHARE = 0.03;
const LEAST_INNER_SHARE = 0.06;

/** What covers a page, and whether a place on it is covered, px. */
export type Covered = { readonly areas: readonly PageArea[]; readonly at: (x: number, y: number) => boolean };

/** What lies on the document, from the outline network's second map. `pageToInput` takes page px to px of the picture the network saw. */
export function findCovered(
  maps: OutlineMaps,
  pageToInput: Homography,
  pageWidth: number,
  pageHeight: number,
): Covered {
  const rows = Math.max(1, Math.round((COLUMNS * pageHeight) / pageWidth));
  const strength = new Float32Array(COLUMNS * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < COLUMNS; x++) {
      const p = applyHomography(pageToInput, ((x + 0.5) * pageWidth) / COLUMNS, ((y + 0.5) * pageHeight) / rows);
      strength[y * COLUMNS + x] = sample(
        maps.covered,
        maps.left + p.x * maps.cellsPerPixel,
        maps.top + p.y * maps.cellsPerPixel,
      );
    }
  }
  const at = (x: number, y: number): boolean => {
    const column = Math.floor((x * COLUMNS) / pageWidth);
    const row = Math.floor((y * rows) / pageHeight);
    return (strength[row * COLUMNS + column] ?? 0) > COVERED;
  };
  const areas = pageAreas(strength, COLUMNS, rows, COVERED, LEAST_SHARE, pageWidth, pageHeight);
  const isCovering = (area: PageArea) =>
    area.share >= LEAST_INNER_SHARE || comesOverTheEdge(area, pageWidth, pageHeight);
  return { areas: areas.filter(isCovering), at };
}

function comesOverTheEdge({ quad }: PageArea, pageWidth: number, pageHeight: number): boolean {
  const near = EDGE_SHARE * pageWidth;
  return quad.some(({ x, y }) => x < near || y < near || x > pageWidth - near || y > pageHeight - near);
}

/** Bilinear; 0 outside. */
function sample(map: Float32Array, x: number, y: number): number {
  const fx = x - 0.5;
  const fy = y - 0.5;
  const ix = Math.floor(fx);
  const iy = Math.floor(fy);
  if (ix < 0 || iy < 0 || ix >= MAP_SIDE - 1 || iy >= MAP_SIDE - 1) return 0;
  const i = iy * MAP_SIDE + ix;
  const tx = fx - ix;
  const ty = fy - iy;
  const upper = (map[i] ?? 0) * (1 - tx) + (map[i + 1] ?? 0) * tx;
  const lower = (map[i + MAP_SIDE] ?? 0) * (1 - tx) + (map[i + MAP_SIDE + 1] ?? 0) * tx;
  return upper * (1 - ty) + lower * ty;
}
