import { pageRegion } from './photo-region.ts';
import { figure, pictureCheck } from './picture-check.ts';
import { rounded } from './rounded.ts';

/** The document is neither too dark nor too bright. */
export const wellLit = pictureCheck('well-lit', 'image_lighting', ({ page, mediaId }, { request }) => {
  const { luma_min, luma_max } = request.policy.thresholds;
  const luma = page.quality.meanLuma;
  const light = luma < luma_min ? 'dark' : luma > luma_max ? 'bright' : null;
  return figure(light !== null, {
    measure: 'mean luma of the document',
    observed: rounded(luma),
    threshold: light === 'bright' ? luma_max : luma_min,
    unit: '0–255',
    region: pageRegion(page),
    media_id: mediaId,
    detector: 'light',
    ...(light ? { facts: { light } } : {}),
  });
});
