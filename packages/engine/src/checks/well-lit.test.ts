import { describeCheck } from './testing/describe-check.ts';
import { wellLit } from './well-lit.ts';

describeCheck(wellLit, [
  ['even light', {}, 'passed'],
  ['dusk', { photos: [{ quality: { meanLuma: 30 } }] }, 'failed', 'image_lighting'],
  ['a flash', { photos: [{ quality: { meanLuma: 240 } }] }, 'failed', 'image_lighting'],
]);
