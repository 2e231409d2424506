import { dataPossible } from './data-possible.ts';
import { describeCheck } from './testing/describe-check.ts';
import { fieldsWith, printedAs, SPECIMEN_FIELDS } from './testing/specimen-fields.ts';
import { BLURRED } from './testing/subject-parts.ts';

describeCheck(dataPossible, [
  ['a life', {}, 'passed'],
  ['a birth to come', { asOf: '1970-01-01' }, 'failed', 'document_data_impossible'],
  [
    '30 February',
    { photos: [{ fields: fieldsWith({ 'mrz:birth_date': { value: '1974-02-30' } }) }] },
    'failed',
    'document_data_impossible',
  ],
  ['an unknown day', { photos: [{ fields: fieldsWith({ birth_date: { value: '1974-02-XX' } }) }] }, 'passed'],
  [
    '30 February hardly read',
    { photos: [{ noMrz: true, fields: fieldsWith({ birth_date: { value: '1974-02-30', confidence: 0.5 } }) }] },
    'inconclusive',
  ],
  [
    '30 February in print, where the zone has a day that exists',
    { photos: [{ fields: printedAs('birth_date', '1974-02-30') }] },
    'passed',
  ],
  [
    'an issue to come, hardly read and not required',
    {
      photos: [
        {
          fields: [
            ...SPECIMEN_FIELDS,
            { field: 'issue_date', value: '2031-01-01', witness: 'visual_zone', confidence: 0.6 },
          ],
        },
      ],
    },
    'passed',
  ],
  [
    '30 February under blur',
    { photos: [{ quality: BLURRED, fields: fieldsWith({ birth_date: { value: '1974-02-30' } }) }] },
    'not_performed',
  ],
  [
    'a state that does not exist',
    { photos: [{ fields: fieldsWith({ nationality: { value: 'QQQ' } }) }] },
    'failed',
    'document_data_impossible',
  ],
]);
