import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notApplicable, notPerformed } from './check-outcome.ts';
import { fieldsNotRead } from './fields-not-read.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';

const NAME = 'required-fields-present';

/** The document shows every field that the policy requires. One that may be there but was not read is a matter of reading, not of the document. */
export const requiredFieldsPresent: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const { policy } = subject.request;
    if (policy.required_fields.length === 0) return notApplicable(NAME, 'the policy requires no field');
    const { absent, unreadable } = fieldsNotRead(subject);
    const [first] = locatedPages(subject);
    const found = absent.map(
      (field): Evidence => ({
        measure: 'field seen on the document',
        observed: false,
        threshold: 'seen',
        field,
        ...(first ? { media_id: first.mediaId } : {}),
        detector: 'visual_zone',
        facts: { accepted: [...new Set(policy.documents.flatMap(({ types }) => types))] },
      }),
    );
    if (found.length === 0 && unreadable.length > 0) {
      return notPerformed(NAME, `not read: ${unreadable.join(', ')}`);
    }
    const seen: Evidence = { measure: 'required fields seen', observed: policy.required_fields.length };
    return failedIfAny(NAME, 'field_absent', found, [seen]);
  },
};
