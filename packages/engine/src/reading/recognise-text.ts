import { cropLine, type PagePoint, type Quad, type RgbImage } from '../photo/index.ts';
import type { EnginePorts, Tensor } from '../ports.ts';
import { RECOGNISER_ALPHABET } from './recogniser-alphabet.table.ts';

/** A line of print as read. Empty text: nothing was recognised. */
export type RecognisedLine = {
  readonly text: string;
  /** Mean over its characters, 0–1; 0 for an empty line. */
  readonly confidence: number;
  readonly characters: readonly RecognisedCharacter[];
  /** The time was up before the line's turn. */
  readonly notLookedAt?: true;
};

export type RecognisedCharacter = {
  readonly character: string;
  readonly confidence: number;
  /** Middle of the character along the line, 0 (left end of the quad) to 1. */
  readonly at: number;
};

export type RecogniseOptions = {
  readonly isTimeUp?: () => boolean;
  /** Part of its natural width to which a line is squeezed, 0–1: the time grows with the width. */
  readonly squeeze?: number;
};

/**
 * Reads lines of print with PP-OCRv4's recogniser, one result for each quad in the same order. It knows Latin letters (24 with
 * diacritics), digits and Chinese. Lines are read in batches of like width, since the cost grows with the width; the
 * highest lines first, until `isTimeUp` says so.
 */
export async function recogniseLines(
  image: RgbImage,
  quads: readonly Quad<PagePoint>[],
  infer: EnginePorts['infer'],
  { isTimeUp = () => false, squeeze = SQUEEZE }: RecogniseOptions = {},
): Promise<readonly RecognisedLine[]> {
  const read: RecognisedLine[] = quads.map(() => NOT_LOOKED_AT);
  const take = async (batch: Batch): Promise<void> => {
    const [output] = Object.values(await infer('text-recognition', batchInput(image, batch)));
    if (!output) throw new Error('the recogniser gives no output');
    const columns = output.dims[1] ?? 0;
    batch.lines.forEach(({ index, width }, i) => {
      read[index] = readLine(output, i, Math.ceil((columns * width) / batch.width), columns, width / batch.width);
    });
  };
  // The next batch is cut out while the network reads the last.
  const queue = batches(quads, squeeze)[Symbol.iterator]();
  const workThrough = async (): Promise<void> => {
    for (const batch of queue) {
      if (isTimeUp()) break;
      await take(batch);
    }
  };
  await Promise.all([workThrough(), workThrough()]);
  return read;
}

const NOTHING: RecognisedLine = { text: '', confidence: 0, characters: [] };
const NOT_LOOKED_AT: RecognisedLine = { ...NOTHING, notLookedAt: true };
/** Input height that the recogniser was trained on. */
const HEIGHT = 48;
/** Long lines are squeezed: at 640 pixels a line of 44 characters still has 14 each. */
const MOST_WIDTH = 640;
const LEAST_WIDTH = 48;
/** The network halves the width three times. */
const WIDTH_STEP = 8;
/** Of its natural width, by which a line is squeezed: a fifth less time, and no more errors on drawn documents. */
const SQUEEZE = 0.85;
/** Lines of one run: more are no faster, and the time is looked at between runs. */
const MOST_LINES = 4;
/** Padding is paid for as print is. */
const LEAST_FILLED = 0.92;
/** The network's pixels run from -1 to 1. */
const HALF_RANGE = 127.5;

type SizedLine = { readonly index: number; readonly quad: Quad<PagePoint>; readonly width: number };
type Batch = { readonly width: number; readonly lines: readonly SizedLine[] };

function batches(quads: readonly Quad<PagePoint>[], squeeze: number): readonly Batch[] {
  const sized = quads
    .map((quad, index) => ({ index, quad, width: widthOf(quad, squeeze) }))
    .toSorted((a, b) => b.width - a.width);
  const made: { width: number; lines: SizedLine[] }[] = [];
  for (const line of sized) {
    const last = made.at(-1);
    if (last && last.lines.length < MOST_LINES && line.width >= LEAST_FILLED * last.width) last.lines.push(line);
    else made.push({ width: line.width, lines: [line] });
  }
  return made.toSorted((a, b) => highestOf(b) - highestOf(a));
}

function highestOf({ lines }: Batch): number {
  return Math.max(...lines.map(({ quad: [a, , , d] }) => Math.hypot(d.x - a.x, d.y - a.y)));
}

function widthOf([topLeft, topRight, , bottomLeft]: Quad<PagePoint>, squeeze: number): number {
  const across = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
  const down = Math.max(1, Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y));
  const natural = (HEIGHT * across * squeeze) / down;
  return WIDTH_STEP * Math.ceil(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, natural)) / WIDTH_STEP);
}

function batchInput(image: RgbImage, { width, lines }: Batch): Tensor {
  const plane = HEIGHT * width;
  const data = new Float32Array(lines.length * 3 * plane);
  lines.forEach((line, i) => {
    const crop = cropLine(image, line.quad, line.width, HEIGHT).data;
    for (let y = 0, s = 0; y < HEIGHT; y++) {
      let t = i * 3 * plane + y * width;
      // Blue first: the network was trained on OpenCV's order.
      for (let x = 0; x < line.width; x++, s += 3, t++) {
        data[t] = (crop[s + 2] ?? 0) / HALF_RANGE - 1;
        data[t + plane] = (crop[s + 1] ?? 0) / HALF_RANGE - 1;
        data[t + 2 * plane] = (crop[s] ?? 0) / HALF_RANGE - 1;
      }
    }
  });
  return { dims: [lines.length, 3, HEIGHT, width], data };
}

/** Takes the likeliest class of each column, drops repetitions and blanks (CTC, Graves 2006). */
function readLine(output: Tensor, line: number, used: number, columns: number, share: number): RecognisedLine {
  const classes = output.dims[2] ?? 0;
  const characters: RecognisedCharacter[] = [];
  let previous = 0;
  for (let t = 0; t < used; t++) {
    const base = (line * columns + t) * classes;
    let best = 0;
    let confidence = output.data[base] ?? 0;
    for (let c = 1; c < classes; c++) {
      const value = output.data[base + c] ?? 0;
      if (value > confidence) {
        best = c;
        confidence = value;
      }
    }
    if (best !== 0 && best !== previous) {
      characters.push({ character: ALPHABET[best - 1] ?? ' ', confidence, at: (t + 0.5) / (columns * share) });
    }
    previous = best;
  }
  return trimmed(characters);
}

const ALPHABET = RECOGNISER_ALPHABET.flatMap((part) => [...part]);

function trimmed(characters: readonly RecognisedCharacter[]): RecognisedLine {
  const first = characters.findIndex(({ character }) => character.trim() !== '');
  if (first < 0) return NOTHING;
  const last = characters.findLastIndex(({ character }) => character.trim() !== '');
  const kept = characters.slice(first, last + 1);
  const confidence = kept.reduce((sum, character) => sum + character.confidence, 0) / kept.length;
  return { text: kept.map(({ character }) => character).join(''), confidence, characters: kept };
}
