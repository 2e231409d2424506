import { areaCheck } from './area-check.ts';

/** No finger, sleeve or thing lies over the document. */
export const nothingCoversDocument = areaCheck({
  name: 'nothing-covers-document',
  code: 'document_covered',
  measure: 'covered share',
  detector: 'covering',
  areasOf: ({ quality }) => quality.covered,
  limitOf: (thresholds) => thresholds.covered_share_max,
});
