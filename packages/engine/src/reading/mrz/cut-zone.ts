import type { GreyImage, RgbImage } from '../../photo/index.ts';
import type { ZoneFrame } from './zone-frame.ts';

const RGB = 3;
/** Places are kept in 4096ths of a pixel: pictures of half a million pixels fit. */
const ONE = 4096;
const PLACE_BITS = 12;
const FRACTION = ONE - 1;
// Rec. 601 luma in 16-bit fixed point, as in to-grey.ts.
const RED = 19595;
const GREEN = 38470;
const BLUE = 7471;
const LUMA_ONE = 65536;
const ROUND = 0.5;
/** Columns of a steep cut-out that are fetched together. */
const STEEP_COLUMNS = 32;

/** Rows of a cut-out, from `first` to before `end`. */
export type Band = { readonly first: number; readonly end: number };

/**
 * The zone in grey, upright and flat. What lies outside the picture repeats its border. Where only a band of the frame is asked for,
 * the rest is left black.
 */
export function cutZone(
  picture: RgbImage | GreyImage,
  frame: ZoneFrame,
  band: Band = { first: 0, end: frame.height },
): GreyImage {
  const { width, height, right, scale } = frame;
  const each = Math.round(scale) > 1 ? 2 : 1;
  const track = trackOf(frame, each);
  const isColour = picture.data.length === picture.width * picture.height * RGB;
  const share = 1 / (each * each * (isColour ? LUMA_ONE : 1));
  // Where the picture is finer, two by two samples to a pixel, each the nearest one; else one from between its four neighbours.
  const add = each > 1 ? (isColour ? addColourPairs : addGreyPairs) : isColour ? addColours : addGreys;
  const data = new Uint8Array(width * height);
  const [first, end] = [Math.max(0, band.first), Math.min(height, band.end)];
  // Rows that run down the picture touch a page of memory for every sample: so few of them at a time that these stay at hand.
  const columns = Math.abs(right.y) > Math.abs(right.x) ? STEEP_COLUMNS : width;
  for (let from = 0; from < width; from += columns) {
    const part = partOf(track, from * each, Math.min(width, from + columns) * each);
    const sums = new Float64Array(part.x.length / each);
    for (let y = first; y < end; y++) {
      sums.fill(0);
      for (let j = 0; j < each; j++) {
        const across = (y + (j + ROUND) / each) * scale * ONE;
        add(sums, picture, part, Math.round(-across * right.y), Math.round(across * right.x));
      }
      writeRow(data, y * width + from, sums, share);
    }
  }
  return { width, height, data };
}

/** In a function of its own, which is compiled after a few rows: numbers of slow code each take memory. */
function writeRow(data: Uint8Array, start: number, sums: Float64Array, share: number): void {
  for (let x = 0, t = start; x < sums.length; x++) data[t++] = (sums[x] ?? 0) * share + ROUND;
}

/** Where samples along the cut-out's upper edge lie in the picture, and the box around them, in 4096ths of a pixel. */
type Track = {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly least: readonly [number, number];
  readonly most: readonly [number, number];
};

function trackOf({ width, origin, right, scale, bend }: ZoneFrame, each: number): Pick<Track, 'x' | 'y'> {
  const x = new Int32Array(width * each);
  const y = new Int32Array(width * each);
  // The nearest pixel's index is the whole part of a place; between pixels their middles count.
  const middle = each > 1 ? 0 : ROUND;
  for (let k = 0; k < x.length; k++) {
    const column = (k + ROUND) / each;
    const along = column * scale;
    const across = bend(column) * scale;
    x[k] = Math.round((origin.x + along * right.x - across * right.y - middle) * ONE);
    y[k] = Math.round((origin.y + along * right.y + across * right.x - middle) * ONE);
  }
  return { x, y };
}

function partOf(track: Pick<Track, 'x' | 'y'>, from: number, to: number): Track {
  const x = track.x.subarray(from, to);
  const y = track.y.subarray(from, to);
  const least = (places: Int32Array) => places.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (places: Int32Array) => places.reduce((a, b) => Math.max(a, b), -Infinity);
  return { x, y, least: [least(x), least(y)], most: [most(x), most(y)] };
}

/** Whether the track, moved by so much, leaves a pixel to its right and below everywhere. */
function isInside({ width, height }: GreyImage, { least, most }: Track, dx: number, dy: number): boolean {
  if (least[0] + dx < 0 || least[1] + dy < 0) return false;
  return most[0] + dx < (width - 1) * ONE && most[1] + dy < (height - 1) * ONE;
}

function within(place: number, length: number): number {
  return place < 0 ? 0 : place >= length ? length - 1 : place;
}

