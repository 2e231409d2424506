import { areaCheck } from './area-check.ts';

/** No light reflects on print, and hardly any on the document. */
export const freeOfGlare = areaCheck({
  name: 'free-of-glare',
  code: 'image_glare',
  measure: 'saturated share',
  detector: 'glare',
  areasOf: ({ quality }) => quality.glare,
  limitOf: (thresholds) => thresholds.glare_share_max,
  countsOverPrint: true,
});
