import { type GreyImage, type Homography, homographyBetween, type PagePoint, type Quad } from '../photo/index.ts';

/** Width and height of a cut-out in pixels. */
export type LineSize = { readonly width: number; readonly height: number };

/** Grey levels added to the deviation, so that empty paper is not blown up to full contrast (as in training). */
const DEVIATION_FLOOR = 4;
/** Samples along each side of a target pixel at most: 16 in all hold for lines four times as large as the network's. */
const MOST_SAMPLES = 4;

/** Samples between two exact places on the page; between them the map is taken as straight. */
const SEGMENT = 16;
/** Places are kept in 4096ths of a pixel. */
const ONE = 4096;
const PLACE_BITS = 12;
const FRACTION = ONE - 1;

/** The quad straightened to a size and normalised to mean 0 and deviation 1. What lies outside the page repeats its border. */
export function cutLine(page: GreyImage, quad: Quad<PagePoint>, size: LineSize): Float32Array {
  const { width, height } = size;
  const toPage = cutoutToPage(quad, size);
  const across = samples(Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y) / width);
  const down = samples(Math.hypot(quad[3].x - quad[0].x, quad[3].y - quad[0].y) / height);
  const line = new Float32Array(width * height);
  const sampled = new Float64Array(width * across);
  for (let y = 0; y < height; y++) {
    const row = line.subarray(y * width, (y + 1) * width);
    for (let j = 0; j < down; j++) {
      sampleRow(sampled, page, toPage, across, y + (j + 0.5) / down);
      for (let x = 0, k = 0; x < width; x++) {
        let sum = 0;
        for (let i = 0; i < across; i++) sum += sampled[k++] ?? 0;
        row[x] = (row[x] ?? 0) + sum;
      }
    }
  }
  return normalise(line, 1 / (across * down));
}

/** A row at height `v` of the cut-out, each sample from between the four pixels around its place. */
function sampleRow(row: Float64Array, page: GreyImage, toPage: Homography, across: number, v: number): void {
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = toPage;
  const { data: source, width: stride } = page;
  const [right, bottom] = [(page.width - 1) * ONE, (page.height - 1) * ONE];
  const [rx, ry, rw] = [h1 * v + h2, h4 * v + h5, h7 * v + h8];
  const first = 0.5 / across;
  let w = ONE / (h6 * first + rw);
  let endX = (h0 * first + rx) * w - ONE / 2;
  let endY = (h3 * first + ry) * w - ONE / 2;
  for (let k = 0; k < row.length; k += SEGMENT) {
    const u = (k + SEGMENT + 0.5) / across;
    let px = Math.round(endX);
    let py = Math.round(endY);
    w = ONE / (h6 * u + rw);
    endX = (h0 * u + rx) * w - ONE / 2;
    endY = (h3 * u + ry) * w - ONE / 2;
    const dx = Math.round((endX - px) / SEGMENT);
    const dy = Math.round((endY - py) / SEGMENT);
    const toX = px + SEGMENT * dx;
    const toY = py + SEGMENT * dy;
    const isWithin =
      px >= 0 && px < right && py >= 0 && py < bottom && toX >= 0 && toX < right && toY >= 0 && toY < bottom;
    const end = Math.min(row.length, k + SEGMENT);
    for (let i = k; i < end; i++, px += dx, py += dy) {
      const sx = isWithin ? px : Math.min(right, Math.max(0, px));
      const sy = isWithin ? py : Math.min(bottom, Math.max(0, py));
      const a = Math.imul(sy >> PLACE_BITS, stride) + (sx >> PLACE_BITS);
      const b = isWithin || sx < right ? a + 1 : a;
      const c = isWithin || sy < bottom ? stride : 0;
      const fx = sx & FRACTION;
      const upper = (source[a] ?? 0) * (ONE - fx) + (source[b] ?? 0) * fx;
      const lower = (source[a + c] ?? 0) * (ONE - fx) + (source[b + c] ?? 0) * fx;
      row[i] = (upper + ((lower - upper) * (sy & FRACTION)) / ONE) / ONE;
    }
  }
}

/** From pixels of the cut-out to the page. Throws where three corners of the quad are in line. */
export function cutoutToPage(quad: Quad<PagePoint>, { width, height }: LineSize): Homography {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ] as const;
  return homographyBetween(corners, quad);
}

function samples(pagePixelsPerPixel: number): number {
  return Math.max(1, Math.min(MOST_SAMPLES, Math.round(pagePixelsPerPixel)));
}

function normalise(line: Float32Array, share: number): Float32Array {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < line.length; i++) {
    const value = line[i] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / line.length;
  const deviation = Math.sqrt(Math.max(0, squares / line.length - mean * mean)) * share + DEVIATION_FLOOR;
  const factor = share / deviation;
  for (let i = 0; i < line.length; i++) line[i] = ((line[i] ?? 0) - mean) * factor;
  return line;
}
