import type { Homography } from '../geometry.ts';
import { applyHomography } from '../homography.ts';

/** A grid over the page; a cell with 0 does not count: it lies on the rim, outside the photo, under glare or under a finger. */
export type PageMask = { readonly columns: number; readonly rows: number; readonly counts: Uint8Array };

const COLUMNS = 96;
/** An outline may be off by this part of the page's width; what lies there may be table. */
const RIM_SHARE = 0.015;

/** What of a page of `width`×`height` px counts. `hidden` tells of a place on the page, px, whether something hides it. */
export function pageMask(
  width: number,
  height: number,
  pageToPhoto: Homography,
  photo: { readonly width: number; readonly height: number },
  hidden: (x: number, y: number) => boolean,
): PageMask {
  const rows = Math.max(1, Math.round((COLUMNS * height) / width));
  const counts = new Uint8Array(COLUMNS * rows);
  const rim = RIM_SHARE * Math.max(width, height);
  for (let row = 0; row < rows; row++) {
    const y = ((row + 0.5) * height) / rows;
    for (let column = 0; column < COLUMNS; column++) {
      const x = ((column + 0.5) * width) / COLUMNS;
      if (x < rim || y < rim || x > width - rim || y > height - rim) continue;
      const p = applyHomography(pageToPhoto, x, y);
      if (p.x < 0 || p.y < 0 || p.x > photo.width || p.y > photo.height) continue;
      if (!hidden(x, y)) counts[row * COLUMNS + column] = 1;
    }
  }
  return { columns: COLUMNS, rows, counts };
}
