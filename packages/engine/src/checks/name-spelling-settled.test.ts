import { nameSpellingSettled } from './name-spelling-settled.ts';
import { describeCheck } from './testing/describe-check.ts';

describeCheck(nameSpellingSettled, [
  ['a Latin spelling', {}, 'not_applicable'],
  [
    'Cyrillic alone',
    { photos: [{ fields: [{ field: 'primary_identifier', value: 'Шевченко', witness: 'visual_zone' }] }] },
    'failed',
    'name_spelling_unconfirmed',
  ],
  [
    'Cyrillic, and a spelling chosen',
    {
      claims: { name: 'Shevchenko' },
      photos: [{ fields: [{ field: 'primary_identifier', value: 'Шевченко', witness: 'visual_zone' }] }],
    },
    'passed',
  ],
  ['no name', { photos: [{ fields: [] }] }, 'not_performed'],
]);
