import { isBadlyLit } from './badly-lit.ts';
import { pageRegion } from './photo-region.ts';
import { figure, pictureCheck } from './picture-check.ts';
import { rounded } from './rounded.ts';

/** The picture is in colour: no grey copy, no filter. A page of which nothing was read may be a sheet beside the document, and sheets are grey. */
export const inColour = pictureCheck('in-colour', 'image_not_colour', ({ page, mediaId, reading }, { request }) => {
  if (reading.side === 'unknown') return 'no field was read';
  if (isBadlyLit(page, request.policy.thresholds)) return 'the light is too weak or too strong to tell colours';
  const limit = request.policy.thresholds.chroma_deviation_min;
  return figure(page.quality.chromaDeviation < limit, {
    measure: 'chroma deviation',
    observed: rounded(page.quality.chromaDeviation),
    threshold: limit,
    unit: '0–255',
    region: pageRegion(page),
    media_id: mediaId,
    detector: 'colour',
  });
});
