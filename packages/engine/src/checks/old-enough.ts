import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import { bestDate } from './best-date.ts';
import type { Check } from './check.ts';
import { inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { yearsLater } from './edtf-days.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { weighFindings } from './weigh-findings.ts';

const NAME = 'old-enough';

/** The holder has reached the policy's minimum age on the day asked for. */
export const oldEnough: Check = {
  name: NAME,
  run(subject): CheckResult {
    const { minimum_age } = subject.request.policy;
    if (minimum_age === undefined) return notApplicable(NAME, 'the policy sets no age');
    const birth = bestDate(NAME, subject, 'birth_date');
    if ('outcome' in birth) return birth.outcome === 'not_applicable' ? notPerformed(NAME, birth.because) : birth;
    const { reading, days } = birth;
    const [earliest, latest] = [yearsLater(days.first, minimum_age), yearsLater(days.last, minimum_age)];
    const evidence: Evidence = {
      measure: 'day of reaching the minimum age',
      observed: latest,
      threshold: subject.request.asOf,
      field: 'birth_date',
      sources: [sourceOf(reading)],
      ...placeOf(reading),
      detector: reading.witness,
      facts: { age: minimum_age, date: latest },
    };
    if (latest <= subject.request.asOf) return passed(NAME, evidence);
    if (earliest <= subject.request.asOf) return inconclusive(NAME, 'the day of birth is not printed', [evidence]);
    const unsure = 'the date was not read with certainty';
    return weighFindings(subject, { check: NAME, code: 'age_below_minimum', unsure }, [
      { evidence, readings: [reading] },
    ]);
  },
};
