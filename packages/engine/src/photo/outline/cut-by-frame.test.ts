import { expect, test } from 'vitest';
import { cutByFrame, type OnFrame, type PhotoEnds } from './cut-by-frame.ts';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

const LABEL = 1;
const INSIDE: OnFrame = [false, false, false, false];
const WHOLE_PHOTO: PhotoEnds = [true, true, true, true];
const BORDER_CELLS = 1.5;

/** A document from `left` to x 60, y 40 to 80, as a perfect network would show it: border along its own edges, none along the photo's. */
function documentFrom(left: number) {
  const size = MAP_SIDE * MAP_SIDE;
  const document = new Float32Array(size);
  const border = new Float32Array(size);
  const labels = new Int16Array(size);
  for (let y = 40; y < 80; y++) {
    for (let x = Math.max(0, left); x < 60; x++) {
      const i = y * MAP_SIDE + x;
      document[i] = 1;
      labels[i] = LABEL;
      const nearest = Math.min(x - left, 59 - x, y - 40, 79 - y);
      border[i] = nearest < BORDER_CELLS ? 1 : 0;
    }
  }
  const maps: OutlineMaps = {
    document,
    border,
    covered: new Float32Array(size),
    cos: new Float32Array(size),
    sin: new Float32Array(size),
    cellsPerPixel: 1,
    left: 0,
    top: 0,
    width: MAP_SIDE,
    height: MAP_SIDE,
  };
  // Four lines that were found inside the photo, whatever is cut off.
  const x0 = Math.max(1, left);
  const corners = [
    { x: x0, y: 40 },
    { x: 60, y: 40 },
    { x: 60, y: 80 },
    { x: x0, y: 80 },
  ];
  return { maps, labels, corners };
}

test.each([
  { name: 'a document that goes on beyond the photo is cut there', left: -10, ends: WHOLE_PHOTO, cut: [3] },
  { name: 'a document that is whole and near the end is not', left: 1, ends: WHOLE_PHOTO, cut: [] },
  { name: 'nor one in the middle', left: 20, ends: WHOLE_PHOTO, cut: [] },
  {
    name: 'the end of a cut-out is not the end of the photo',
    left: -10,
    ends: [false, true, true, true] as const,
    cut: [],
  },
])('$name', ({ left, ends, cut }) => {
  const { maps, labels, corners } = documentFrom(left);
  const onFrame = cutByFrame(corners, INSIDE, maps, labels, LABEL, ends);
  expect([0, 1, 2, 3].filter((side) => onFrame[side])).toEqual(cut);
});

test('a side that lay on the frame before stays there', () => {
  const { maps, labels, corners } = documentFrom(20);
  const onFrame = cutByFrame(corners, [true, false, false, false], maps, labels, LABEL, WHOLE_PHOTO);
  expect(onFrame).toEqual([true, false, false, false]);
});

test('what reaches the end of the photo from beside the document does not cut it', () => {
  const { maps, labels, corners } = documentFrom(20);
  const document = maps.document.slice();
  for (let y = 80; y < MAP_SIDE; y++) {
    for (let x = 30; x < 45; x++) {
      document[y * MAP_SIDE + x] = 1;
      labels[y * MAP_SIDE + x] = LABEL;
    }
  }
  const onFrame = cutByFrame(corners, INSIDE, { ...maps, document }, labels, LABEL, WHOLE_PHOTO);
  expect(onFrame).toEqual(INSIDE);
});
