import type { Evidence } from '@vidimus/vocabulary';
import type { Page } from '../photo/index.ts';
import { pageRegion } from './photo-region.ts';
import { pictureCheck } from './picture-check.ts';
import { MM_PER_INCH, type SizeMm, trueSize } from './true-size.ts';

/** There are enough dots per inch to read the document. Between `dpi_min` and `dpi_warn` it passes with a note. */
export const resolutionSufficient = pictureCheck(
  'resolution-sufficient',
  'image_resolution_low',
  (located, subject) => {
    const { page, mediaId } = located;
    const { dpi_min, dpi_warn } = subject.request.policy.thresholds;
    const dpi = Math.round(pixelsPerMm(page, trueSize(subject, located)) * MM_PER_INCH);
    const evidence: Evidence = {
      measure: 'resolution across the document',
      observed: dpi,
      threshold: dpi_min,
      unit: 'dpi',
      region: pageRegion(page),
      media_id: mediaId,
      detector: 'resolution',
    };
    if (dpi < dpi_min) return { found: [evidence], measured: [] };
    const close: Evidence = { ...evidence, threshold: dpi_warn, facts: { note: 'image_resolution_low' } };
    return { found: [], measured: [dpi < dpi_warn ? close : evidence] };
  },
);

/** Along the long edge; where the frame cuts it, along whichever edge is whole. */
function pixelsPerMm({ outline, quality }: Page, size: SizeMm): number {
  const along = quality.widthPx / size.width;
  if (quality.cutOffEdges.length === 0) return along;
  const side = (i: 0 | 1 | 2 | 3, j: 0 | 1 | 2 | 3) =>
    Math.hypot(outline[j].x - outline[i].x, outline[j].y - outline[i].y);
  const short = Math.min(Math.max(side(0, 1), side(3, 2)), Math.max(side(0, 3), side(1, 2)));
  return Math.max(along, short / size.height);
}
