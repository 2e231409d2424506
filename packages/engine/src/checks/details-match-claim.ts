import type { CheckResult, Evidence, FieldName } from '@vidimus/vocabulary';
import { normaliseStateCode } from '../standards/index.ts';
import { bestReading } from './best-reading.ts';
import type { Check, CheckSubject, SubjectReading } from './check.ts';
import { notApplicable, notPerformed, passed } from './check-outcome.ts';
import { valuesAgree } from './compare-values.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { whyNoPage } from './located-pages.ts';
import { type Finding, weighFindings } from './weigh-findings.ts';

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
      return reading ? [{ reading, value, agrees: agrees(subject, field, value) }] : [];
    });
    if (compared.length < claimed.length && compared.every(({ agrees: same }) => same)) {
      return notPerformed(NAME, 'a claimed detail was not read');
    }
    const [first, ...rest] = compared.filter((one) => !one.agrees).map(findingOf);
    if (first === undefined) return passed(NAME, ...compared.map(evidenceOf));
    const unsure = 'a detail was not read with certainty';
    return weighFindings(subject, { check: NAME, code: 'claimed_detail_mismatch', unsure }, [first, ...rest]);
  },
};

type Compared = { readonly reading: SubjectReading; readonly value: string };

/** Any witness that says the same is enough: that they differ among themselves is `zones-agree`'s finding. */
function agrees(subject: CheckSubject, field: FieldName, value: string): boolean {
  const claimed = field === 'nationality' || field === 'issuing_state' ? (normaliseStateCode(value) ?? value) : value;
  return subject.fields.some((one) => one.field === field && valuesAgree(field, claimed, one.value));
}

function findingOf(compared: Compared): Finding {
  return { evidence: evidenceOf(compared), readings: [compared.reading] };
}

function evidenceOf({ reading, value }: Compared): Evidence {
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
