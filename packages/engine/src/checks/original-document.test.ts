import { originalDocument } from './original-document.ts';
import { describeCheck } from './testing/describe-check.ts';

describeCheck(originalDocument, [
  ['the document itself', {}, 'passed'],
  ['a screen', { photos: [{ quality: { recapture: 0.9 } }] }, 'failed', 'document_not_original'],
]);
