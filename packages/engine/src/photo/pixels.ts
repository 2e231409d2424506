/** 8-bit sRGB, three bytes a pixel, row-major, no padding. */
export type RgbImage = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** 8-bit luma (Rec. 601 weights on sRGB values), one byte a pixel, row-major, no padding. */
export type GreyImage = { readonly width: number; readonly height: number; readonly data: Uint8Array };
