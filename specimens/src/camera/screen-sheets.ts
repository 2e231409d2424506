import { newPicture } from './draw-rect.ts';
import type { Colour } from './pixels.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

const PAGES: readonly [Colour, ...Colour[]] = [
  [244, 246, 252],
  [30, 32, 38],
  [120, 128, 140],
  [10, 10, 12],
];

/** A display under the document: its bezel, and the empty page on which the document is shown. */
export function layScreen(document: Sheet, random: Random): readonly Sheet[] {
  const room = random.between(1.15, 2.4);
  const rim = random.between(3, 16);
  const page = flat(
    document.widthMm * room,
    document.heightMm * (room + random.between(0, 0.3)),
    random.pick(PAGES),
    1,
  );
  const bezel = flat(page.widthMm + 2 * rim, page.heightMm + 2 * rim, [18, 18, 20], 5);
  return [bezel, page];
}

function flat(widthMm: number, heightMm: number, colour: Colour, cornerRadiusMm: number): Sheet {
  return {
    picture: newPicture(8, 8, colour),
    widthMm,
    heightMm,
    centreMm: [0, 0],
    rotationDegrees: 0,
    cornerRadiusMm,
    bendMm: 0,
    thicknessMm: 4,
  };
}
