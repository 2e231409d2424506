import { nothingCoversDocument } from './nothing-covers-document.ts';
import { describeCheck } from './testing/describe-check.ts';
import { areaOver } from './testing/places.ts';

describeCheck(nothingCoversDocument, [
  ['a clear document', {}, 'passed'],
  ['a finger over a field', { photos: [{ quality: { covered: [areaOver(0.5)] } }] }, 'failed', 'document_covered'],
  ['a finger beside the fields', { photos: [{ quality: { covered: [areaOver(0.05)] } }] }, 'passed'],
]);
