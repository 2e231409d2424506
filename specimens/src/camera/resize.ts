import type { Pixels } from './pixels.ts';

/** Half the width and height; every pixel is the mean of four. */
export function halve(picture: Pixels): Pixels {
  const width = picture.width >> 1;
  const height = picture.height >> 1;
  const data = new Uint8ClampedArray(width * height * 3);
  const from = picture.data;
  const stride = picture.width * 3;
  for (let y = 0, to = 0; y < height; y++) {
    let i = y * 2 * stride;
    let j = i + stride;
    for (let x = 0; x < width; x++, i += 6, j += 6, to += 3) {
      data[to] = ((from[i] ?? 0) + (from[i + 3] ?? 0) + (from[j] ?? 0) + (from[j + 3] ?? 0) + 2) >> 2;
      data[to + 1] = ((from[i + 1] ?? 0) + (from[i + 4] ?? 0) + (from[j + 1] ?? 0) + (from[j + 4] ?? 0) + 2) >> 2;
      data[to + 2] = ((from[i + 2] ?? 0) + (from[i + 5] ?? 0) + (from[j + 2] ?? 0) + (from[j + 5] ?? 0) + 2) >> 2;
    }
  }
  return { width, height, data };
}

/** Draws a picture at twice its size, linear between its pixels, over the whole of `into`. */
export function doubleInto(small: Pixels, into: Pixels): void {
  const { width, height, data } = into;
  const from = small.data;
  const stride = small.width * 3;
  const row = new Float32Array(stride);
  for (let y = 0, to = 0; y < height; y++) {
    const at = Math.max(0, Math.min((y - 0.5) / 2, small.height - 1));
    const upper = Math.min(Math.floor(at), small.height - 1);
    const lower = Math.min(upper + 1, small.height - 1);
    const below = at - upper;
    for (let i = 0; i < stride; i++) {
      row[i] = (from[upper * stride + i] ?? 0) * (1 - below) + (from[lower * stride + i] ?? 0) * below;
    }
    for (let x = 0; x < width; x++, to += 3) {
      const across = Math.max(0, Math.min((x - 0.5) / 2, small.width - 1));
      const left = across | 0;
      const right = across - left;
      const i = left * 3;
      const j = Math.min(left + 1, small.width - 1) * 3;
      data[to] = (row[i] ?? 0) * (1 - right) + (row[j] ?? 0) * right;
      data[to + 1] = (row[i + 1] ?? 0) * (1 - right) + (row[j + 1] ?? 0) * right;
      data[to + 2] = (row[i + 2] ?? 0) * (1 - right) + (row[j + 2] ?? 0) * right;
    }
  }
}
