import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notApplicable, notPerformed } from './check-outcome.ts';
import { whyNoPage } from './located-pages.ts';
import { missingSide, requiredSides } from './required-sides.ts';
import { sidesShown } from './sides-shown.ts';

const NAME = 'all-sides-present';

/** Every side that this kind of document has was given. */
export const allSidesPresent: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const { kind, photos, request } = subject;
    if (!request.policy.require_both_sides) return notApplicable(NAME, 'the policy asks for one side');
    const required = requiredSides(subject);
    if (required === null) return notPerformed(NAME, 'the kind of document could not be told');
    if (required.length === 1) return notApplicable(NAME, 'one side of this document is enough');
    const shown = sidesShown(subject);
    const observed = [...new Set(shown.map(({ side }) => side))].join(', ');
    const missing = missingSide(subject);
    // A side that came twice is the finding of `right-side`, an empty table that of `document-found`: each takes the place of the missing one.
    if (missing !== undefined && photos.length >= required.length) {
      return notPerformed(NAME, 'a photo does not show the side that it should');
    }
    const found: readonly Evidence[] =
      missing === undefined
        ? []
        : [
            {
              measure: 'sides given',
              observed,
              threshold: required.join(', '),
              ...(shown[0] ? { media_id: shown[0].located.mediaId } : {}),
              detector: 'side',
              facts: { side: missing, ...(kind.type ? { document_type: kind.type } : {}) },
            },
          ];
    return failedIfAny(NAME, 'document_side_missing', found, [{ measure: 'sides given', observed }]);
  },
};
