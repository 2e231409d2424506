import type { CheckResult, CountryRule, Evidence } from '@vidimus/vocabulary';
import { failed, notApplicable, notPerformed, passed } from './check-outcome.ts';

/** The claim of `residence-accepted`, of a declared country (ISO 3166-1 alpha-3) alone. */
export const RESIDENCE_ACCEPTED = 'residence-accepted';

/** Whether the operator serves people who live in a country, under the policy's rule. */
export function judgeResidence({ accept, refuse }: CountryRule, residence: string | undefined): CheckResult {
  if (accept === 'all' && refuse.length === 0) {
    return notApplicable(RESIDENCE_ACCEPTED, 'the policy serves every country');
  }
  if (residence === undefined) return notPerformed(RESIDENCE_ACCEPTED, 'no country of residence was declared');
  const evidence: Evidence = {
    measure: 'declared country of residence',
    observed: residence,
    threshold: accept === 'all' ? `all but ${refuse.join(', ')}` : accept.join(', '),
    facts: { country: residence },
  };
  const served = (accept === 'all' || accept.includes(residence)) && !refuse.includes(residence);
  return served
    ? passed(RESIDENCE_ACCEPTED, evidence)
    : failed(RESIDENCE_ACCEPTED, 'residence_country_not_supported', [evidence]);
}
