import { requiredFieldsPresent } from './required-fields-present.ts';
import { describeCheck } from './testing/describe-check.ts';
import { fieldsWith } from './testing/specimen-fields.ts';
import { BLURRED } from './testing/subject-parts.ts';

describeCheck(requiredFieldsPresent, [
  ['all fields', {}, 'passed'],
  [
    'a name that no witness read is never absent',
    { photos: [{ fields: fieldsWith({ 'mrz:primary_identifier': null, primary_identifier: null }) }] },
    'not_performed',
  ],
  [
    'no date of expiry',
    { photos: [{ fields: fieldsWith({ 'mrz:expiry_date': null, expiry_date: null }) }] },
    'failed',
    'field_absent',
  ],
  [
    'no date of expiry on a blurred photo',
    { photos: [{ fields: fieldsWith({ 'mrz:expiry_date': null, expiry_date: null }), quality: BLURRED }] },
    'not_performed',
  ],
]);