/** Two samples to a pixel, each the nearest pixel of the picture. */
function addColourPairs(sums: Float64Array, picture: RgbImage, track: Track, dx: number, dy: number): void {
  const { width, height, data } = picture;
  const { x: xs, y: ys } = track;
  const inside = isInside(picture, track, dx, dy);
  for (let t = 0, k = 0; t < sums.length; t++, k += 2) {
    let ax = ((xs[k] ?? 0) + dx) >> PLACE_BITS;
    let ay = ((ys[k] ?? 0) + dy) >> PLACE_BITS;
    let bx = ((xs[k + 1] ?? 0) + dx) >> PLACE_BITS;
    let by = ((ys[k + 1] ?? 0) + dy) >> PLACE_BITS;
    if (!inside) {
      ax = within(ax, width);
      ay = within(ay, height);
      bx = within(bx, width);
      by = within(by, height);
    }
    // Half the time of plain products, which may be more than an integer holds.
    const a = Math.imul(Math.imul(ay, width) + ax, RGB);
    const b = Math.imul(Math.imul(by, width) + bx, RGB);
    const red = (data[a] ?? 0) + (data[b] ?? 0);
    const green = (data[a + 1] ?? 0) + (data[b + 1] ?? 0);
    const blue = (data[a + 2] ?? 0) + (data[b + 2] ?? 0);
    sums[t] = (sums[t] ?? 0) + red * RED + green * GREEN + blue * BLUE;
  }
}

function addGreyPairs(sums: Float64Array, picture: GreyImage, track: Track, dx: number, dy: number): void {
  const { width, height, data } = picture;
  const { x: xs, y: ys } = track;
  const inside = isInside(picture, track, dx, dy);
  for (let t = 0, k = 0; t < sums.length; t++, k += 2) {
    let ax = ((xs[k] ?? 0) + dx) >> PLACE_BITS;
    let ay = ((ys[k] ?? 0) + dy) >> PLACE_BITS;
    let bx = ((xs[k + 1] ?? 0) + dx) >> PLACE_BITS;
    let by = ((ys[k + 1] ?? 0) + dy) >> PLACE_BITS;
    if (!inside) {
      ax = within(ax, width);
      ay = within(ay, height);
      bx = within(bx, width);
      by = within(by, height);
    }
    sums[t] = (sums[t] ?? 0) + (data[Math.imul(ay, width) + ax] ?? 0) + (data[Math.imul(by, width) + bx] ?? 0);
  }
}

function addColours(sums: Float64Array, picture: RgbImage, track: Track, dx: number, dy: number): void {
  const { width, height, data } = picture;
  const { x: xs, y: ys } = track;
  const [right, bottom] = [(width - 1) * ONE, (height - 1) * ONE];
  for (let t = 0; t < sums.length; t++) {
    const px = Math.min(right, Math.max(0, (xs[t] ?? 0) + dx));
    const py = Math.min(bottom, Math.max(0, (ys[t] ?? 0) + dy));
    const a = Math.imul(Math.imul(py >> PLACE_BITS, width) + (px >> PLACE_BITS), RGB);
    const b = px < right ? a + RGB : a;
    const down = py < bottom ? width * RGB : 0;
    const fx = (px & FRACTION) / ONE;
    const fy = (py & FRACTION) / ONE;
    const upper = luma(data, a) * (1 - fx) + luma(data, b) * fx;
    const lower = luma(data, a + down) * (1 - fx) + luma(data, b + down) * fx;
    sums[t] = (sums[t] ?? 0) + upper + (lower - upper) * fy;
  }
}

function addGreys(sums: Float64Array, picture: GreyImage, track: Track, dx: number, dy: number): void {
  const { width, height, data } = picture;
  const { x: xs, y: ys } = track;
  const [right, bottom] = [(width - 1) * ONE, (height - 1) * ONE];
  for (let t = 0; t < sums.length; t++) {
    const px = Math.min(right, Math.max(0, (xs[t] ?? 0) + dx));
    const py = Math.min(bottom, Math.max(0, (ys[t] ?? 0) + dy));
    const a = Math.imul(py >> PLACE_BITS, width) + (px >> PLACE_BITS);
    const b = px < right ? a + 1 : a;
    const down = py < bottom ? width : 0;
    const fx = (px & FRACTION) / ONE;
    const fy = (py & FRACTION) / ONE;
    const upper = (data[a] ?? 0) * (1 - fx) + (data[b] ?? 0) * fx;
    const lower = (data[a + down] ?? 0) * (1 - fx) + (data[b + down] ?? 0) * fx;
    sums[t] = (sums[t] ?? 0) + upper + (lower - upper) * fy;
  }
}

function luma(data: Uint8Array, at: number): number {
  return (data[at] ?? 0) * RED + (data[at + 1] ?? 0) * GREEN + (data[at + 2] ?? 0) * BLUE;
}
