import { expect, test } from 'vitest';
import type { OutlineMaps } from './outline-maps.ts';
import { MAP_SIDE } from './outline-maps.ts';
import type { OutlineSight } from './outline-sight.ts';
import { box, EMPTY_MAPS, PICTURE } from './outlines.fixture.ts';
import { viewAround } from './view-around.ts';

/** Of a square cut-out in whose middle a document is seen, half as long as its side. */
function mapsOfCutout(side: number): OutlineMaps {
  const document = new Float32Array(MAP_SIDE * MAP_SIDE);
  for (let y = 0; y < MAP_SIDE; y++)
    for (let x = 0; x < MAP_SIDE; x++) {
      const [dx, dy] = [Math.abs(x - 63.5) / MAP_SIDE, Math.abs(y - 63.5) / MAP_SIDE];
      if (dx < 0.25 && dy < 0.16) document[y * MAP_SIDE + x] = 0.95;
    }
  const cos = new Float32Array(MAP_SIDE * MAP_SIDE).fill(1);
  return { ...EMPTY_MAPS, document, cos, cellsPerPixel: MAP_SIDE / side, width: MAP_SIDE, height: MAP_SIDE };
}

test.each([
  { what: 'a card', side: 200, found: 1 },
  { what: 'a speckle, too small for a document that could be read,', side: 40, found: 0 },
])('of $what in the middle of a look at $side pixels of a thousand $found is found', async ({ side, found }) => {
  const sight: OutlineSight = {
    image: { ...PICTURE, data: new Uint8Array(PICTURE.width * PICTURE.height * 3) },
    judge: (quads) => Promise.resolve(quads.map(() => ({ right: 0.9, place: 1, sides: [1, 1, 1, 1] }))),
    mapsOf: ({ image }) => Promise.resolve(mapsOfCutout(image.width)),
    enlarged: () => Promise.reject(new Error('nothing is looked at enlarged')),
  };
  const around = box(500 - side / 2, 300 - side / 2, 500 + side / 2, 300 + side / 2);
  const { outlines } = await viewAround(sight, around, { surroundings: 1 });
  expect(outlines).toHaveLength(found);
});
