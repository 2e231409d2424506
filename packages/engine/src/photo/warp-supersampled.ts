import type { Homography } from './geometry.ts';
import type { RgbImage } from './pixels.ts';

/** Pixels of a page's row between two exact places in the photo; between them the map is taken as straight. */
const SEGMENT = 16;
/** Places are kept in 4096ths of a pixel. */
const ONE = 4096;
const PLACE_BITS = 12;
/** Sums are divided by multiplying with 65536ths. */
const SHARE_ONE = 65536;
const SHARE_HALF = 32768;
const SHARE_BITS = 16;

/**
 * Fetches every pixel of `page` as the mean of `n`×`n` nearest samples of the photo: about one for each photo pixel that it
 * covers. What lies outside counts as black.
 */
export function warpSupersampled(photo: RgbImage, h: Homography, page: RgbImage, n: number): void {
  const { width, height, data: source } = photo;
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = h;
  const stride = width * 3;
  const target = page.data;
  const share = Math.ceil(SHARE_ONE / (n * n));
  // From the middle of a page pixel to each of its samples: in parts of the page pixel, and in the photo for a whole segment.
  const across = Float64Array.from({ length: n * n }, (_, k) => ((k % n) - (n - 1) / 2) / n);
  const down = Float64Array.from({ length: n * n }, (_, k) => (Math.floor(k / n) - (n - 1) / 2) / n);
  const offsetX = new Int32Array(n * n);
  const offsetY = new Int32Array(n * n);
  for (let y = 0, t = 0; y < page.height; y++) {
    const cy = y + 0.5;
    const rx = h1 * cy + h2;
    const ry = h4 * cy + h5;
    const rw = h7 * cy + h8;
    let w = ONE / (h6 * 0.5 + rw);
    let endX = (h0 * 0.5 + rx) * w;
    let endY = (h3 * 0.5 + ry) * w;
    for (let x = 0; x < page.width; x += SEGMENT) {
      const cx = x + SEGMENT + 0.5;
      let px = Math.round(endX);
      let py = Math.round(endY);
      w = ONE / (h6 * cx + rw);
      endX = (h0 * cx + rx) * w;
      endY = (h3 * cx + ry) * w;
      const dx = Math.round((endX - px) / SEGMENT);
      const dy = Math.round((endY - py) / SEGMENT);
      const downX = (h1 - (h7 * endX) / ONE) * w;
      const downY = (h4 - (h7 * endY) / ONE) * w;
      let least = 0;
      let most = 0;
      for (let k = 0; k < n * n; k++) {
        const u = across[k] ?? 0;
        const v = down[k] ?? 0;
        const ox = Math.round(u * dx + v * downX);
        const oy = Math.round(u * dy + v * downY);
        offsetX[k] = ox;
        offsetY[k] = oy;
        least = Math.min(least, ox, oy);
        most = Math.max(most, ox, oy);
      }
      const lowX = Math.min(px, px + SEGMENT * dx) + least;
      const lowY = Math.min(py, py + SEGMENT * dy) + least;
      const highX = Math.max(px, px + SEGMENT * dx) + most;
      const highY = Math.max(py, py + SEGMENT * dy) + most;
      const isWithin = lowX >= 0 && lowY >= 0 && highX < width * ONE && highY < height * ONE;
      const count = Math.min(SEGMENT, page.width - x);
      if (isWithin && n === 2) {
        fourSamples(source, stride, target, t, px, py, dx, dy, count, offsetX, offsetY);
        t += count * 3;
        continue;
      }
      for (let i = 0; i < count; i++, t += 3, px += dx, py += dy) {
        let red = SHARE_HALF;
        let green = SHARE_HALF;
        let blue = SHARE_HALF;
        for (let k = 0; k < n * n; k++) {
          const sx = (px + (offsetX[k] ?? 0)) >> PLACE_BITS;
          const sy = (py + (offsetY[k] ?? 0)) >> PLACE_BITS;
          if (!isWithin && (sx < 0 || sy < 0 || sx >= width || sy >= height)) continue;
          const s = sy * stride + sx * 3;
          red += (source[s] ?? 0) * share;
          green += (source[s + 1] ?? 0) * share;
          blue += (source[s + 2] ?? 0) * share;
        }
        target[t] = red >> SHARE_BITS;
        target[t + 1] = green >> SHARE_BITS;
        target[t + 2] = blue >> SHARE_BITS;
      }
    }
  }
}

/** The loop for photos of 12 megapixels, unrolled: a document that fills them shrinks by about two. */
function fourSamples(
  source: Uint8Array,
  stride: number,
  target: Uint8Array,
  start: number,
  fromX: number,
  fromY: number,
  dx: number,
  dy: number,
  count: number,
  offsetX: Int32Array,
  offsetY: Int32Array,
): void {
  const ax = offsetX[0] ?? 0;
  const bx = offsetX[1] ?? 0;
  const cx = offsetX[2] ?? 0;
  const ex = offsetX[3] ?? 0;
  const ay = offsetY[0] ?? 0;
  const by = offsetY[1] ?? 0;
  const cy = offsetY[2] ?? 0;
  const ey = offsetY[3] ?? 0;
  let px = fromX;
  let py = fromY;
  const end = start + count * 3;
  for (let t = start; t < end; t += 3, px += dx, py += dy) {
    const a = ((py + ay) >> PLACE_BITS) * stride + ((px + ax) >> PLACE_BITS) * 3;
    const b = ((py + by) >> PLACE_BITS) * stride + ((px + bx) >> PLACE_BITS) * 3;
    const c = ((py + cy) >> PLACE_BITS) * stride + ((px + cx) >> PLACE_BITS) * 3;
    const e = ((py + ey) >> PLACE_BITS) * stride + ((px + ex) >> PLACE_BITS) * 3;
    target[t] = ((source[a] ?? 0) + (source[b] ?? 0) + (source[c] ?? 0) + (source[e] ?? 0) + 2) >> 2;
    target[t + 1] =
      ((source[a + 1] ?? 0) + (source[b + 1] ?? 0) + (source[c + 1] ?? 0) + (source[e + 1] ?? 0) + 2) >> 2;
    target[t + 2] =
      ((source[a + 2] ?? 0) + (source[b + 2] ?? 0) + (source[c + 2] ?? 0) + (source[e + 2] ?? 0) + 2) >> 2;
  }
}
