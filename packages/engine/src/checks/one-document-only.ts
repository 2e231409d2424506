import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import { pagesOfDocument } from '../reading/index.ts';
import type { Check } from './check.ts';
import { failedIfAny, notPerformed } from './check-outcome.ts';
import { whyNoPage } from './located-pages.ts';
import { pageRegion } from './photo-region.ts';

const NAME = 'one-document-only';

/** Each photo shows one document. Front and back of a card beside one another count as one. */
export const oneDocumentOnly: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const found = subject.photos.flatMap(({ mediaId, content }): readonly Evidence[] => {
      if (content.kind !== 'located') return [];
      const own = pagesOfDocument(content.pages).length;
      return content.pages.slice(own).map(({ page }) => ({
        measure: 'documents in the frame',
        observed: content.pages.length,
        threshold: 1,
        region: pageRegion(page),
        media_id: mediaId,
        detector: 'document-outline',
        ...(subject.kind.type ? { facts: { document_type: subject.kind.type } } : {}),
      }));
    });
    return failedIfAny(NAME, 'document_multiple', found, [{ measure: 'documents in the frame', observed: 1 }]);
  },
};
