import { expect, test } from 'vitest';
import { documentNames } from './document-names.ts';
import { buildSubject, type SubjectSpec } from './testing/build-subject.ts';
import { fieldsWith } from './testing/specimen-fields.ts';

const cyrillic = { original: { script: 'Cyrl', text: 'Эрикссон' } };

test.each<[fact: string, spec: SubjectSpec, names: readonly string[]]>([
  ['each witness gives the name', {}, ['mrz: ANNA MARIA ERIKSSON', 'visual_zone: ANNA MARIA ERIKSSON']],
  [
    'given names belong to the surname of their own witness',
    { photos: [{ fields: fieldsWith({ 'mrz:secondary_identifier': null }) }] },
    ['mrz: ERIKSSON', 'visual_zone: ANNA MARIA ERIKSSON'],
  ],
  [
    'the spelling in its own script is a name of its own',
    { photos: [{ fields: fieldsWith({ 'mrz:primary_identifier': null, primary_identifier: cyrillic }) }] },
    ['visual_zone: ANNA MARIA ERIKSSON', 'visual_zone: Эрикссон'],
  ],
  ['no surname, no name', { photos: [{ fields: fieldsWith({ primary_identifier: null }) }] }, []],
])('%s', (_fact, spec, names) => {
  expect(documentNames(buildSubject(spec)).map(({ text, reading }) => `${reading.witness}: ${text}`)).toEqual(names);
});

test('a zone without room for the whole name says so, the print beside it does not', () => {
  const names = documentNames(buildSubject({ photos: [{ mrz: { nameTruncated: true } }] }));
  expect(names.map(({ name }) => 'truncated' in name && name.truncated)).toEqual([true, false]);
});
