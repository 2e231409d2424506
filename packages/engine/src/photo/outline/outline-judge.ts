import type { EnginePorts } from '../../ports.ts';
import { resize } from '../downscale.ts';
import type { Homography, Quad } from '../geometry.ts';
import { homographyBetween } from '../homography.ts';
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
/**
 * What the engine proposes has been chosen because it looks right, what the judge was trained on was drawn at random: it must be surer, by
 * this natural logarithm of odds.
 */
const PROPOSED = 2;
/** Outlines judged in one run of the network. */
const MOST_AT_ONCE = 16;
/** Corners that agree to so many decimals of a pixel make the same outline. */
const CORNER_DECIMALS = 2;

const INNER_FRAME: Quad<XY> = [
  { x: MARGIN, y: MARGIN },
  { x: MARGIN + INNER, y: MARGIN },
  { x: MARGIN + INNER, y: MARGIN + INNER },
  { x: MARGIN, y: MARGIN + INNER },
];

/**
 * Judges outlines in a picture of about a thousand pixels. Each is shown to a small network as a square with some of what lies around
 * it, however it lies in the picture: it sees a document's edges and what is printed on it, or marble, or half of a page. What was judged
 * once in this picture is not shown again.
 */
export function outlineJudge(image: RgbImage, infer: EnginePorts['infer']): OutlineJudge {
  const halved: RgbImage[] = [image];
  const levelOf = (k: number): RgbImage => {
    for (let last = halved.at(-1) ?? image; halved.length <= k; last = halved.at(-1) ?? image)
      halved.push(resize(last, Math.max(1, last.width >> 1), Math.max(1, last.height >> 1)));
    return halved[k] ?? image;
  };
  const known = new Map<string, OutlineVerdict>();
  return async (quads) => {
    const keys = quads.map(keyOf);
    const unknown = [...new Map(quads.map((quad, i) => [keys[i] ?? '', quad]))].filter(([key]) => !known.has(key));
    for (let start = 0; start < unknown.length; start += MOST_AT_ONCE) {
      const some = unknown.slice(start, start + MOST_AT_ONCE);
      const data = new Float32Array(some.length * CHANNELS * CROP * CROP);
      for (const [i, [, quad]] of some.entries())
        writeCrop(data, i * CHANNELS * CROP * CROP, quad, levelOf(halvings(quad)), image);
      const outputs = await infer('outline-judge', { dims: [some.length, CHANNELS, CROP, CROP], data });
      const [output] = Object.values(outputs);
      if (output?.data.length !== some.length * OUTPUTS) throw new Error(NO_VERDICT);
      for (const [i, [key]] of some.entries()) known.set(key, verdictAt(output.data, i * OUTPUTS));
    }
    return keys.map((key) => {
      const verdict = known.get(key);
      if (verdict === undefined) throw new Error(NO_VERDICT);
      return verdict;
    });
  };
}
const NO_VERDICT = 'outline judge gave no verdict for each outline';

function keyOf(quad: Quad<XY>): string {
  return quad.map(({ x, y }) => `${x.toFixed(CORNER_DECIMALS)},${y.toFixed(CORNER_DECIMALS)}`).join(' ');
}

function verdictAt(logits: Float32Array, at: number): OutlineVerdict {
  const p = (i: number, less = 0) => 1 / (1 + Math.exp(less - (logits[at + i] ?? 0)));
  return { right: p(0, PROPOSED), place: p(1), sides: [p(2), p(3), p(4), p(5)] };
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
  const { mean, deviation } = markSeen(seen, crop, h, level);
  const gain = 1 / (2 * Math.max(LEAST_DEVIATION, deviation));
  for (let i = 0, s = 0, t = at; i < plane; i++, s += 3, t++) {
    if (seen[i] !== 1) continue;
    data[t] = ((crop.data[s] ?? 0) - mean) * gain;
    data[t + plane] = ((crop.data[s + 1] ?? 0) - mean) * gain;
    data[t + 2 * plane] = ((crop.data[s + 2] ?? 0) - mean) * gain;
  }
  const { across, down } = meanSides(quad);
  data.fill(Math.log(Math.max(1e-3, across) / Math.max(1e-3, down)), at + 4 * plane, at + 5 * plane);
}

/** Sets to 1 what of the crop is photo, and not beyond its ends or behind the camera; mean and deviation of the colours there. */
function markSeen(seen: Float32Array, crop: RgbImage, h: Homography, { width, height }: RgbImage) {
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = h;
  let [sum, squares, count] = [0, 0, 0];
  for (let y = 0, i = 0; y < CROP; y++) {
    const cy = y + 0.5;
    const [rx, ry, rw] = [h1 * cy + h2, h4 * cy + h5, h7 * cy + h8];
    for (let x = 0; x < CROP; x++, i++) {
      const cx = x + 0.5;
      // The place in the photo is px / w, py / w.
      const px = h0 * cx + rx;
      const py = h3 * cx + ry;
      const w = h6 * cx + rw;
      if (w <= 0 || px < 0 || py < 0 || px > width * w || py > height * w) continue;
      seen[i] = 1;
      const red = crop.data[i * 3] ?? 0;
      const green = crop.data[i * 3 + 1] ?? 0;
      const blue = crop.data[i * 3 + 2] ?? 0;
      sum += red + green + blue;
      squares += red * red + green * green + blue * blue;
      count += 3;
    }
  }
  const mean = sum / Math.max(1, count);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)) };
}
