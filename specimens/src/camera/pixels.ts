/** 8-bit sRGB, three bytes a pixel, row-major, no padding. Drawn into while the photograph is made. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Red, green and blue, 0–255. */
export type Colour = readonly [number, number, number];

/** Rec. 601 luma of sRGB values. */
export function lumaOf(r: number, g: number, b: number): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** The same bytes without a copy: the camera works on clamped arrays only, so that its loops see one kind of array. */
export function clampedPixels(picture: {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}): Pixels {
  const kept = known.get(picture.data);
  if (kept !== undefined) return kept;
  const { buffer, byteOffset, length } = picture.data;
  const clamped = { ...picture, data: new Uint8ClampedArray(buffer, byteOffset, length) };
  known.set(picture.data, clamped);
  return clamped;
}

const known = new WeakMap<Uint8Array, Pixels>();
