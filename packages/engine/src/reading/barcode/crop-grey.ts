import type { GreyImage, RgbImage } from '../../photo/index.ts';
import type { PixelBox } from './find-dense-blocks.ts';

/** Bytes a pixel: decoders take RGB. */
const RGB = 3;

/** The box of a grey picture as RGB, `scale` times as large (a whole number), bilinear between the middles of its pixels. */
export function cropGrey(grey: GreyImage, box: PixelBox, scale: number): RgbImage {
  const width = (box.right - box.left) * scale;
  const height = (box.bottom - box.top) * scale;
  const data = new Uint8Array(width * height * RGB);
  const columns = placesAlong(width, scale, box.left, grey.width);
  const rows = placesAlong(height, scale, box.top, grey.height);
  for (let y = 0; y < height; y++) {
    const upper = (rows.first[y] ?? 0) * grey.width;
    const lower = (rows.second[y] ?? 0) * grey.width;
    blendRow(data, y * width * RGB, grey.data, upper, lower, rows.share[y] ?? 0, columns);
  }
  return { width, height, data };
}

/** Two neighbours along a side of the picture, and the part of the second in what lies between them, 0–1. */
type Places = { readonly first: Int32Array; readonly second: Int32Array; readonly share: Float64Array };

function placesAlong(count: number, scale: number, start: number, length: number): Places {
  const [first, second, share] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    const place = clamp((i + 0.5) / scale - 0.5 + start, length - 1);
    const whole = Math.floor(place);
    first[i] = whole;
    second[i] = Math.min(length - 1, whole + 1);
    share[i] = place - whole;
  }
  return { first, second, share };
}

/** In a function of its own, which is compiled after a few rows: the picture's would only be after many pictures. */
function blendRow(
  target: Uint8Array,
  start: number,
  source: Uint8Array,
  upper: number,
  lower: number,
  down: number,
  { first, second, share }: Places,
): void {
  for (let x = 0, to = start; x < first.length; x++) {
    const a = first[x] ?? 0;
    const b = second[x] ?? 0;
    const right = share[x] ?? 0;
    const above = (source[upper + a] ?? 0) * (1 - right) + (source[upper + b] ?? 0) * right;
    const below = (source[lower + a] ?? 0) * (1 - right) + (source[lower + b] ?? 0) * right;
    const value = above * (1 - down) + below * down;
    target[to++] = value;
    target[to++] = value;
    target[to++] = value;
  }
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value;
}
