import type { Homography } from './geometry.ts';
import type { RgbImage } from './pixels.ts';

/**
 * Pixels of a page's row between two exact places in the photo; between them the map is taken as straight. On a page of 1600 px
 * that stands askew by a half from one end to the other this is right to a twentieth of a pixel.
 */
const SEGMENT = 16;
/** Places are kept in 4096ths of a pixel, weights in 256ths. */
const ONE = 4096;
const PLACE_BITS = 12;
const WEIGHT_BITS = 4;
const FRACTION = ONE - 1;
const HALF = 32768;
const SUM_BITS = 16;

/** Fetches every pixel of `page` from the photo, from the four pixels around its place. What lies outside is left black. */
export function warpBilinear(photo: RgbImage, h: Homography, page: RgbImage): void {
  const { width, height, data: source } = photo;
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = h;
  const stride = width * 3;
  const target = page.data;
  const lastX = (width - 1) * ONE;
  const lastY = (height - 1) * ONE;
  for (let y = 0, t = 0; y < page.height; y++) {
    const cy = y + 0.5;
    const rx = h1 * cy + h2;
    const ry = h4 * cy + h5;
    const rw = h7 * cy + h8;
    let w = ONE / (h6 * 0.5 + rw);
    let endX = (h0 * 0.5 + rx) * w - ONE / 2;
    let endY = (h3 * 0.5 + ry) * w - ONE / 2;
    for (let x = 0; x < page.width; x += SEGMENT) {
      const cx = x + SEGMENT + 0.5;
      let px = Math.round(endX);
      let py = Math.round(endY);
      w = ONE / (h6 * cx + rw);
      endX = (h0 * cx + rx) * w - ONE / 2;
      endY = (h3 * cx + ry) * w - ONE / 2;
      const dx = Math.round((endX - px) / SEGMENT);
      const dy = Math.round((endY - py) / SEGMENT);
      const count = Math.min(SEGMENT, page.width - x);
      const toX = px + SEGMENT * dx;
      const toY = py + SEGMENT * dy;
      const isWithin =
        px >= 0 && px < lastX && py >= 0 && py < lastY && toX >= 0 && toX < lastX && toY >= 0 && toY < lastY;
      if (!isWithin) {
        nearRim(photo, target, t, px, py, dx, dy, count);
        t += count * 3;
        continue;
      }
      for (let i = 0; i < count; i++, t += 3, px += dx, py += dy) {
        const a = (py >> PLACE_BITS) * stride + (px >> PLACE_BITS) * 3;
        const c = a + stride;
        const fx = (px & FRACTION) >> WEIGHT_BITS;
        const fy = (py & FRACTION) >> WEIGHT_BITS;
        const a0 = source[a] ?? 0;
        const a1 = source[a + 1] ?? 0;
        const a2 = source[a + 2] ?? 0;
        const c0 = source[c] ?? 0;
        const c1 = source[c + 1] ?? 0;
        const c2 = source[c + 2] ?? 0;
        const u0 = (a0 << 8) + ((source[a + 3] ?? 0) - a0) * fx;
        const u1 = (a1 << 8) + ((source[a + 4] ?? 0) - a1) * fx;
        const u2 = (a2 << 8) + ((source[a + 5] ?? 0) - a2) * fx;
        const l0 = (c0 << 8) + ((source[c + 3] ?? 0) - c0) * fx;
        const l1 = (c1 << 8) + ((source[c + 4] ?? 0) - c1) * fx;
        const l2 = (c2 << 8) + ((source[c + 5] ?? 0) - c2) * fx;
        target[t] = ((u0 << 8) + (l0 - u0) * fy + HALF) >> SUM_BITS;
        target[t + 1] = ((u1 << 8) + (l1 - u1) * fy + HALF) >> SUM_BITS;
        target[t + 2] = ((u2 << 8) + (l2 - u2) * fy + HALF) >> SUM_BITS;
      }
    }
  }
}

/** The nearest pixel, for a segment that touches the photo's rim; a place more than half a pixel outside stays black. */
function nearRim(
  photo: RgbImage,
  target: Uint8Array,
  start: number,
  fromX: number,
  fromY: number,
  dx: number,
  dy: number,
  count: number,
): void {
  const { width, height, data: source } = photo;
  for (let i = 0, t = start; i < count; i++, t += 3) {
    const x = (fromX + i * dx + ONE / 2) >> PLACE_BITS;
    const y = (fromY + i * dy + ONE / 2) >> PLACE_BITS;
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const s = (y * width + x) * 3;
    target[t] = source[s] ?? 0;
    target[t + 1] = source[s + 1] ?? 0;
    target[t + 2] = source[s + 2] ?? 0;
  }
}
