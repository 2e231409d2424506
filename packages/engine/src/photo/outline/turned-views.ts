import type { Tensor } from '../../ports.ts';

/** Quarter turns, counter-clockwise, in which the network looks at a picture. */
export type Turns = readonly (0 | 1 | 2 | 3)[];
/** All four cost twice as much for little more (decision 15). */
export const UPRIGHT: Turns = [0, 2];
/** What it does not see upright it may see lying: it learnt both, and errs in different places. */
export const LYING: Turns = [1, 3];
const QUARTERS = 4;

/**
 * A square picture as it is and turned, as one batch. The network learnt photographs in every turn, and errs differently in
 * each: their mean puts more outlines right than one.
 */
export function turnedViews({ dims, data }: Tensor, turns: Turns): Tensor {
  const [, channels = 0, side = 0] = dims;
  const views = new Float32Array(turns.length * data.length);
  for (const [view, quarters] of turns.entries()) {
    for (let channel = 0; channel < channels; channel++) {
      const from = channel * side * side;
      turnPlane(data, from, views, view * data.length + from, side, quarters);
    }
  }
  return { dims: [turns.length, channels, side, side], data: views };
}

/** Maps of the views turned back and averaged, as of one picture; the last two are a direction, which turns with its picture. */
export function meanOfViews({ dims, data }: Tensor, turns: Turns): Tensor {
  const [, channels = 0, side = 0] = dims;
  const plane = side * side;
  const one = channels * plane;
  const mean = new Float32Array(one);
  const back = new Float32Array(one);
  for (const [view, quarters] of turns.entries()) {
    for (let channel = 0; channel < channels; channel++) {
      turnPlane(data, view * one + channel * plane, back, channel * plane, side, (QUARTERS - quarters) % QUARTERS);
    }
    turnDirection(back, (channels - 2) * plane, plane, quarters);
    addShare(mean, back, 1 / turns.length);
  }
  return { dims: [1, channels, side, side], data: mean };
}

function addShare(mean: Float32Array, view: Float32Array, share: number): void {
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (view[i] ?? 0) * share;
}

/** Copies one plane, turned counter-clockwise by so many quarters. */
function turnPlane(
  source: Float32Array,
  from: number,
  target: Float32Array,
  to: number,
  side: number,
  quarters: number,
): void {
  const last = side - 1;
  // Where the target's first pixel comes from, and how far apart there its neighbours to the right and below are.
  const start = [0, last, side * last + last, side * last][quarters] ?? 0;
  const right = [1, side, -1, -side][quarters] ?? 1;
  const below = [side, -1, -side, 1][quarters] ?? side;
  for (let y = 0, t = to; y < side; y++) {
    for (let x = 0, s = from + start + y * below; x < side; x++, s += right) target[t++] = source[s] ?? 0;
  }
}

/** Makes unit vectors (x, y), kept as two planes, of a picture that was turned, those of the picture before it was. */
function turnDirection(maps: Float32Array, from: number, plane: number, quarters: number): void {
  const cos = [1, 0, -1, 0][quarters] ?? 1;
  const sin = [0, 1, 0, -1][quarters] ?? 0;
  for (let i = from; i < from + plane; i++) {
    const x = maps[i] ?? 0;
    const y = maps[i + plane] ?? 0;
    const length = Math.hypot(x, y) + Number.EPSILON;
    maps[i] = (cos * x - sin * y) / length;
    maps[i + plane] = (sin * x + cos * y) / length;
  }
}
