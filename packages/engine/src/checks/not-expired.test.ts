import { notExpired } from './not-expired.ts';
import { describeCheck } from './testing/describe-check.ts';
import { areaOver } from './testing/places.ts';
import { policyOf } from './testing/policy-of.ts';
import { fieldsWith } from './testing/specimen-fields.ts';

describeCheck(notExpired, [
  ['its last day', { asOf: '2012-04-15' }, 'passed'],
  ['the day after', { asOf: '2012-04-16' }, 'failed', 'document_expired'],
  [
    'the day after, under light',
    { asOf: '2012-04-16', photos: [{ quality: { glare: [areaOver(0.5)] } }] },
    'not_performed',
  ],
  [
    'the day after, hardly read',
    {
      asOf: '2012-04-16',
      photos: [{ noMrz: true, fields: fieldsWith({ 'mrz:expiry_date': null, expiry_date: { confidence: 0.7 } }) }],
    },
    'inconclusive',
  ],
  [
    'a month without its day',
    {
      asOf: '2012-04-16',
      photos: [{ fields: fieldsWith({ 'mrz:expiry_date': { value: '2012-04-XX' }, expiry_date: null }) }],
    },
    'inconclusive',
  ],
  [
    'a document without the field',
    {
      policy: policyOf({ required_fields: [] }),
      photos: [{ fields: fieldsWith({ 'mrz:expiry_date': null, expiry_date: null }) }],
    },
    'not_applicable',
  ],
  ['a required field not read', { photos: [{ fields: [] }] }, 'not_performed'],
]);
