import { documentFound } from './document-found.ts';
import { describeCheck } from './testing/describe-check.ts';
import { NOT_USABLE } from './testing/subject-parts.ts';

describeCheck(documentFound, [
  ['a document', {}, 'passed'],
  ['an empty table', { photos: [{ documents: 0 }] }, 'failed', 'document_not_found'],
  ['only files that do not open', { photos: [{ unusable: NOT_USABLE }] }, 'not_performed'],
]);
