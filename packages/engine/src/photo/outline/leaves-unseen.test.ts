import { expect, test } from 'vitest';
import type { PhotoEnds } from './cut-by-frame.ts';
import { leavesUnseen } from './leaves-unseen.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

const LABEL = 1;
const WHOLE_PHOTO: PhotoEnds = [true, true, true, true];
const SIZE = MAP_SIDE * MAP_SIDE;
const MAPS: OutlineMaps = {
  document: new Float32Array(SIZE),
  border: new Float32Array(SIZE),
  covered: new Float32Array(SIZE),
  cos: new Float32Array(SIZE),
  sin: new Float32Array(SIZE),
  cellsPerPixel: 1,
  left: 0,
  top: 16,
  width: MAP_SIDE,
  height: 96,
};

/** Cells of a document from y = `top` down to 80; the photo begins at 16. */
function labelsFrom(top: number): Int16Array {
  const labels = new Int16Array(SIZE);
  for (let y = top; y < 80; y++) for (let x = 40; x < 90; x++) labels[y * MAP_SIDE + x] = LABEL;
  return labels;
}

const cornersFrom = (top: number) => [
  { x: 40, y: top },
  { x: 90, y: top },
  { x: 90, y: 80 },
  { x: 40, y: 80 },
];

test.each([
  {
    name: 'lines that leave a photo whose end the document does not come near',
    seen: 24,
    top: 10,
    ends: WHOLE_PHOTO,
    astray: true,
  },
  { name: 'lines of a document that goes on beyond the photo', seen: 16, top: 10, ends: WHOLE_PHOTO, astray: false },
  {
    name: 'lines of one seen up to the last cells, where nothing is sure',
    seen: 18,
    top: 10,
    ends: WHOLE_PHOTO,
    astray: false,
  },
  { name: 'lines that stay in the photo', seen: 24, top: 20, ends: WHOLE_PHOTO, astray: false },
  {
    name: 'lines that leave a cut-out, which ends where no photo does',
    seen: 24,
    top: 10,
    ends: [true, true, false, true] as const,
    astray: false,
  },
])('$name: $astray', ({ seen, top, ends, astray }) => {
  expect(leavesUnseen(cornersFrom(top), MAPS, labelsFrom(seen), LABEL, ends)).toBe(astray);
});
