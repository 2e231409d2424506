import type { CheckResult, Evidence, FieldName } from '@vidimus/vocabulary';
import { normaliseStateCode } from '../standards/index.ts';
import { bestReading } from './best-reading.ts';
import type { Check, CheckSubject, SubjectReading } from './check.ts';
import { failed, inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { valuesAgree } from './compare-values.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { whyNoPage } from './located-pages.ts';
import { weightOf } from './reading-weight.ts';

const NAME = 'details-match-claim';
/** What is claimed beside the name. */
const CLAIMABLE: readonly FieldName[] = [
  'birth_date',
  'document_number',
  'nationality',
  'sex',
  'issuing_state',
  'expiry_date',
  'issue_date',
  'personal_number',
];

/** What the applicant entered is what the document shows. */
export const detailsMatchClaim: Check = {
  name: NAME,
  run(subject): CheckResult {
    const claimed = CLAIMABLE.flatMap((field) => {
      const value = subject.request.claims[field];
      return value === undefined || value === '' ? [] : [{ field, value }];
    });
    if (claimed.length === 0) return notApplicable(NAME, 'no detail was claimed');
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);

    const compared = claimed.flatMap(({ field, value }) => {
      const reading = bestReading(subject, field);
      return reading ? [{ reading, value, agrees: agrees(field, value, reading, subject) }] : [];
    });
    if (compared.length < claimed.length && compared.every(({ agrees: same }) => same)) {
      return notPerformed(NAME, 'a claimed detail was not read');
    }
    const different = compared.filter((one) => !one.agrees);
    const [any, ...others] = different.map(evidenceOf);
    if (!any) return passed(NAME, ...compared.map(evidenceOf));
    const weights = different.map(({ reading }) => weightOf(subject, [reading]));
    const [sure, ...more] = different.filter((_, i) => weights[i]?.is === 'sure').map(evidenceOf);
    if (sure) return failed(NAME, 'claimed_detail_mismatch', [sure, ...more]);
    const disturbed = weights.find(({ is }) => is === 'disturbed');
    if (disturbed?.is === 'disturbed') return notPerformed(NAME, disturbed.because);
    return inconclusive(NAME, 'a detail was not read with certainty', [any, ...others]);
  },
};

function agrees(field: FieldName, value: string, reading: SubjectReading, subject: CheckSubject): boolean {
  const claimed = field === 'nationality' || field === 'issuing_state' ? (normaliseStateCode(value) ?? value) : value;
  // Any witness that says the same is enough: that they differ among themselves is `zones-agree`'s finding.
  return subject.fields.some((one) => one.field === reading.field && valuesAgree(field, claimed, one.value));
}

function evidenceOf({ reading, value }: { readonly reading: SubjectReading; readonly value: string }): Evidence {
  return {
    measure: 'claimed detail against the document',
    observed: reading.value,
    threshold: value,
    field: reading.field,
    sources: [{ witness: 'claim', value }, sourceOf(reading)],
    ...placeOf(reading),
    detector: reading.witness,
    facts: { claimed: value, read: reading.value },
  };
}
