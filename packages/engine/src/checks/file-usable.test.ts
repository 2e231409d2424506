import { fileUsable } from './file-usable.ts';
import { describeCheck } from './testing/describe-check.ts';
import { NOT_USABLE } from './testing/subject-parts.ts';

describeCheck(fileUsable, [
  ['a file that opens', {}, 'passed'],
  ['an empty file', { photos: [{ unusable: NOT_USABLE }] }, 'failed', 'file_not_usable'],
  ['no photo at all', { photos: [] }, 'not_performed'],
]);
