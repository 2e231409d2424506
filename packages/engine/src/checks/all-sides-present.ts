import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notApplicable, notPerformed } from './check-outcome.ts';
import { whyNoPage } from './located-pages.ts';
import { requiredSides, shownSides } from './required-sides.ts';

const NAME = 'all-sides-present';

/** Every side that this kind of document needs was given. */
export const allSidesPresent: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    if (!subject.request.policy.require_both_sides) return notApplicable(NAME, 'the policy asks for one side');
    const required = requiredSides(subject);
    if (required === null) return notPerformed(NAME, 'the kind of document could not be told');
    if (required.length === 1) return notApplicable(NAME, 'one side of this document is enough');
    const shown = shownSides(subject);
    const missing = required.filter((side) => !shown.has(side));
    // A side that came twice, or could not be told, is the finding of `right-side`: it takes the place of the missing one.
    if (missing.length > 0 && subject.photos.length >= required.length) {
      return notPerformed(NAME, 'a photo does not show the side that it should');
    }
    const found = missing.map(
      (side): Evidence => ({
        measure: 'sides given',
        observed: [...shown].join(', '),
        threshold: required.join(', '),
        detector: 'side',
        facts: { side, ...(subject.kind.type ? { document_type: subject.kind.type } : {}) },
      }),
    );
    return failedIfAny(NAME, 'document_side_missing', found, [
      { measure: 'sides given', observed: [...shown].join(', ') },
    ]);
  },
};
