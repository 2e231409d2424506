import { allSidesPresent } from './all-sides-present.ts';
import { describeCheck } from './testing/describe-check.ts';
import { policyOf } from './testing/policy-of.ts';
import { CARD, LICENCE } from './testing/subject-parts.ts';

describeCheck(allSidesPresent, [
  ['a passport', {}, 'not_applicable'],
  [
    'both sides of a card',
    {
      kind: CARD,
      photos: [
        { noMrz: true, page: { format: 'ID-1' } },
        { side: 'back', mrz: { format: 'TD1' }, page: { format: 'ID-1' } },
      ],
    },
    'passed',
  ],
  [
    'the front of a card alone',
    { kind: CARD, photos: [{ noMrz: true, page: { format: 'ID-1' } }] },
    'failed',
    'document_side_missing',
  ],
  [
    'the back of a card alone',
    { kind: CARD, photos: [{ side: 'back', mrz: { format: 'TD1' } }] },
    'failed',
    'document_side_missing',
  ],
  [
    'a card with the zone on its front',
    { kind: CARD, photos: [{ mrz: { format: 'TD2' } }] },
    'failed',
    'document_side_missing',
  ],
  ['a licence of a state without a zone', { kind: LICENCE }, 'failed', 'document_side_missing'],
  [
    'one side, where the policy asks for one',
    { kind: LICENCE, policy: policyOf({ require_both_sides: false }) },
    'not_applicable',
  ],
  [
    'a licence with the bar code on its back',
    { kind: { ...LICENCE, issuingState: 'USA' } },
    'failed',
    'document_side_missing',
  ],
  [
    'the size of a card',
    { kind: { type: null, score: 0.6 }, photos: [{ noMrz: true, page: { format: 'ID-1' } }] },
    'failed',
    'document_side_missing',
  ],
  [
    'the size of a card in a picture too dark to believe it',
    {
      kind: { type: null, score: 0.6 },
      photos: [{ noMrz: true, page: { format: 'ID-1' }, quality: { meanLuma: 20 } }],
    },
    'not_performed',
  ],
  ['a kind that is not known', { kind: { type: null } }, 'not_performed'],
]);
