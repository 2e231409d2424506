import { describeCheck } from './testing/describe-check.ts';
import { areaOver, FIELD_PLACE } from './testing/places.ts';
import { fieldsWith, PRINT_ALONE, printedAs, SPECIMEN_FIELDS, ZONE_ALONE } from './testing/specimen-fields.ts';
import { zonesAgree } from './zones-agree.ts';

const birthAlone = (value: string, confidence = 0.98) =>
  printedAs('birth_date', value, confidence).filter(({ field }) => field === 'birth_date');

describeCheck(zonesAgree, [
  ['the same twice', {}, 'passed'],
  ['another birth', { photos: [{ fields: printedAs('birth_date', '1974-08-13') }] }, 'failed', 'machine_zone_mismatch'],
  [
    'another birth, under light, beside a number that agrees',
    { photos: [{ fields: printedAs('birth_date', '1974-08-13'), quality: { glare: [areaOver(0.5)] } }] },
    'passed',
  ],
  [
    'another birth, hardly read, beside a number that agrees',
    { photos: [{ fields: printedAs('birth_date', '1974-08-13', 0.5) }] },
    'passed',
  ],
  [
    'nothing but another birth, under light',
    { photos: [{ fields: birthAlone('1974-08-13'), quality: { glare: [areaOver(0.5)] } }] },
    'not_performed',
  ],
  ['nothing but another birth, hardly read', { photos: [{ fields: birthAlone('1974-08-13', 0.5) }] }, 'inconclusive'],
  [
    'another number',
    { photos: [{ fields: printedAs('document_number', 'L891702F3') }] },
    'failed',
    'machine_zone_mismatch',
  ],
  ['a number with one letter misread', { photos: [{ fields: printedAs('document_number', 'L898902K3') }] }, 'passed'],
  ['a number with its neighbour', { photos: [{ fields: printedAs('document_number', 'L898902C3AMB') }] }, 'passed'],
  [
    'a name without its marks',
    {
      photos: [
        {
          fields: fieldsWith({
            'visual_zone:primary_identifier': { value: 'GOTZ' },
            'mrz:primary_identifier': { value: 'GOETZ' },
          }),
        },
      ],
    },
    'passed',
  ],
  [
    'a name that is printed in Cyrillic, too',
    { kind: { issuingState: 'UKR' }, photos: [{ fields: printedAs('primary_identifier', 'OHEKCAH') }] },
    'passed',
  ],
  [
    'a number that stands in print without its label',
    {
      photos: [
        {
          fields: ZONE_ALONE,
          visualZone: { lines: [{ text: 'No. L898902C3', confidence: 0.95, region: FIELD_PLACE }] },
        },
      ],
    },
    'passed',
  ],
  [
    'another name',
    { photos: [{ fields: printedAs('primary_identifier', 'SMITH') }] },
    'failed',
    'machine_zone_mismatch',
  ],
  [
    'O for 0 in a number that its digit confirms',
    { photos: [{ fields: printedAs('document_number', 'L8989O2C3') }] },
    'passed',
  ],
  [
    'a nationality of which three letters were read',
    { photos: [{ fields: printedAs('nationality', 'NAM') }] },
    'passed',
  ],
  ['an unknown day', { photos: [{ fields: printedAs('birth_date', '1974-08-XX') }] }, 'passed'],
  [
    'Ö and OE',
    {
      photos: [
        {
          fields: fieldsWith({
            'visual_zone:primary_identifier': { value: 'Götz' },
            'mrz:primary_identifier': { value: 'GOETZ' },
          }),
        },
      ],
    },
    'passed',
  ],
  [
    'nothing but the same sex, which half of all people share',
    { photos: [{ fields: SPECIMEN_FIELDS.filter(({ field }) => field === 'sex') }] },
    'inconclusive',
  ],
  ['code alone', { photos: [{ fields: ZONE_ALONE }] }, 'not_performed'],
  ['print alone', { photos: [{ fields: PRINT_ALONE }] }, 'not_applicable'],
]);
