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
  const { width, height } = into;
  // Means of bytes are bytes: nothing to clamp.
  const data = new Uint8Array(into.data.buffer, into.data.byteOffset, into.data.length);
  const from = small.data;
  const stride = small.width * 3;
  // One pixel of margin left and right repeats the edge.
  const row = new Int32Array(stride + 6);
  for (let y = 0; y < height; y++) {
    // Every pixel lies a quarter of the way from the nearer small pixel to the other: three parts and one.
    const near = Math.min(y >> 1, small.height - 1) * stride;
    const far = Math.max(0, Math.min((y >> 1) + (y & 1 ? 1 : -1), small.height - 1)) * stride;
    for (let i = 0; i < stride; i++) row[i + 3] = 3 * (from[near + i] ?? 0) + (from[far + i] ?? 0);
    row.copyWithin(0, 3, 6);
    row.copyWithin(stride + 3, stride, stride + 3);
    const end = (y + 1) * width * 3;
    for (let i = 3, to = y * width * 3; to < end; i += 3, to += 6) {
      const r = 3 * (row[i] ?? 0) + 8;
      const g = 3 * (row[i + 1] ?? 0) + 8;
      const b = 3 * (row[i + 2] ?? 0) + 8;
      data[to] = (r + (row[i - 3] ?? 0)) >> 4;
      data[to + 1] = (g + (row[i - 2] ?? 0)) >> 4;
      data[to + 2] = (b + (row[i - 1] ?? 0)) >> 4;
      if (to + 3 === end) break;
      data[to + 3] = (r + (row[i + 3] ?? 0)) >> 4;
      data[to + 4] = (g + (row[i + 4] ?? 0)) >> 4;
      data[to + 5] = (b + (row[i + 5] ?? 0)) >> 4;
    }
  }
}
