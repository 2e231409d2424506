import { type GreyImage, homographyBetween, type PagePoint, type Quad } from '../photo/index.ts';

/** Width and height of a cut-out in pixels. */
export type LineSize = { readonly width: number; readonly height: number };

/** Grey levels added to the deviation, so that empty paper is not blown up to full contrast (as in training). */
const DEVIATION_FLOOR = 4;
/** Samples along each side of a target pixel at most: 16 in all hold for lines four times as large as the network's. */
const MOST_SAMPLES = 4;

/** The quad straightened to a size and normalised to mean 0 and deviation 1. What lies outside the page repeats its border. */
export function cutLine(page: GreyImage, quad: Quad<PagePoint>, { width, height }: LineSize): Float32Array {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ] as const;
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = homographyBetween(corners, quad);
  const across = samples(Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y) / width);
  const down = samples(Math.hypot(quad[3].x - quad[0].x, quad[3].y - quad[0].y) / height);
  const line = new Float32Array(width * height);
  const { data: source, width: stride } = page;
  const right = page.width - 1;
  const bottom = page.height - 1;
  const share = 1 / (across * down);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      let sum = 0;
      for (let j = 0; j < down; j++) {
        const v = y + (j + 0.5) / down;
        for (let i = 0; i < across; i++) {
          const u = x + (i + 0.5) / across;
          const w = 1 / (h6 * u + h7 * v + h8);
          const sx = Math.min(right, Math.max(0, (h0 * u + h1 * v + h2) * w - 0.5));
          const sy = Math.min(bottom, Math.max(0, (h3 * u + h4 * v + h5) * w - 0.5));
          const left = sx | 0;
          const top = sy | 0;
          const a = top * stride + left;
          const b = left < right ? a + 1 : a;
          const c = top < bottom ? stride : 0;
          const fx = sx - left;
          const upper = (source[a] ?? 0) * (1 - fx) + (source[b] ?? 0) * fx;
          const lower = (source[a + c] ?? 0) * (1 - fx) + (source[b + c] ?? 0) * fx;
          sum += upper + (lower - upper) * (sy - top);
        }
      }
      line[at] = sum * share;
    }
  }
  return normalise(line);
}

function samples(pagePixelsPerPixel: number): number {
  return Math.max(1, Math.min(MOST_SAMPLES, Math.round(pagePixelsPerPixel)));
}

function normalise(line: Float32Array): Float32Array {
  let sum = 0;
  let squares = 0;
  for (const value of line) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / line.length;
  const deviation = Math.sqrt(Math.max(0, squares / line.length - mean * mean)) + DEVIATION_FLOOR;
  return line.map((value) => (value - mean) / deviation);
}
