import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { ReadPage } from '../reading/index.ts';
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
      if (content.kind !== 'located' || content.pages.length <= 1 || areBothSides(content.pages)) return [];
      return content.pages.slice(1).map(({ page }) => ({
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

function areBothSides(pages: readonly ReadPage[]): boolean {
  const sides = new Set(pages.map(({ reading }) => reading.side));
  return pages.length === 2 && sides.has('front') && sides.has('back');
}
