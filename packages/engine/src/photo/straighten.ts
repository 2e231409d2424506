import type { Homography } from './geometry.ts';
import type { GreyImage, RgbImage } from './pixels.ts';
import { toGrey } from './to-grey.ts';

/** From this many photo pixels per page pixel on, single bilinear samples would alias. */
const SUPERSAMPLE_FROM = 1.5;
/** Bilinear weights have eight bits; their products sixteen. */
const ONE = 256;
const WEIGHT_SHIFT = 16;
const WEIGHT_HALF = 32768;

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
  else warpSupersampled(photo, pageToPhoto, image, Math.min(4, Math.round(photoPixelsPerPagePixel)));
  return { image, grey: toGrey(image) };
}

function warpBilinear(photo: RgbImage, h: Homography, page: RgbImage): void {
  const { width, height, data: source } = photo;
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = h;
  const stride = width * 3;
  const target = page.data;
  let t = 0;
  for (let y = 0; y < page.height; y++) {
    const cy = y + 0.5;
    for (let x = 0; x < page.width; x++, t += 3) {
      const cx = x + 0.5;
      const w = 1 / (h6 * cx + h7 * cy + h8);
      const px = (h0 * cx + h1 * cy + h2) * w - 0.5;
      const py = (h3 * cx + h4 * cy + h5) * w - 0.5;
      if (!(px > -1 && py > -1 && px < width && py < height)) continue;
      const sx = px < 0 ? 0 : px > width - 1 ? width - 1 : px;
      const sy = py < 0 ? 0 : py > height - 1 ? height - 1 : py;
      const ix = sx | 0;
      const iy = sy | 0;
      const fx = ((sx - ix) * ONE) | 0;
      const fy = ((sy - iy) * ONE) | 0;
      const a = iy * stride + ix * 3;
      const b = ix < width - 1 ? a + 3 : a;
      const c = iy < height - 1 ? a + stride : a;
      const d = c + b - a;
      const wa = (ONE - fx) * (ONE - fy);
      const wb = fx * (ONE - fy);
      const wc = (ONE - fx) * fy;
      const wd = fx * fy;
      target[t] =
        ((source[a] ?? 0) * wa + (source[b] ?? 0) * wb + (source[c] ?? 0) * wc + (source[d] ?? 0) * wd + WEIGHT_HALF) >>
        WEIGHT_SHIFT;
      target[t + 1] =
        ((source[a + 1] ?? 0) * wa +
          (source[b + 1] ?? 0) * wb +
          (source[c + 1] ?? 0) * wc +
          (source[d + 1] ?? 0) * wd +
          WEIGHT_HALF) >>
        WEIGHT_SHIFT;
      target[t + 2] =
        ((source[a + 2] ?? 0) * wa +
          (source[b + 2] ?? 0) * wb +
          (source[c + 2] ?? 0) * wc +
          (source[d + 2] ?? 0) * wd +
          WEIGHT_HALF) >>
        WEIGHT_SHIFT;
    }
  }
}

/** `n`×`n` nearest samples to a page pixel: about one per photo pixel that it covers. */
function warpSupersampled(photo: RgbImage, h: Homography, page: RgbImage, n: number): void {
  const { width, height, data: source } = photo;
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = h;
  const target = page.data;
  const share = 1 / (n * n);
  const step = 1 / n;
  let t = 0;
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++, t += 3) {
      // One division per pixel: within it the map is affine to well under a pixel of the photo.
      const cx = x + 0.5;
      const cy = y + 0.5;
      const w = 1 / (h6 * cx + h7 * cy + h8);
      const px = (h0 * cx + h1 * cy + h2) * w;
      const py = (h3 * cx + h4 * cy + h5) * w;
      const dxx = (h0 - h6 * px) * w * step;
      const dxy = (h1 - h7 * px) * w * step;
      const dyx = (h3 - h6 * py) * w * step;
      const dyy = (h4 - h7 * py) * w * step;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let j = 0; j < n; j++) {
        const v = j - (n - 1) / 2;
        for (let i = 0; i < n; i++) {
          const u = i - (n - 1) / 2;
          const fx = px + u * dxx + v * dxy;
          const fy = py + u * dyx + v * dyy;
          if (!(fx >= 0 && fy >= 0 && fx < width && fy < height)) continue;
          const s = ((fy | 0) * width + (fx | 0)) * 3;
          red += source[s] ?? 0;
          green += source[s + 1] ?? 0;
          blue += source[s + 2] ?? 0;
        }
      }
      target[t] = red * share + 0.5;
      target[t + 1] = green * share + 0.5;
      target[t + 2] = blue * share + 0.5;
    }
  }
}
