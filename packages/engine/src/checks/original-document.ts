import { isBadlyLit } from './badly-lit.ts';
import { pageRegion } from './photo-region.ts';
import { figure, pictureCheck } from './picture-check.ts';
import { rounded } from './rounded.ts';

/** The photo is of the document, not of a screen. The measure is weak: a hint, which the decision never takes as a ground alone. */
export const originalDocument = pictureCheck(
  'original-document',
  'document_not_original',
  ({ page, mediaId }, { request }) => {
    if (isBadlyLit(page, request.policy.thresholds)) return 'the light is too weak or too strong to tell a screen';
    const limit = request.policy.thresholds.recapture_hint_min;
    return figure(page.quality.recapture >= limit, {
      measure: 'likeness to a photographed screen',
      observed: rounded(page.quality.recapture),
      threshold: limit,
      unit: '0–1',
      region: pageRegion(page),
      media_id: mediaId,
      detector: 'recapture',
      facts: { medium: 'screen' },
    });
  },
);
