import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import { bestDate } from './best-date.ts';
import type { Check } from './check.ts';
import { inconclusive, passed } from './check-outcome.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { weighFindings } from './weigh-findings.ts';

const NAME = 'not-expired';

/** The document is valid on the day asked for: its last day is not over. */
export const notExpired: Check = {
  name: NAME,
  run(subject): CheckResult {
    const expiry = bestDate(NAME, subject, 'expiry_date');
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
    const unsure = 'the date was not read with certainty';
    return weighFindings(subject, { check: NAME, code: 'document_expired', unsure }, [
      { evidence, readings: [reading] },
    ]);
  },
};
