import type { Evidence } from '@vidimus/vocabulary';
import { dotsPerInch } from './dots-per-inch.ts';
import { pageRegion } from './photo-region.ts';
import { pictureCheck } from './picture-check.ts';

/** There are enough dots per inch to read the document. Between `dpi_min` and `dpi_warn` it passes with a note. */
export const resolutionSufficient = pictureCheck(
  'resolution-sufficient',
  'image_resolution_low',
  (located, subject) => {
    const { page, mediaId } = located;
    const { dpi_min, dpi_warn } = subject.request.policy.thresholds;
    const dpi = dotsPerInch(subject, located);
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
