import { nameMatchesClaim } from './name-matches-claim.ts';
import { describeCheck } from './testing/describe-check.ts';
import { BLURRED } from './testing/subject-parts.ts';

describeCheck(nameMatchesClaim, [
  ['no claim', {}, 'not_applicable'],
  ['the name', { claims: { name: 'Anna Maria Eriksson' } }, 'passed'],
  ['another name', { claims: { name: 'John Smith' } }, 'failed', 'name_mismatch'],
  ['a part of the name', { claims: { name: 'Anna Eriksson' } }, 'inconclusive'],
  ['another name, under blur', { claims: { name: 'John Smith' }, photos: [{ quality: BLURRED }] }, 'not_performed'],
]);
