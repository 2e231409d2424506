import { fieldsReadable } from './fields-readable.ts';
import { describeCheck } from './testing/describe-check.ts';
import { FIELD_PLACE } from './testing/places.ts';
import { policyOf } from './testing/policy-of.ts';
import { fieldsWith } from './testing/specimen-fields.ts';

describeCheck(fieldsReadable, [
  ['clear fields', {}, 'passed'],
  [
    'an unsure number',
    {
      photos: [
        { fields: fieldsWith({ 'mrz:document_number': null, document_number: { confidence: 0.3 } }), noMrz: true },
      ],
    },
    'failed',
    'field_unreadable',
  ],
  [
    'a label without a value',
    {
      photos: [
        {
          fields: fieldsWith({ 'mrz:birth_date': null, birth_date: null }),
          visualZone: { labelsWithoutValue: [{ field: 'birth_date', region: FIELD_PLACE }] },
        },
      ],
    },
    'failed',
    'field_unreadable',
  ],
  ['no field at all', { photos: [{ fields: [] }] }, 'not_performed'],
  ['a policy that needs none', { policy: policyOf({ required_fields: [] }) }, 'not_applicable'],
  [
    'a name that no witness read',
    { photos: [{ fields: fieldsWith({ 'mrz:primary_identifier': null, primary_identifier: null }) }] },
    'failed',
    'field_unreadable',
  ],
]);
