import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import { bestDate } from './best-date.ts';
import type { Check } from './check.ts';
import { inconclusive, notApplicable, passed } from './check-outcome.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { judgeDaysLeft } from './judge-dates.ts';
import { weighFindings } from './weigh-findings.ts';

const NAME = 'valid-long-enough';

/** The document stays valid for as many days as the policy wants. */
export const validLongEnough: Check = {
  name: NAME,
  run(subject): CheckResult {
    const { minimum_days_left } = subject.request.policy;
    if (minimum_days_left === 0) return notApplicable(NAME, 'the policy asks for no days left');
    const expiry = bestDate(NAME, subject, 'expiry_date');
    if ('outcome' in expiry) return expiry;
    const { reading, days } = expiry;
    const judged = judgeDaysLeft(minimum_days_left, { ...days, edtf: reading.value }, subject.request.asOf);
    if (judged === null) return notApplicable(NAME, 'the document has expired already');
    const evidence: Evidence = {
      ...judged.evidence,
      field: 'expiry_date',
      sources: [sourceOf(reading)],
      ...placeOf(reading),
      detector: reading.witness,
    };
    if (judged.verdict === 'holds') return passed(NAME, evidence);
    if (judged.verdict === 'open') return inconclusive(NAME, 'the day of expiry is not printed', [evidence]);
    const unsure = 'the date was not read with certainty';
    return weighFindings(subject, { check: NAME, code: 'document_expires_soon', unsure }, [
      { evidence, readings: [reading] },
    ]);
  },
};
