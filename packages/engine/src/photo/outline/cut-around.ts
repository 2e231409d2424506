import type { RgbImage } from '../pixels.ts';
import type { XY } from './convex-hull.ts';
import type { OutlineMaps } from './outline-maps.ts';

/** A part of a picture, and where its corner lies there. */
export type Cutout = { readonly image: RgbImage; readonly left: number; readonly top: number };

/** The square about these points, their extent `surroundings` times, as far as the picture goes. */
export function cutAround(image: RgbImage, points: readonly XY[], surroundings: number): Cutout {
  const [left, right] = extent(points.map(({ x }) => x));
  const [top, bottom] = extent(points.map(({ y }) => y));
  const half = (Math.max(right - left, bottom - top) * surroundings) / 2;
  const x0 = clamp(Math.floor((left + right) / 2 - half), image.width - 1);
  const y0 = clamp(Math.floor((top + bottom) / 2 - half), image.height - 1);
  const x1 = clamp(Math.ceil((left + right) / 2 + half), image.width);
  const y1 = clamp(Math.ceil((top + bottom) / 2 + half), image.height);
  const width = Math.max(1, x1 - x0);
  const height = Math.max(1, y1 - y0);
  const data = new Uint8Array(width * height * CHANNELS);
  for (let y = 0; y < height; y++) {
    const from = ((y0 + y) * image.width + x0) * CHANNELS;
    data.set(image.data.subarray(from, from + width * CHANNELS), y * width * CHANNELS);
  }
  return { image: { width, height, data }, left: x0, top: y0 };
}
const CHANNELS = 3;

/** Maps of a part of the picture as maps of the whole. */
export function moveMapsOut(maps: OutlineMaps, { left, top }: Omit<Cutout, 'image'>, image: RgbImage): OutlineMaps {
  return {
    ...maps,
    left: maps.left - left * maps.cellsPerPixel,
    top: maps.top - top * maps.cellsPerPixel,
    width: image.width * maps.cellsPerPixel,
    height: image.height * maps.cellsPerPixel,
  };
}

function extent(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
