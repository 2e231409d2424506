import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failed, inconclusive, notPerformed, passed } from './check-outcome.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { weightOf } from './reading-weight.ts';
import { trustedDate } from './trusted-date.ts';

const NAME = 'not-expired';

/** The document is valid on the day asked for: its last day is not over. */
export const notExpired: Check = {
  name: NAME,
  run(subject): CheckResult {
    const expiry = trustedDate(NAME, subject, 'expiry_date');
    if ('outcome' in expiry) return expiry;
    const { reading, days } = expiry;
    const evidence: Evidence = {
      measure: 'date of expiry',
      observed: reading.value,
      threshold: subject.request.asOf,
      field: 'expiry_date',
      sources: [sourceOf(reading)],
      ...placeOf(reading),
      detector: reading.witness,
      facts: { date: reading.value },
    };
    if (days.first >= subject.request.asOf) return passed(NAME, evidence);
    if (days.last >= subject.request.asOf) return inconclusive(NAME, 'the day of expiry is not printed', [evidence]);
    const weight = weightOf(subject, [reading]);
    if (weight.is === 'disturbed') return notPerformed(NAME, weight.because);
    if (weight.is === 'unsure') return inconclusive(NAME, 'the date was not read with certainty', [evidence]);
    return failed(NAME, 'document_expired', [evidence]);
  },
};
