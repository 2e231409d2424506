import { sidesAgree } from './sides-agree.ts';
import { describeCheck } from './testing/describe-check.ts';
import { fieldsWith } from './testing/specimen-fields.ts';
import { CARD } from './testing/subject-parts.ts';

describeCheck(sidesAgree, [
  ['one side', {}, 'not_applicable'],
  ['two sides of one card', { kind: CARD, photos: [{}, { side: 'back' }] }, 'passed'],
  [
    'sides of two cards',
    {
      kind: CARD,
      photos: [
        {},
        {
          side: 'back',
          fields: fieldsWith({
            document_number: { value: 'X1234567' },
            'mrz:document_number': { value: 'X1234567' },
            'mrz:birth_date': { value: '1990-01-01' },
            'mrz:expiry_date': { value: '2011-01-01' },
            'mrz:primary_identifier': { value: 'SMITH' },
            'mrz:sex': { value: 'M' },
            'mrz:nationality': { value: 'FRA' },
          }).filter(({ witness }) => witness === 'mrz'),
        },
      ],
    },
    'failed',
    'sides_mismatch',
  ],
]);
