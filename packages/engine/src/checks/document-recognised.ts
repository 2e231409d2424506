import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failed, notPerformed, passed } from './check-outcome.ts';
import { LAYOUT_SCORE_MIN } from './layout-score.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';
import { pageRegion } from './photo-region.ts';

const NAME = 'document-recognised';

/** We know what kind of document this is. */
export const documentRecognised: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const { kind, request } = subject;
    const [first] = locatedPages(subject);
    const evidence: Evidence = {
      measure: 'layout score',
      observed: kind.score,
      threshold: LAYOUT_SCORE_MIN,
      unit: '0–1',
      ...(first ? { region: pageRegion(first.page), media_id: first.mediaId } : {}),
      detector: 'layout',
    };
    if (kind.type !== null && kind.score >= LAYOUT_SCORE_MIN) return passed(NAME, evidence);
    const accepted = [...new Set(request.policy.documents.flatMap(({ types }) => types))];
    return failed(NAME, 'document_not_recognised', [{ ...evidence, facts: { accepted } }]);
  },
};
