import type { CheckResult, DocumentSide, Evidence } from '@vidimus/vocabulary';
import { pagesOfDocument } from '../reading/index.ts';
import type { Check, CheckSubject } from './check.ts';
import { failedIfAny, notApplicable, notPerformed } from './check-outcome.ts';
import { type LocatedPage, locatedPages, whyNoPage } from './located-pages.ts';
import { pageRegion } from './photo-region.ts';
import { requiredSides } from './required-sides.ts';
import { opposite, sidesShown } from './sides-shown.ts';

const NAME = 'right-side';
const UNKNOWN = 'the side of the document could not be told';

/** Each photo shows the side that was asked for, and no side comes twice. Where no side was asked for, their order does not matter. */
export const rightSide: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const pages = locatedPages(subject);
    const asked = pages.some((page) => page.asked !== undefined);
    if (!asked && pages.length === 1) return notApplicable(NAME, 'no side was asked for');
    if (!asked && requiredSides(subject)?.length === 1) return notApplicable(NAME, 'the document has one page');
    const found = asked ? wrongSides(pages) : repeatedSides(subject);
    const unknown = pages.some((page) => page.asked !== undefined && page.reading.side === 'unknown');
    if (found.length === 0 && unknown) return notPerformed(NAME, UNKNOWN);
    // Of several documents the wrong one may have been taken for the one that the photo is of: `one-document-only` says so.
    if (found.length > 0 && !asked && showSeveral(subject)) return notPerformed(NAME, UNKNOWN);
    const measured = sidesShown(subject).map(({ located, side }) => evidenceOf(located, side, located.asked ?? side));
    return failedIfAny(NAME, 'document_wrong_side', found, measured);
  },
};

function showSeveral({ photos }: CheckSubject): boolean {
  return photos.some(
    ({ content }) => content.kind === 'located' && content.pages.length > pagesOfDocument(content.pages).length,
  );
}

function wrongSides(pages: readonly LocatedPage[]): readonly Evidence[] {
  return pages.flatMap((page) => {
    const { side } = page.reading;
    const { asked } = page;
    return side === 'unknown' || asked === undefined || asked === side ? [] : [evidenceOf(page, side, asked)];
  });
}

function repeatedSides(subject: CheckSubject): readonly Evidence[] {
  return sidesShown(subject)
    .filter(({ isRepeated }) => isRepeated)
    .map(({ located, side }) => evidenceOf(located, side, opposite(side)));
}

function evidenceOf(located: LocatedPage, side: DocumentSide, wanted: DocumentSide): Evidence {
  return {
    measure: 'side of the document',
    observed: side,
    threshold: wanted,
    region: pageRegion(located.page),
    media_id: located.mediaId,
    detector: 'side',
    facts: { side, other_side: wanted },
  };
}
