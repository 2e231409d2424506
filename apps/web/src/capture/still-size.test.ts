import { expect, test } from 'vitest';
import { stillSize } from './still-size.ts';

const FILM = { width: 1280, height: 720 };

test.each([
  ['a camera that says nothing', FILM, null, FILM],
  ['a still like the film', FILM, FILM, FILM],
  ['a still that is smaller is not taken', FILM, { width: 640, height: 480 }, FILM],
  ['a still of twelve megapixels', FILM, { width: 4032, height: 3024 }, { width: 4032, height: 2268 }],
  [
    'a phone that stands upright',
    { width: 720, height: 1280 },
    { width: 4032, height: 3024 },
    { width: 2268, height: 4032 },
  ],
] as const)('%s', (_, film, photo, still) => {
  expect(stillSize(film, photo)).toEqual(still);
});
