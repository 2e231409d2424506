import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notPerformed } from './check-outcome.ts';
import { type LocatedPage, locatedPages, whyNoPage } from './located-pages.ts';
import { pageRegion, regionOf, toPhoto } from './photo-region.ts';
import { rounded } from './rounded.ts';

const NAME = 'not-voided';
/** No mark or hole says that the document no longer counts. SPECIMEN is the policy's matter. */
export const notVoided: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const found = locatedPages(subject).flatMap((located) => [...marksOf(located), ...holesOf(located)]);
    return failedIfAny(NAME, 'document_voided_or_damaged', found, [
      { measure: 'marks and holes across the document', observed: found.length },
    ]);
  },
};

function marksOf({ mediaId, page, reading }: LocatedPage): readonly Evidence[] {
  return reading.visualZone.marks
    .filter(({ meaning }) => meaning === 'void')
    .map(({ word }) => ({
      measure: 'mark across the document',
      observed: word,
      region: pageRegion(page),
      media_id: mediaId,
      detector: 'visual_zone',
      facts: { damage: 'void' },
    }));
}

function holesOf({ mediaId, page }: LocatedPage): readonly Evidence[] {
  const { holes = [], pixelsPerMm, widthPx } = page.quality;
  const pagePixelsPerMm = (pixelsPerMm * Math.max(page.image.width, page.image.height)) / widthPx;
  return holes.map(({ quad }) => ({
    measure: 'hole through the document',
    observed: rounded((quad[1].x - quad[0].x) / pagePixelsPerMm),
    unit: 'mm across',
    region: regionOf(toPhoto(page, quad)),
    media_id: mediaId,
    detector: 'holes',
    facts: { damage: 'hole' },
  }));
}
