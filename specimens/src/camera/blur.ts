import type { Pixels } from './pixels.ts';
import { doubleInto, halve } from './resize.ts';

/** Up to here three taps do: the lens's own softness. */
const THREE_TAPS_PX = 0.8;
/** From here on half the resolution loses nothing: of its finest waves, such a blur leaves less than a hundredth. */
const HALF_SIZE_PX = 2;
/** What halving (a box of two) and doubling (linear) soften by themselves, in pixels² of the full size. */
const RESIZE_VARIANCE = 0.25 + 0.5;

/** Blurs in place, within 3 % of a Gaussian of the given sigma; large sigmas cost no more than small ones. */
export function blurGaussian(photo: Pixels, sigmaPx: number): void {
  if (sigmaPx <= 0) return;
  if (sigmaPx <= THREE_TAPS_PX) {
    blurThreeTaps(photo, (sigmaPx * sigmaPx) / 2);
    return;
  }
  if (sigmaPx < HALF_SIZE_PX) {
    blurBoxes(photo, sigmaPx);
    return;
  }
  const small = halve(photo);
  blurGaussian(small, Math.sqrt(sigmaPx * sigmaPx - RESIZE_VARIANCE) / 2);
  doubleInto(small, photo);
}

/** Separable [side, 1 − 2·side, side]; its variance is 2·side. Whole numbers: weights are parts of ONE. */
function blurThreeTaps(photo: Pixels, side: number): void {
  const { width, height } = photo;
  const stride = width * 3;
  const outer = Math.round(side * ONE);
  // Means of bytes are bytes: nothing to clamp.
  const data = new Uint8Array(photo.data.buffer, photo.data.byteOffset, photo.data.length);
  const row = (y: number): Uint8Array => data.subarray(y * stride, (y + 1) * stride);
  let above = new Int32Array(stride);
  let here = new Int32Array(stride);
  let below = new Int32Array(stride);
  tapsAcross(row(0), above, outer);
  tapsAcross(row(0), here, outer);
  for (let y = 0; y < height; y++) {
    tapsAcross(row(Math.min(y + 1, height - 1)), below, outer);
    tapsDown(above, here, below, row(y), outer);
    [above, here, below] = [here, below, above];
  }
}

function tapsAcross(from: Uint8Array, into: Int32Array, outer: number): void {
  const middle = ONE - 2 * outer;
  const last = from.length - 3;
  for (let i = 0; i < 3; i++) {
    into[i] = (from[i] ?? 0) * (middle + outer) + (from[i + 3] ?? 0) * outer;
    into[last + i] = (from[last + i] ?? 0) * (middle + outer) + (from[last + i - 3] ?? 0) * outer;
  }
  for (let i = 3; i < last; i++) {
    into[i] = Math.imul(from[i] ?? 0, middle) + Math.imul((from[i - 3] ?? 0) + (from[i + 3] ?? 0), outer);
  }
}

function tapsDown(above: Int32Array, here: Int32Array, below: Int32Array, into: Uint8Array, outer: number): void {
  const middle = ONE - 2 * outer;
  for (let i = 0; i < into.length; i++) {
    const sum = Math.imul(here[i] ?? 0, middle) + Math.imul((above[i] ?? 0) + (below[i] ?? 0), outer);
    into[i] = (sum + HALF) >> ONE_SQUARED_BITS;
  }
}

/** Fine enough for weights, coarse enough that a level times two weights stays a whole number of 31 bits. */
const ONE = 1 << 10;
const ONE_SQUARED_BITS = 20;
const HALF = 1 << (ONE_SQUARED_BITS - 1);

function blurBoxes(photo: Pixels, sigmaPx: number): void {
  const box = boxFor(sigmaPx);
  const stride = photo.width * 3;
  const from = new Float32Array(stride);
  const to = new Float32Array(stride);
  for (let y = 0; y < photo.height; y++) {
    const row = photo.data.subarray(y * stride, (y + 1) * stride);
    from.set(row);
    boxAcross(from, to, box);
    boxAcross(to, from, box);
    boxAcross(from, to, box);
    row.set(to);
  }
  boxDown(photo, box);
  boxDown(photo, box);
  boxDown(photo, box);
}

/** A box with fractional ends: `reach` whole pixels each side, and `end` of the next. */
type Box = { readonly reach: number; readonly end: number };

/** Three equal boxes whose variances add up to sigma². */
function boxFor(sigmaPx: number): Box {
  const variance = (sigmaPx * sigmaPx) / 3;
  const reach = Math.max(0, Math.floor((Math.sqrt(12 * variance + 1) - 1) / 2));
  const whole = (reach * (reach + 1) * (2 * reach + 1)) / 6;
  // variance = (2·Σi² + 2·end·(reach+1)²) / (2·reach + 1 + 2·end), solved for end.
  const next = (reach + 1) * (reach + 1);
  const end = (variance * (2 * reach + 1) - 2 * whole) / (2 * (next - variance));
  return { reach, end: Math.max(0, Math.min(end, 1)) };
}

function boxAcross(from: Float32Array, to: Float32Array, { reach, end }: Box): void {
  const scale = 1 / (2 * reach + 1 + 2 * end);
  const last = from.length / 3 - 1;
  for (let c = 0; c < 3; c++) {
    let sum = 0;
    for (let i = -reach; i <= reach; i++) sum += from[Math.max(0, Math.min(i, last)) * 3 + c] ?? 0;
    for (let i = 0; i <= last; i++) {
      const before = from[Math.max(0, i - reach - 1) * 3 + c] ?? 0;
      const after = from[Math.min(last, i + reach + 1) * 3 + c] ?? 0;
      to[i * 3 + c] = (sum + end * (before + after)) * scale;
      sum += after - (from[Math.max(0, i - reach) * 3 + c] ?? 0);
    }
  }
}

/** Whole rows at a time, with the rows above kept as they were. */
function boxDown(photo: Pixels, { reach, end }: Box): void {
  const { height, data } = photo;
  const stride = photo.width * 3;
  const scale = 1 / (2 * reach + 1 + 2 * end);
  const last = height - 1;
  const sum = new Float32Array(stride);
  const kept = Array.from({ length: reach + 2 }, () => new Uint8ClampedArray(stride));
  const rowOf = (y: number): Uint8ClampedArray => data.subarray(y * stride, (y + 1) * stride);
  const original = (y: number, at: number): Uint8ClampedArray => {
    const row = Math.max(0, Math.min(y, last));
    return row < at ? (kept[row % kept.length] ?? rowOf(row)) : rowOf(row);
  };
  for (let i = -reach; i <= reach; i++) {
    const row = original(i, 0);
    for (let x = 0; x < stride; x++) sum[x] = (sum[x] ?? 0) + (row[x] ?? 0);
  }
  for (let y = 0; y < height; y++) {
    const before = original(y - reach - 1, y);
    const leaving = original(y - reach, y);
    const after = original(y + reach + 1, y);
    const row = rowOf(y);
    const keep = kept[y % kept.length] ?? new Uint8ClampedArray(stride);
    const isLeavingHere = reach === 0;
    for (let x = 0; x < stride; x++) {
      const total = sum[x] ?? 0;
      const now = row[x] ?? 0;
      const gone = isLeavingHere ? now : (leaving[x] ?? 0);
      const next = after[x] ?? 0;
      const blurred = (total + end * ((before[x] ?? 0) + next)) * scale;
      keep[x] = now;
      row[x] = blurred;
      sum[x] = total + (y === last ? 0 : next - gone);
    }
  }
}
