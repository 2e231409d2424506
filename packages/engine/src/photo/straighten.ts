import type { Homography } from './geometry.ts';
import type { GreyImage, RgbImage } from './pixels.ts';
import { toGrey } from './to-grey.ts';
import { warpBilinear } from './warp-bilinear.ts';
import { warpSupersampled } from './warp-supersampled.ts';

/** From this many photo pixels per page pixel on, single bilinear samples would alias. */
const SUPERSAMPLE_FROM = 1.5;
const MOST_SAMPLES = 4;

export type Straightened = { readonly image: RgbImage; readonly grey: GreyImage };

/**
 * The page as seen from straight above: every page pixel is fetched from the photo through `pageToPhoto`.
 * `photoPixelsPerPagePixel` chooses the filter. What lies outside the photo is black.
 */
export function straighten(
  photo: RgbImage,
  pageToPhoto: Homography,
  width: number,
  height: number,
  photoPixelsPerPagePixel: number,
): Straightened {
  const image = { width, height, data: new Uint8Array(width * height * 3) };
  if (photoPixelsPerPagePixel < SUPERSAMPLE_FROM) warpBilinear(photo, pageToPhoto, image);
  else {
    const samples = Math.min(MOST_SAMPLES, Math.round(photoPixelsPerPagePixel));
    warpSupersampled(photo, pageToPhoto, image, samples);
  }
  return { image, grey: toGrey(image) };
}
