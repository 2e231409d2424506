import { resolutionSufficient } from './resolution-sufficient.ts';
import { describeCheck } from './testing/describe-check.ts';
import { quad } from './testing/places.ts';

describeCheck(resolutionSufficient, [
  ['305 dpi', {}, 'passed'],
  ['180 dpi, with a note', { photos: [{ quality: { widthPx: 886 } }] }, 'passed'],
  ['100 dpi', { photos: [{ quality: { widthPx: 492 } }] }, 'failed', 'image_resolution_low'],
  ['as many dots on a smaller document', { photos: [{ quality: { widthPx: 620 }, mrz: { format: 'TD2' } }] }, 'passed'],
  [
    'a document that the frame cuts, along its whole edge',
    {
      photos: [{ quality: { widthPx: 700, cutOffEdges: ['right'] }, page: { outline: quad(0, 0, 700, 700) } }],
    },
    'passed',
  ],
]);
