import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notApplicable, notPerformed } from './check-outcome.ts';
import { type LocatedPage, locatedPages, whyNoPage } from './located-pages.ts';
import { pageRegion } from './photo-region.ts';

const NAME = 'right-side';

/** Each photo shows the side that was asked for, and no side comes twice. */
export const rightSide: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const pages = locatedPages(subject);
    if (pages.length === 1 && pages[0]?.asked === undefined) return notApplicable(NAME, 'no side was asked for');

    const found: Evidence[] = [];
    const seen = new Set<string>();
    for (const page of pages) {
      const { side } = page.reading;
      const wrong = side !== 'unknown' && page.asked !== undefined && page.asked !== side;
      const repeated = side !== 'unknown' && page.asked === undefined && seen.has(side);
      if (wrong || repeated) found.push(evidenceOf(page));
      seen.add(side);
    }
    const unknown = pages.find(({ asked, reading }) => asked !== undefined && reading.side === 'unknown');
    if (found.length === 0 && unknown) return notPerformed(NAME, 'the side of the document could not be told');
    return failedIfAny(NAME, 'document_wrong_side', found, pages.map(evidenceOf));
  },
};

function evidenceOf({ mediaId, asked, page, reading }: LocatedPage): Evidence {
  const other = asked ?? (reading.side === 'front' ? 'back' : 'front');
  return {
    measure: 'side of the document',
    observed: reading.side,
    threshold: other,
    region: pageRegion(page),
    media_id: mediaId,
    detector: 'side',
    ...(reading.side === 'unknown' ? {} : { facts: { side: reading.side, other_side: other } }),
  };
}
