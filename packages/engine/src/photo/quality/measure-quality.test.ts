import { expect, test } from 'vitest';
import type { Homography } from '../geometry.ts';
import { EMPTY_MAPS } from '../outline/outlines.fixture.ts';
import { toGrey } from '../to-grey.ts';
import { measureQuality } from './measure-quality.ts';

const WIDTH = 960;
const HEIGHT = 640;
const IN_PHOTO: Homography = [1, 0, 400, 0, 1, 200, 0, 0, 1];
const NOT_ON_FRAME = [false, false, false, false] as const;

/** A page without print that the photo, 1200 px broad, cuts on the right; a display's grid of four pixels lies over it, so strong. */
function cutPage(grid: number) {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    data.fill(170 + grid * (Math.cos((Math.PI * x) / 2) + Math.cos((Math.PI * y) / 2)), i * 3, i * 3 + 3);
  }
  const image = { width: WIDTH, height: HEIGHT, data };
  return measureQuality({
    image,
    grey: toGrey(image),
    textLines: [],
    outline: [
      { x: 400, y: 200 },
      { x: 400 + WIDTH, y: 200 },
      { x: 400 + WIDTH, y: 200 + HEIGHT },
      { x: 400, y: 200 + HEIGHT },
    ],
    onFrame: NOT_ON_FRAME,
    format: 'ID-1',
    photoWidth: 1200,
    photoHeight: 1000,
    pageToPhoto: IN_PHOTO,
    maps: EMPTY_MAPS,
    pageToInput: IN_PHOTO,
  });
}

test('of a screen’s panel that shows nothing along its edge the frame cuts no document', () => {
  const { recapture, cutOffEdges, cornersVisible } = cutPage(20);
  expect(recapture).toBeGreaterThan(0.5);
  expect({ cutOffEdges, cornersVisible }).toEqual({ cutOffEdges: [], cornersVisible: 4 });
});

test('a plain card that is no screen is cut', () => {
  const { recapture, cutOffEdges, cornersVisible } = cutPage(0);
  expect(recapture).toBeLessThan(0.5);
  expect({ cutOffEdges, cornersVisible }).toEqual({ cutOffEdges: ['right'], cornersVisible: 2 });
});
