import { scriptReadable } from './script-readable.ts';
import { describeCheck } from './testing/describe-check.ts';
import { fieldsWith } from './testing/specimen-fields.ts';

/** A zone would vouch for the name in Latin letters. */
const printWith = (changes: Parameters<typeof fieldsWith>[0]) =>
  fieldsWith(changes).filter(({ witness }) => witness === 'visual_zone');

describeCheck(scriptReadable, [
  ['Latin letters', {}, 'passed'],
  [
    'Georgian alone',
    { photos: [{ fields: [], visualZone: { unreadScripts: ['Geor'] } }] },
    'failed',
    'script_not_readable',
  ],
  [
    'a guess at Georgian letters between fields that were read well',
    {
      kind: { issuingState: 'GEO' },
      photos: [
        {
          fields: printWith({ primary_identifier: { value: 'goodg', confidence: 0.3 }, secondary_identifier: null }),
          visualZone: { unreadScripts: ['Zzzz'] },
        },
      ],
    },
    'failed',
    'script_not_readable',
  ],
  ['Georgian beside a zone', { photos: [{ visualZone: { unreadScripts: ['Geor'] } }] }, 'passed'],
]);
