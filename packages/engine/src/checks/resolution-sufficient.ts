import type { Evidence } from '@vidimus/vocabulary';
import { pageRegion } from './photo-region.ts';
import { pictureCheck } from './picture-check.ts';

const MM_PER_INCH = 25.4;

/** There are enough dots per inch to read the document. Between `dpi_min` and `dpi_warn` it passes with a note. */
export const resolutionSufficient = pictureCheck(
  'resolution-sufficient',
  'image_resolution_low',
  ({ page, mediaId }, { request }) => {
    const { dpi_min, dpi_warn } = request.policy.thresholds;
    const dpi = Math.round(page.quality.pixelsPerMm * MM_PER_INCH);
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
