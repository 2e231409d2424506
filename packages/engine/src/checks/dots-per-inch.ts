import type { Page } from '../photo/index.ts';
import type { CheckSubject } from './check.ts';
import type { LocatedPage } from './located-pages.ts';
import { MM_PER_INCH, type SizeMm, trueSize } from './true-size.ts';

/** Pixels of the photo per inch of the document, as large as it really is. */
export function dotsPerInch(subject: CheckSubject, located: LocatedPage): number {
  return Math.round(pixelsPerMm(located.page, trueSize(subject, located)) * MM_PER_INCH);
}

/** Along the long edge; where the frame cuts it, along whichever edge is whole. */
function pixelsPerMm({ outline, quality }: Page, size: SizeMm): number {
  const along = quality.widthPx / size.width;
  if (quality.cutOffEdges.length === 0) return along;
  const side = (i: 0 | 1 | 2 | 3, j: 0 | 1 | 2 | 3) =>
    Math.hypot(outline[j].x - outline[i].x, outline[j].y - outline[i].y);
  const short = Math.min(Math.max(side(0, 1), side(3, 2)), Math.max(side(0, 3), side(1, 2)));
  return Math.max(along, short / size.height);
}
