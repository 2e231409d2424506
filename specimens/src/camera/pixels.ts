/** 8-bit sRGB, three bytes a pixel, row-major, no padding. Drawn into while the photograph is made. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray };

/** Red, green and blue, 0–255. */
export type Colour = readonly [number, number, number];

/** Rec. 601 luma of sRGB values. */
export function lumaOf(r: number, g: number, b: number): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}
