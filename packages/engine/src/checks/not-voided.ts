import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notPerformed } from './check-outcome.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';
import { pageRegion } from './photo-region.ts';

const NAME = 'not-voided';
/** Words that a state prints or punches across a document that no longer counts. SPECIMEN is the policy's matter. */
const VOID_MARKS: ReadonlySet<string> = new Set([
  'VOID',
  'CANCELLED',
  'CANCELED',
  'INVALID',
  'ANNULÉ',
  'ANULADO',
  'UNGÜLTIG',
]);

/** No mark says that the document no longer counts. */
export const notVoided: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const found = locatedPages(subject).flatMap(({ mediaId, page, reading }) =>
      reading.visualZone.marks
        .filter((mark) => VOID_MARKS.has(mark.toUpperCase()))
        .map(
          (mark): Evidence => ({
            measure: 'mark across the document',
            observed: mark,
            region: pageRegion(page),
            media_id: mediaId,
            detector: 'visual_zone',
            facts: { damage: 'void' },
          }),
        ),
    );
    return failedIfAny(NAME, 'document_voided_or_damaged', found, [
      { measure: 'marks across the document', observed: found.length },
    ]);
  },
};
