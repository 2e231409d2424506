import { expect, test } from 'vitest';
import { machineZoneReadable } from './machine-zone-readable.ts';
import { buildSubject } from './testing/build-subject.ts';
import { describeCheck } from './testing/describe-check.ts';
import { placeInZone, quad } from './testing/places.ts';
import { CARD, LICENCE } from './testing/subject-parts.ts';

describeCheck(machineZoneReadable, [
  ['a zone', {}, 'passed'],
  ['a passport without its zone', { photos: [{ noMrz: true }] }, 'failed', 'machine_zone_unreadable'],
  ['an Australian licence', { kind: LICENCE, photos: [{ noMrz: true }] }, 'not_applicable'],
  [
    'a card whose back is missing',
    { kind: CARD, photos: [{ noMrz: true, page: { format: 'ID-1' } }] },
    'not_performed',
  ],
  ['no document', { photos: [{ documents: 0 }] }, 'not_performed'],
]);

test('a zone that was not seen at all is looked for where the standard puts it', () => {
  const result = machineZoneReadable.run(buildSubject({ photos: [{ noMrz: true }] }));
  // 23.2 mm of the 88 mm of a passport's page, which is 700 px high here.
  expect('evidence' in result && result.evidence[0].region?.corners).toEqual([
    [0, 515],
    [1000, 515],
    [1000, 700],
    [0, 700],
  ]);
  expect('evidence' in result && result.evidence[0].characters).toBeUndefined();
});

test('of a zone that was seen in part the characters that were not are named', () => {
  const rejected = {
    lineRegions: [quad(50, 600, 950, 630), quad(50, 640, 950, 670)],
    characters: [
      [0.9, 0.3, 0].map((confidence, column) => ({
        character: '<',
        confidence,
        alternatives: [],
        region: placeInZone(0, column),
      })),
    ],
  };
  const result = machineZoneReadable.run(buildSubject({ photos: [{ rejectedMrz: rejected }] }));
  expect('evidence' in result && result.evidence[0]).toMatchObject({
    region: {
      corners: [
        [50, 600],
        [950, 600],
        [950, 670],
        [50, 670],
      ],
    },
    characters: [
      { line: 1, position: 2 },
      { line: 1, position: 3 },
    ],
  });
});
