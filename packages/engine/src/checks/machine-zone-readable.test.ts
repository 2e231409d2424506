import { machineZoneReadable } from './machine-zone-readable.ts';
import { describeCheck } from './testing/describe-check.ts';
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
