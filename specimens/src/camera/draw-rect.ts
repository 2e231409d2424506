import { noiseSquare } from './noise.ts';
import type { Pixels } from './pixels.ts';

/** A picture of one colour. */
export function newPicture(width: number, height: number, colour: readonly number[]): Pixels {
  const picture = {
    width: Math.max(8, Math.round(width)),
    height: Math.max(8, Math.round(height)),
    data: new Uint8ClampedArray(0),
  };
  const filled = { ...picture, data: new Uint8ClampedArray(picture.width * picture.height * 3) };
  fillRect(filled, 0, 0, filled.width, filled.height, colour);
  return filled;
}

/** Fills whole texels; what lies outside the picture is left out. */
export function fillRect(
  picture: Pixels,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: readonly number[],
): void {
  const left = Math.max(0, Math.round(x));
  const right = Math.min(picture.width, Math.round(x + width));
  const bottom = Math.min(picture.height, Math.round(y + height));
  const [r = 0, g = 0, b = 0] = colour;
  for (let row = Math.max(0, Math.round(y)); row < bottom; row++) {
    for (let to = (row * picture.width + left) * 3, end = (row * picture.width + right) * 3; to < end; to += 3) {
      picture.data[to] = r;
      picture.data[to + 1] = g;
      picture.data[to + 2] = b;
    }
  }
}

/** Roughens a surface by ± `levels`. */
export function paintGrain(picture: Pixels, levels: number): void {
  const noise = noiseSquare();
  const mask = noise.length - 1;
  // A stride that shares no factor with the square's side keeps rows from lining up.
  const stride = 389;
  for (let y = 0, to = 0; y < picture.height; y++) {
    for (let x = 0, at = y * stride; x < picture.width; x++, at += 3, to += 3) {
      const change = ((noise[at & mask] ?? 0) - 0.5) * 2 * levels;
      for (let c = 0; c < 3; c++)
        picture.data[to + c] = Math.max(0, Math.min((picture.data[to + c] ?? 0) + change, 255));
    }
  }
}
