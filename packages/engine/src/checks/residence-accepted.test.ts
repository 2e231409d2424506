import { residenceAccepted } from './residence-accepted.ts';
import { describeCheck } from './testing/describe-check.ts';
import { policyOf } from './testing/policy-of.ts';

describeCheck(residenceAccepted, [
  ['a policy for all', { residence: 'CRI' }, 'not_applicable'],
  ['a country served', { residence: 'CRI', policy: policyOf({ residence: { accept: ['CRI'] } }) }, 'passed'],
  [
    'a country refused',
    { residence: 'CRI', policy: policyOf({ residence: { refuse: ['CRI'] } }) },
    'failed',
    'residence_country_not_supported',
  ],
  ['no country declared', { policy: policyOf({ residence: { accept: ['CRI'] } }) }, 'not_performed'],
]);
