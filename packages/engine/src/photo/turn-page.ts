import type { RgbImage } from './pixels.ts';
import type { Straightened } from './straighten.ts';
import { toGrey } from './to-grey.ts';

/** The page turned clockwise by quarters: exact, and a tenth of the work of straightening it again. */
export function turnPage({ image, grey }: Straightened, turns: 0 | 1 | 2 | 3): Straightened {
  if (turns === 0) return { image, grey };
  const { width, height, data } = image;
  const upright = turns === 2;
  const turned: RgbImage = {
    width: upright ? width : height,
    height: upright ? height : width,
    data: new Uint8Array(data.length),
  };
  // Where the first pixel comes from, and the way from one pixel, and from one row, to the next.
  const start = turns === 1 ? (height - 1) * width : turns === 2 ? width * height - 1 : width - 1;
  const step = turns === 1 ? -width : turns === 2 ? -1 : width;
  const rowStep = turns === 1 ? 1 : turns === 2 ? -width : -1;
  for (let y = 0, to = 0; y < turned.height; y++) {
    for (let x = 0, from = (start + y * rowStep) * 3; x < turned.width; x++, from += step * 3) {
      turned.data[to++] = data[from] ?? 0;
      turned.data[to++] = data[from + 1] ?? 0;
      turned.data[to++] = data[from + 2] ?? 0;
    }
  }
  return { image: turned, grey: toGrey(turned) };
}
