import { oneDocumentOnly } from './one-document-only.ts';
import { describeCheck } from './testing/describe-check.ts';

describeCheck(oneDocumentOnly, [
  ['one document', {}, 'passed'],
  ['two documents', { photos: [{ documents: 2 }] }, 'failed', 'document_multiple'],
]);
