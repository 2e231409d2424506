import type { EnginePorts } from '../../ports.ts';
import { resize } from '../downscale.ts';
import type { Quad } from '../geometry.ts';
import { applyHomography, homographyBetween } from '../homography.ts';
import type { RgbImage } from '../pixels.ts';
import { warpBilinear } from '../warp-bilinear.ts';
import type { XY } from './convex-hull.ts';

/** What the network says of an outline; each 0–1. */
export type OutlineVerdict = {
  /** Its four corners are a document's. */
  readonly right: number;
  /** What it encloses is a document, or a part of one. */
  readonly place: number;
  /** An edge of a document runs along the side from corner i to corner i + 1. */
  readonly sides: readonly [number, number, number, number];
};

export type OutlineJudge = (quads: readonly Quad<XY>[]) => Promise<readonly OutlineVerdict[]>;

/** The network's input and what of it the outline takes (training/judge/network.py). */
const CROP = 80;
const MARGIN = 12;
const INNER = CROP - 2 * MARGIN;
const CHANNELS = 5;
const OUTPUTS = 6;
/** Of a crop that is all but one colour. */
const LEAST_DEVIATION = 4;
const MOST_HALVED = 4;
/** Outlines judged in one run of the network. */
const MOST_AT_ONCE = 16;

const INNER_FRAME: Quad<XY> = [
  { x: MARGIN, y: MARGIN },
  { x: MARGIN + INNER, y: MARGIN },
  { x: MARGIN + INNER, y: MARGIN + INNER },
  { x: MARGIN, y: MARGIN + INNER },
];

/**
 * Judges outlines in a picture of about a thousand pixels. Each is shown to a small network as a square with some of what lies around
 * it, however it lies in the picture: it sees a document's edges and what is printed on it, or marble, or half of a page.
 */
export function outlineJudge(image: RgbImage, infer: EnginePorts['infer']): OutlineJudge {
  const halved: RgbImage[] = [image];
  const levelOf = (k: number): RgbImage => {
    for (let last = halved.at(-1) ?? image; halved.length <= k; last = halved.at(-1) ?? image)
      halved.push(resize(last, Math.max(1, last.width >> 1), Math.max(1, last.height >> 1)));
    return halved[k] ?? image;
  };
  return async (quads) => {
    const verdicts: OutlineVerdict[] = [];
    for (let start = 0; start < quads.length; start += MOST_AT_ONCE) {
      const some = quads.slice(start, start + MOST_AT_ONCE);
      const data = new Float32Array(some.length * CHANNELS * CROP * CROP);
      for (const [i, quad] of some.entries())
        writeCrop(data, i * CHANNELS * CROP * CROP, quad, levelOf(halvings(quad)), image);
      const outputs = await infer('outline-judge', { dims: [some.length, CHANNELS, CROP, CROP], data });
      const [output] = Object.values(outputs);
      if (output?.data.length !== some.length * OUTPUTS)
        throw new Error('outline judge gave no verdict for each outline');
      for (const i of some.keys()) verdicts.push(verdictAt(output.data, i * OUTPUTS));
    }
    return verdicts;
  };
}

function verdictAt(logits: Float32Array, at: number): OutlineVerdict {
  const p = (i: number) => 1 / (1 + Math.exp(-(logits[at + i] ?? 0)));
  return { right: p(0), place: p(1), sides: [p(2), p(3), p(4), p(5)] };
}

/** In the copy that was halved so often, the outline's mean side has one to two times the pixels that the crop gives it. */
function halvings(quad: Quad<XY>): number {
  const { across, down } = meanSides(quad);
  const times = Math.floor(Math.log2(Math.max(1e-3, (across + down) / 2 / INNER)));
  return Math.min(MOST_HALVED, Math.max(0, times));
}

function meanSides([a, b, c, d]: Quad<XY>): { readonly across: number; readonly down: number } {
  const length = (p: XY, q: XY) => Math.hypot(q.x - p.x, q.y - p.y);
  return { across: (length(a, b) + length(c, d)) / 2, down: (length(b, c) + length(d, a)) / 2 };
}

/** Colours brought to mean 0 and deviation one half, where the photo is, and the logarithm of the outline's breadth over its height. */
function writeCrop(data: Float32Array, at: number, quad: Quad<XY>, level: RgbImage, image: RgbImage): void {
  const [sx, sy] = [level.width / image.width, level.height / image.height];
  const scaled = (p: XY): XY => ({ x: p.x * sx, y: p.y * sy });
  const [a, b, c, d] = quad;
  const h = homographyBetween(INNER_FRAME, [scaled(a), scaled(b), scaled(c), scaled(d)]);
  const crop: RgbImage = { width: CROP, height: CROP, data: new Uint8Array(CROP * CROP * 3) };
  warpBilinear(level, h, crop);
  const plane = CROP * CROP;
  const seen = data.subarray(at + 3 * plane, at + 4 * plane);
  let [sum, squares, count] = [0, 0, 0];
  for (let i = 0; i < plane; i++) {
    const p = applyHomography(h, (i % CROP) + 0.5, Math.floor(i / CROP) + 0.5);
    const isBefore = h[6] * ((i % CROP) + 0.5) + h[7] * (Math.floor(i / CROP) + 0.5) + h[8] > 0;
    if (!isBefore || p.x < 0 || p.y < 0 || p.x > level.width || p.y > level.height) continue;
    seen[i] = 1;
    count += 3;
    for (let k = 0; k < 3; k++) {
      const value = crop.data[i * 3 + k] ?? 0;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / Math.max(1, count);
  const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
  const gain = 1 / (2 * Math.max(LEAST_DEVIATION, deviation));
  for (let k = 0; k < 3; k++)
    for (let i = 0; i < plane; i++)
      data[at + k * plane + i] = ((crop.data[i * 3 + k] ?? 0) - mean) * gain * (seen[i] ?? 0);
  const { across, down } = meanSides(quad);
  data.fill(Math.log(Math.max(1e-3, across) / Math.max(1e-3, down)), at + 4 * plane, at + 5 * plane);
}
