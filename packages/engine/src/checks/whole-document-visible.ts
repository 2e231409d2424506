import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, inconclusive, notPerformed } from './check-outcome.ts';
import { type LocatedPage, locatedPages, whyNoPage } from './located-pages.ts';
import { pageRegion } from './photo-region.ts';

const NAME = 'whole-document-visible';
const CORNERS = 4;

/** All four corners lie inside the frame. */
export const wholeDocumentVisible: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const pages = locatedPages(subject);
    const cut = pages.filter(({ page }) => page.quality.cutOffEdges.length > 0);
    const unseen = pages.find((page) => !page.page.outlineFound && !isTextWithin(page));
    if (cut.length === 0 && unseen) return inconclusive(NAME, 'no outline was seen', [evidenceOf(unseen)]);
    return failedIfAny(NAME, 'document_cut_off', cut.map(evidenceOf), pages.map(evidenceOf));
  },
};

/** Print nearer to the edge of an unseen outline than so many of its own heights may go on beyond it. */
const MARGIN_HEIGHTS = 0.5;

/** Whether every line of print ends inside the page, so that nothing of it can be missing. */
function isTextWithin({ page }: LocatedPage): boolean {
  const { width, height } = page.image;
  return (
    page.textLines.length > 0 &&
    page.textLines.every(({ quad, heightPx }) => {
      const margin = heightPx * MARGIN_HEIGHTS;
      return quad.every(({ x, y }) => x > margin && y > margin && x < width - margin && y < height - margin);
    })
  );
}

function evidenceOf({ page, mediaId }: LocatedPage): Evidence {
  const edges = [...page.quality.cutOffEdges];
  return {
    measure: 'corners in the frame',
    observed: page.quality.cornersVisible,
    threshold: CORNERS,
    region: pageRegion(page),
    media_id: mediaId,
    detector: 'document-outline',
    ...(edges.length > 0 ? { facts: { edges } } : {}),
  };
}
