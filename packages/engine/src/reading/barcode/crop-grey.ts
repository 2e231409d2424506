import type { GreyImage, RgbImage } from '../../photo/index.ts';
import type { PixelBox } from './find-dense-blocks.ts';

/** Bytes a pixel: decoders take RGB. */
const RGB = 3;

/** The box of a grey picture as RGB, `scale` times as large (a whole number), bilinear between the middles of its pixels. */
export function cropGrey(grey: GreyImage, box: PixelBox, scale: number): RgbImage {
  const width = (box.right - box.left) * scale;
  const height = (box.bottom - box.top) * scale;
  const data = new Uint8Array(width * height * RGB);
  let to = 0;
  for (let y = 0; y < height; y++) {
    const fy = clamp((y + 0.5) / scale - 0.5 + box.top, grey.height - 1);
    const y0 = Math.floor(fy);
    const down = fy - y0;
    const row0 = y0 * grey.width;
    const row1 = Math.min(grey.height - 1, y0 + 1) * grey.width;
    for (let x = 0; x < width; x++) {
      const fx = clamp((x + 0.5) / scale - 0.5 + box.left, grey.width - 1);
      const x0 = Math.floor(fx);
      const x1 = Math.min(grey.width - 1, x0 + 1);
      const right = fx - x0;
      const above = (grey.data[row0 + x0] ?? 0) * (1 - right) + (grey.data[row0 + x1] ?? 0) * right;
      const below = (grey.data[row1 + x0] ?? 0) * (1 - right) + (grey.data[row1 + x1] ?? 0) * right;
      const value = above * (1 - down) + below * down;
      data[to++] = value;
      data[to++] = value;
      data[to++] = value;
    }
  }
  return { width, height, data };
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value;
}
