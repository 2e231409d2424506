import { describeCheck } from './testing/describe-check.ts';
import { policyOf } from './testing/policy-of.ts';
import { validLongEnough } from './valid-long-enough.ts';

describeCheck(validLongEnough, [
  ['no days asked', {}, 'not_applicable'],
  ['enough days', { policy: policyOf({ minimum_days_left: 90 }) }, 'passed'],
  [
    'too few days',
    { policy: policyOf({ minimum_days_left: 90 }), asOf: '2012-04-01' },
    'failed',
    'document_expires_soon',
  ],
  ['expired already', { policy: policyOf({ minimum_days_left: 90 }), asOf: '2013-04-01' }, 'not_applicable'],
]);
