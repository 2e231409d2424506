import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failed, inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { yearsLater } from './edtf-days.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { weightOf } from './reading-weight.ts';
import { trustedDate } from './trusted-date.ts';

const NAME = 'old-enough';

/** The holder has reached the policy's minimum age on the day asked for. */
export const oldEnough: Check = {
  name: NAME,
  run(subject): CheckResult {
    const { minimum_age } = subject.request.policy;
    if (minimum_age === undefined) return notApplicable(NAME, 'the policy sets no age');
    const birth = trustedDate(NAME, subject, 'birth_date');
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
    const weight = weightOf(subject, [reading]);
    if (weight.is === 'disturbed') return notPerformed(NAME, weight.because);
    if (weight.is === 'unsure') return inconclusive(NAME, 'the date was not read with certainty', [evidence]);
    return failed(NAME, 'age_below_minimum', [evidence]);
  },
};
