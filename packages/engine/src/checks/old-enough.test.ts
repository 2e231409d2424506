import { oldEnough } from './old-enough.ts';
import { describeCheck } from './testing/describe-check.ts';
import { areaOver } from './testing/places.ts';
import { policyOf } from './testing/policy-of.ts';

describeCheck(oldEnough, [
  ['no age asked', {}, 'not_applicable'],
  ['the birthday itself', { policy: policyOf({ minimum_age: 18 }), asOf: '1992-08-12' }, 'passed'],
  ['the day before', { policy: policyOf({ minimum_age: 18 }), asOf: '1992-08-11' }, 'failed', 'age_below_minimum'],
  [
    'the day before, under light',
    { policy: policyOf({ minimum_age: 18 }), asOf: '1992-08-11', photos: [{ quality: { glare: [areaOver(1)] } }] },
    'not_performed',
  ],
  [
    'no date of birth',
    { policy: policyOf({ minimum_age: 18, required_fields: [] }), photos: [{ fields: [] }] },
    'not_performed',
  ],
]);
