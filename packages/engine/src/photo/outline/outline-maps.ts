import type { Tensor } from '../../ports.ts';
import { resize } from '../downscale.ts';
import type { RgbImage } from '../pixels.ts';

/** Side of the network's square input and of its maps (training/outline/network.py). */
const INPUT_SIDE = 256;
export const MAP_SIDE = 128;
export const PIXELS_PER_CELL = INPUT_SIDE / MAP_SIDE;
/** The maps that the network gives, by their place in its output. */
export const MAPS = 5;
export const DOCUMENT = 0;
const CHANNELS = { document: DOCUMENT, covered: 1, border: 2, cos: 3, sin: 4 } as const;
/** Of a picture that is all but one colour. */
const LEAST_DEVIATION = 4;

/** What the network says about each of 128×128 cells. Probabilities are 0–1; `cos`, `sin` point along the reading direction, as vectors of any length. */
export type OutlineMaps = {
  readonly document: Float32Array;
  readonly covered: Float32Array;
  readonly border: Float32Array;
  readonly cos: Float32Array;
  readonly sin: Float32Array;
  /** Cells per pixel of the photo that was given, and where the photo's corner lies, in cells. */
  readonly cellsPerPixel: number;
  readonly left: number;
  readonly top: number;
  /** The photo's extent in cells. */
  readonly width: number;
  readonly height: number;
};

/** Of the network's input; whole cells of its coarsest layer where it is not the square that the network learnt. */
export type Canvas = { readonly width: number; readonly height: number };
const SQUARE: Canvas = { width: INPUT_SIDE, height: INPUT_SIDE };

/**
 * The photo, letterboxed into the network's input. Mean 0 and deviation one half over the photo's pixels make dark photos look
 * like others; the padding around a photo that is not square is 0.
 */
export function outlineInput(
  image: RgbImage,
  canvas: Canvas = SQUARE,
): { readonly tensor: Tensor; readonly place: Placing } {
  const scale = Math.min(canvas.width / image.width, canvas.height / image.height);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const small = resize(image, width, height);
  const left = Math.floor((canvas.width - width) / 2);
  const top = Math.floor((canvas.height - height) / 2);
  const plane = canvas.width * canvas.height;
  const { mean, deviation } = spreadOf(small.data);
  const gain = 1 / (2 * Math.max(LEAST_DEVIATION, deviation));
  const data = new Float32Array(plane * 3);
  for (let y = 0; y < height; y++) {
    const row = small.data.subarray(y * width * 3, (y + 1) * width * 3);
    writeRow(data, plane, (y + top) * canvas.width + left, row, mean, gain);
  }
  return { tensor: { dims: [1, 3, canvas.height, canvas.width], data }, place: { scale, left, top, width, height } };
}

/** The three channels of a row, each in its plane. */
function writeRow(data: Float32Array, plane: number, start: number, row: Uint8Array, mean: number, gain: number): void {
  for (let s = 0, t = start; s < row.length; s += 3, t++) {
    data[t] = ((row[s] ?? 0) - mean) * gain;
    data[t + plane] = ((row[s + 1] ?? 0) - mean) * gain;
    data[t + 2 * plane] = ((row[s + 2] ?? 0) - mean) * gain;
  }
}

function spreadOf(values: Uint8Array): { readonly mean: number; readonly deviation: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / values.length - mean * mean)) };
}

type Placing = {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** The network's one output, named. It takes the output over: the maps are made in its place. */
export function outlineMaps(output: Tensor, place: Placing): OutlineMaps {
  const size = MAP_SIDE * MAP_SIDE;
  if (output.data.length !== size * MAPS)
    throw new Error(`outline network gave ${output.data.length} values, expected ${size * MAPS}`);
  const ratio = 1 / PIXELS_PER_CELL;
  const channel = (i: number) => output.data.subarray(i * size, (i + 1) * size);
  return {
    document: toProbabilities(channel(CHANNELS.document)),
    covered: toProbabilities(channel(CHANNELS.covered)),
    border: toProbabilities(channel(CHANNELS.border)),
    cos: channel(CHANNELS.cos),
    sin: channel(CHANNELS.sin),
    cellsPerPixel: place.scale * ratio,
    left: place.left * ratio,
    top: place.top * ratio,
    width: place.width * ratio,
    height: place.height * ratio,
  };
}

/** Logits become probabilities in place: new arrays for each map of each view take longer than their numbers. */
function toProbabilities(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) values[i] = 1 / (1 + Math.exp(-(values[i] ?? 0)));
  return values;
}
