import type { Tensor } from '../../ports.ts';

/** Half turns in which the network looks at a picture: as it is, and upside down. */
export type Turns = readonly (0 | 1)[];
/** Quarter turns as well cost twice as much for little more (decision 15). */
export const BOTH_WAYS: Turns = [0, 1];
/** At half the cost, where the judge has the last word. */
export const AS_IT_IS: Turns = [0];

/**
 * A square picture as it is and turned, as one batch. The network learnt photographs in every turn, and errs differently in
 * each: their mean puts more outlines right than one. What is looked at as it is alone is given back as it came.
 */
export function turnedViews({ dims, data }: Tensor, turns: Turns): Tensor {
  if (isAsItIs(turns)) return { dims, data };
  const [, channels = 0, side = 0] = dims;
  const views = new Float32Array(turns.length * data.length);
  for (const [view, halves] of turns.entries()) {
    const turned = views.subarray(view * data.length, (view + 1) * data.length);
    turned.set(data);
    if (halves === 1) turnPlanes(turned, channels, side);
  }
  return { dims: [turns.length, channels, side, side], data: views };
}

/**
 * Maps of the views turned back and averaged, as of one picture; the last two are a direction, which turns with its picture. The maps are turned back in their
 * place, and those of a picture that was seen as it is alone are given back.
 */
export function meanOfViews({ dims, data }: Tensor, turns: Turns): Tensor {
  if (isAsItIs(turns)) return { dims, data };
  const [, channels = 0, side = 0] = dims;
  const plane = side * side;
  const one = channels * plane;
  const mean = new Float32Array(one);
  for (const [view, halves] of turns.entries()) {
    const back = data.subarray(view * one, (view + 1) * one);
    if (halves === 1) turnPlanes(back, channels, side);
    toUnitVectors(back.subarray((channels - 2) * plane), plane, halves === 1 ? -1 : 1);
    for (let i = 0; i < one; i++) mean[i] = (mean[i] ?? 0) + (back[i] ?? 0) / turns.length;
  }
  return { dims: [1, channels, side, side], data: mean };
}

function isAsItIs(turns: Turns): boolean {
  return turns.length === 1 && turns[0] === 0;
}

/** A plane turned by half is its values from last to first. */
function turnPlanes(planes: Float32Array, count: number, side: number): void {
  const size = side * side;
  for (let i = 0; i < count; i++) planes.subarray(i * size, (i + 1) * size).reverse();
}

/** Brings vectors (x, y), kept as two planes, to length 1, or −1. */
function toUnitVectors(planes: Float32Array, size: number, length: 1 | -1): void {
  for (let i = 0; i < size; i++) {
    const x = planes[i] ?? 0;
    const y = planes[i + size] ?? 0;
    const scale = length / (Math.sqrt(x * x + y * y) + Number.EPSILON); // Math.hypot takes five times as long
    planes[i] = x * scale;
    planes[i + size] = y * scale;
  }
}
