import { documentAccepted } from './document-accepted.ts';
import { describeCheck } from './testing/describe-check.ts';
import { policyOf } from './testing/policy-of.ts';

describeCheck(documentAccepted, [
  ['an accepted type', {}, 'passed'],
  ['a type that is not', { kind: { type: 'visa' } }, 'failed', 'document_not_accepted_by_policy'],
  [
    "Utopia's in production",
    { policy: policyOf({ accept_specimens: false }) },
    'failed',
    'document_not_accepted_by_policy',
  ],
  [
    'a mark WZÓR (specimen) in production',
    {
      policy: policyOf({ accept_specimens: false }),
      kind: { issuingState: 'FRA' },
      photos: [{ visualZone: { marks: [{ word: 'WZÓR', meaning: 'specimen' }] } }],
    },
    'failed',
    'document_not_accepted_by_policy',
  ],
  [
    'a state that was not read, where states matter',
    { policy: policyOf({ documents: [{ states: ['FRA'], types: ['passport'] }] }), kind: { issuingState: null } },
    'not_performed',
  ],
]);
