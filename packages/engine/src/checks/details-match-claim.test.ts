import { detailsMatchClaim } from './details-match-claim.ts';
import { describeCheck } from './testing/describe-check.ts';

describeCheck(detailsMatchClaim, [
  ['no claim', {}, 'not_applicable'],
  ['the birth', { claims: { birth_date: '1974-08-12' } }, 'passed'],
  ['another birth', { claims: { birth_date: '1974-08-13' } }, 'failed', 'claimed_detail_mismatch'],
  ['a detail that was not read', { claims: { personal_number: '1' } }, 'not_performed'],
]);
