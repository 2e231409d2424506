import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failed, notApplicable, notPerformed, passed } from './check-outcome.ts';

const NAME = 'residence-accepted';

/** The operator serves people who live in the declared country. Answered before any document is asked for. */
export const residenceAccepted: Check = {
  name: NAME,
  run({ request }): CheckResult {
    const { accept, refuse } = request.policy.residence;
    if (accept === 'all' && refuse.length === 0) return notApplicable(NAME, 'the policy serves every country');
    if (request.residence === undefined) return notPerformed(NAME, 'no country of residence was declared');
    const evidence: Evidence = {
      measure: 'declared country of residence',
      observed: request.residence,
      threshold: accept === 'all' ? `all but ${refuse.join(', ')}` : accept.join(', '),
      facts: { country: request.residence },
    };
    const served = (accept === 'all' || accept.includes(request.residence)) && !refuse.includes(request.residence);
    return served ? passed(NAME, evidence) : failed(NAME, 'residence_country_not_supported', [evidence]);
  },
};
