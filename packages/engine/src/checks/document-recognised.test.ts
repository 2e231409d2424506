import { documentRecognised } from './document-recognised.ts';
import { describeCheck } from './testing/describe-check.ts';

describeCheck(documentRecognised, [
  ['a passport', {}, 'passed'],
  ['an unknown layout', { kind: { type: null, score: 0.2 } }, 'failed', 'document_not_recognised'],
  ['a title, but too few fields', { kind: { score: 0.35 } }, 'failed', 'document_not_recognised'],
]);
