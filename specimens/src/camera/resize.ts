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
  const stride = small.width * 3;
  const rowOf = (y: number): Uint8ClampedArray => {
    const row = Math.max(0, Math.min(y, small.height - 1));
    return small.data.subarray(row * stride, (row + 1) * stride);
  };
  const between = new Int32Array(stride + 6);
  for (let y = 0; y < height; y++) {
    const near = y >> 1;
    mixRows(rowOf(near), rowOf(near + (y & 1 ? 1 : -1)), between);
    doubleRow(between, data.subarray(y * width * 3, (y + 1) * width * 3));
  }
}

/** Three parts of the nearer row and one of the other; one pixel of margin left and right repeats the edge. */
function mixRows(near: Uint8ClampedArray, far: Uint8ClampedArray, into: Int32Array): void {
  for (let i = 0; i < near.length; i++) into[i + 3] = 3 * (near[i] ?? 0) + (far[i] ?? 0);
  into.copyWithin(0, 3, 6);
  into.copyWithin(into.length - 3, into.length - 6, into.length - 3);
}

/** Three parts of the nearer pixel and one of the other, of rows that are fourfold already. */
function doubleRow(from: Int32Array, into: Uint8Array): void {
  for (let i = 3, to = 0; to < into.length; i += 3, to += 6) {
    const r = 3 * (from[i] ?? 0) + 8;
    const g = 3 * (from[i + 1] ?? 0) + 8;
    const b = 3 * (from[i + 2] ?? 0) + 8;
    into[to] = (r + (from[i - 3] ?? 0)) >> 4;
    into[to + 1] = (g + (from[i - 2] ?? 0)) >> 4;
    into[to + 2] = (b + (from[i - 1] ?? 0)) >> 4;
    if (to + 3 === into.length) break;
    into[to + 3] = (r + (from[i + 3] ?? 0)) >> 4;
    into[to + 4] = (g + (from[i + 4] ?? 0)) >> 4;
    into[to + 5] = (b + (from[i + 5] ?? 0)) >> 4;
  }
}
