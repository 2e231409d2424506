import { expect, test } from 'vitest';
import { fieldsReadable } from './fields-readable.ts';
import { buildSubject } from './testing/build-subject.ts';
import { describeCheck } from './testing/describe-check.ts';
import { FIELD_PLACE, placeInZone } from './testing/places.ts';
import { policyOf } from './testing/policy-of.ts';
import { fieldsWith, SPECIMEN_LINES } from './testing/specimen-fields.ts';

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

test('the characters that were not read with certainty are named: of the zone by line and place, of print by place', () => {
  const number = {
    confidence: 0.3,
    characters: [...'L898902C3'].map((character, i) => ({ character, confidence: i === 2 ? 0.3 : 0.9 })),
  };
  const printed = {
    fields: fieldsWith({ 'mrz:document_number': null, 'visual_zone:document_number': number }),
    noMrz: true,
  };
  const characters = SPECIMEN_LINES.map((line, i) =>
    [...line].map((character, column) => ({
      character,
      confidence: i === 1 && column === 2 ? 0.3 : 0.99,
      alternatives: [{ character: 'B', confidence: 0.3 }],
      region: placeInZone(i, column),
    })),
  );
  const spans = [{ line: 1, start: 0, end: 9 }];
  const coded = {
    fields: fieldsWith({ 'visual_zone:document_number': null, 'mrz:document_number': { confidence: 0.3, spans } }),
    mrz: { characters, checkDigits: [] },
  };
  const namedOn = (photo: typeof printed | typeof coded) => {
    const result = fieldsReadable.run(buildSubject({ photos: [photo] }));
    return 'evidence' in result ? result.evidence[0]?.characters : [];
  };
  expect(namedOn(printed)).toEqual([{ position: 3, character: '9', confidence: 0.3, alternatives: [] }]);
  expect(namedOn(coded)).toMatchObject([
    {
      line: 2,
      position: 3,
      character: '9',
      alternatives: [{ character: 'B' }],
      region: {
        corners: [
          [91, 640],
          [111, 640],
          [111, 670],
          [91, 670],
        ],
      },
    },
  ]);
});
