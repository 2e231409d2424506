import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notApplicable, notPerformed } from './check-outcome.ts';
import { bestReading } from './field-evidence.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';
import { pictureFault } from './picture-fault.ts';
import { requiredSides, shownSides } from './required-sides.ts';

const NAME = 'required-fields-present';

/** The document shows every field that the policy requires. A label without a value is a matter of reading, not of the document. */
export const requiredFieldsPresent: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const { policy } = subject.request;
    if (policy.required_fields.length === 0) return notApplicable(NAME, 'the policy requires no field');
    const pages = locatedPages(subject);
    const labelled = new Set(
      pages.flatMap(({ reading }) => reading.visualZone.labelsWithoutValue.map(({ field }) => field)),
    );
    const absent = policy.required_fields.filter((field) => !bestReading(subject, field) && !labelled.has(field));
    const fault = absent.length > 0 ? (pictureFault(subject) ?? whyIncomplete(subject)) : null;
    if (fault) return notPerformed(NAME, fault);
    const found = absent.map(
      (field): Evidence => ({
        measure: 'field seen on the document',
        observed: false,
        field,
        ...(pages[0] ? { media_id: pages[0].mediaId } : {}),
        facts: { accepted: [...new Set(policy.documents.flatMap(({ types }) => types))] },
      }),
    );
    const seen: Evidence = { measure: 'required fields seen', observed: policy.required_fields.length - absent.length };
    return failedIfAny(NAME, 'field_absent', found, [seen]);
  },
};

function whyIncomplete(subject: Parameters<Check['run']>[0]): string | null {
  const shown = shownSides(subject);
  if (locatedPages(subject).some(({ reading }) => reading.visualZone.unreadScripts.length > 0)) {
    return 'part of the document is in a script that is not read';
  }
  if (requiredSides(subject)?.some((side) => !shown.has(side))) return 'a side of the document is missing';
  return subject.kind.type === null ? 'the kind of document could not be told' : null;
}
