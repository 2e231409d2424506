import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notPerformed } from './check-outcome.ts';

const NAME = 'document-found';

/** Each photo shows a document. */
export const documentFound: Check = {
  name: NAME,
  run({ photos }): CheckResult {
    const located = photos.flatMap(({ mediaId, content }) =>
      content.kind === 'located' ? [{ mediaId, ...content }] : [],
    );
    if (located.length === 0) return notPerformed(NAME, 'no file could be opened');
    const found = located
      .filter(({ pages }) => pages.length === 0)
      .map(
        ({ mediaId, photo }): Evidence => ({
          measure: 'documents found',
          observed: 0,
          threshold: 1,
          media_id: mediaId,
          detector: 'document-outline',
          ...(photo.noPage ? { facts: { tried: [...photo.noPage.tried] } } : {}),
        }),
      );
    const count = located.reduce((sum, { pages }) => sum + pages.length, 0);
    return failedIfAny(NAME, 'document_not_found', found, [{ measure: 'documents found', observed: count }]);
  },
};
