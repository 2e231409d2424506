import type { FieldName } from '@vidimus/vocabulary';
import { sidesAgree } from './sides-agree.ts';
import { describeCheck } from './testing/describe-check.ts';
import { areaOver } from './testing/places.ts';
import { fieldsWith, PRINT_ALONE } from './testing/specimen-fields.ts';
import { CARD } from './testing/subject-parts.ts';

/** What the front prints of one field alone. */
const fieldsOf = (name: FieldName) => PRINT_ALONE.filter(({ field }) => field === name);
const otherBirth = (confidence = 0.98) =>
  ({ field: 'birth_date', value: '1974-08-13', witness: 'visual_zone', confidence }) as const;

const otherName = { field: 'primary_identifier', value: 'OKONKWO', witness: 'visual_zone', confidence: 0.98 } as const;

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
  [
    'sides that differ in number and birth, and share a sex',
    {
      kind: CARD,
      photos: [
        {},
        {
          side: 'back',
          fields: [
            { field: 'document_number', value: 'X1234567', witness: 'mrz' },
            { field: 'birth_date', value: '1990-01-01', witness: 'mrz' },
            { field: 'sex', value: 'F', witness: 'mrz' },
          ],
        },
      ],
    },
    'failed',
    'sides_mismatch',
  ],
  [
    'one field that differs among others that agree',
    {
      kind: CARD,
      photos: [{}, { side: 'back', fields: fieldsWith({ birth_date: { value: '1990-01-01' } }) }],
    },
    'passed',
  ],
  [
    'sides without a field in common',
    { kind: CARD, photos: [{ fields: fieldsOf('birth_date') }, { side: 'back', fields: fieldsOf('sex') }] },
    'not_applicable',
  ],
  [
    'another birth alone on the back, hardly read',
    { kind: CARD, photos: [{ fields: fieldsOf('birth_date') }, { side: 'back', fields: [otherBirth(0.5)] }] },
    'inconclusive',
  ],
  [
    'another birth alone on the back, under light',
    {
      kind: CARD,
      photos: [
        { fields: fieldsOf('birth_date') },
        { side: 'back', fields: [otherBirth()], quality: { glare: [areaOver(0.5)] } },
      ],
    },
    'not_performed',
  ],
  [
    'another number alone on the back',
    {
      kind: CARD,
      photos: [
        { fields: fieldsOf('document_number') },
        { side: 'back', fields: [{ field: 'document_number', value: 'X1234567', witness: 'mrz' }] },
      ],
    },
    'failed',
    'sides_mismatch',
  ],
  [
    'another name on the back, and a state that many people share',
    {
      kind: CARD,
      photos: [
        { fields: [...fieldsOf('primary_identifier'), ...fieldsOf('nationality')] },
        { side: 'back', fields: [otherName, ...fieldsOf('nationality')] },
      ],
    },
    'failed',
    'sides_mismatch',
  ],
  [
    'another birth date on the back, and a sex that many people share',
    {
      kind: CARD,
      photos: [
        { fields: [...fieldsOf('birth_date'), ...fieldsOf('sex')] },
        { side: 'back', fields: [{ ...otherBirth(), value: '1991-02-03' }, ...fieldsOf('sex')] },
      ],
    },
    'failed',
    'sides_mismatch',
  ],
  [
    'another birth date printed on the back under the same number',
    {
      kind: CARD,
      photos: [
        { fields: [...fieldsOf('birth_date'), ...fieldsOf('document_number')] },
        { side: 'back', fields: [{ ...otherBirth(), value: '1991-02-03' }, ...fieldsOf('document_number')] },
      ],
    },
    'inconclusive',
  ],
]);
