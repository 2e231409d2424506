import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import { bestDate } from './best-date.ts';
import type { Check } from './check.ts';
import { inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { judgeAge } from './judge-dates.ts';
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
    const { verdict, evidence: told } = judgeAge(minimum_age, days, subject.request.asOf);
    const evidence: Evidence = {
      ...told,
      field: 'birth_date',
      sources: [sourceOf(reading)],
      ...placeOf(reading),
      detector: reading.witness,
    };
    if (verdict === 'holds') return passed(NAME, evidence);
    if (verdict === 'open') return inconclusive(NAME, 'the day of birth is not printed', [evidence]);
    const unsure = 'the date was not read with certainty';
    return weighFindings(subject, { check: NAME, code: 'age_below_minimum', unsure }, [
      { evidence, readings: [reading] },
    ]);
  },
};
