import { randomFrom } from './random.ts';

/** A square of fractal noise, 0–1, that repeats without a seam. Made once; textures differ by where they look into it. */
const NOISE_SIZE = 512;
const OCTAVES = 6;

let made: Float32Array | undefined;

/** Values row-major, `NOISE_SIZE` a side, spread evenly over 0–1. */
export function noiseSquare(): Float32Array {
  made ??= makeNoise();
  return made;
}

/** Noise at any place, smoothly between its values; one unit is one value. */
export function noiseAt(square: Float32Array, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const fx = x - column;
  const fy = y - row;
  const c0 = column & MASK;
  const c1 = (column + 1) & MASK;
  const r0 = (row & MASK) * NOISE_SIZE;
  const r1 = ((row + 1) & MASK) * NOISE_SIZE;
  const upper = (square[r0 + c0] ?? 0) * (1 - fx) + (square[r0 + c1] ?? 0) * fx;
  const lower = (square[r1 + c0] ?? 0) * (1 - fx) + (square[r1 + c1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}

const MASK = NOISE_SIZE - 1;

function makeNoise(): Float32Array {
  const square = new Float32Array(NOISE_SIZE * NOISE_SIZE);
  const random = randomFrom(1, 'noise');
  for (let octave = 0; octave < OCTAVES; octave++) {
    const cells = 4 << octave;
    const lattice = Float32Array.from({ length: cells * cells }, () => random.next() - 0.5);
    const weight = 0.6 ** octave;
    addLattice(square, lattice, cells, weight);
  }
  return spread(square);
}

function addLattice(square: Float32Array, lattice: Float32Array, cells: number, weight: number): void {
  const scale = cells / NOISE_SIZE;
  for (let y = 0, i = 0; y < NOISE_SIZE; y++) {
    const row = Math.floor(y * scale);
    const below = smooth(y * scale - row);
    const r0 = row * cells;
    const r1 = ((row + 1) % cells) * cells;
    for (let x = 0; x < NOISE_SIZE; x++, i++) {
      const column = Math.floor(x * scale);
      const right = smooth(x * scale - column);
      const next = (column + 1) % cells;
      const upper = (lattice[r0 + column] ?? 0) * (1 - right) + (lattice[r0 + next] ?? 0) * right;
      const lower = (lattice[r1 + column] ?? 0) * (1 - right) + (lattice[r1 + next] ?? 0) * right;
      square[i] = (square[i] ?? 0) + weight * (upper * (1 - below) + lower * below);
    }
  }
}

function spread(square: Float32Array): Float32Array {
  let [least, most] = [Infinity, -Infinity];
  for (const value of square) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return square.map((value) => (value - least) / (most - least));
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
