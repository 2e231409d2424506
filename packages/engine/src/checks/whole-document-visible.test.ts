import { describeCheck } from './testing/describe-check.ts';
import { wholeDocumentVisible } from './whole-document-visible.ts';

describeCheck(wholeDocumentVisible, [
  ['four corners', {}, 'passed'],
  [
    'an edge outside',
    { photos: [{ quality: { cutOffEdges: ['left'], cornersVisible: 2 } }] },
    'failed',
    'document_cut_off',
  ],
  ['no outline', { photos: [{ page: { outlineFound: false } }] }, 'inconclusive'],
  ['no document', { photos: [{ documents: 0 }] }, 'not_performed'],
]);
