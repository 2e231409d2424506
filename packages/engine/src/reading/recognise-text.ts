import type { GreyImage, PagePoint, Quad } from '../photo/index.ts';
import type { EnginePorts, Tensor } from '../ports.ts';
import { cutLine } from './cut-line.ts';
import { settleDrawnAlike } from './letters-drawn-alike.ts';
import { charactersIn } from './print-characters.ts';
import type { RecognisedCharacter, RecognisedLine } from './recognised-line.ts';

export type RecogniseOptions = {
  readonly isTimeUp?: () => boolean;
};

/**
 * Reads lines of print with the print network (`training/print`), one result for each quad in the same order. It knows the
 * Latin alphabets and digits; a word of another script is one sign of confidence 0. Lines are read in batches of like width, since the
 * cost grows with the width; the highest lines first, until `isTimeUp` says so.
 */
export async function recogniseLines(
  page: GreyImage,
  quads: readonly Quad<PagePoint>[],
  infer: EnginePorts['infer'],
  { isTimeUp = () => false }: RecogniseOptions = {},
): Promise<readonly RecognisedLine[]> {
  const read: RecognisedLine[] = quads.map(() => NOT_LOOKED_AT);
  const take = async (batch: Batch): Promise<void> => {
    const output = (await infer('print-line', batchInput(page, batch)))[OUTPUT];
    if (!output) throw new Error(`the print network gives no output ${OUTPUT}`);
    batch.lines.forEach(({ index, width }, i) => {
      read[index] = trimmed(charactersIn(output, i, width / COLUMN));
    });
  };
  // The next batch is cut out while the network reads the last.
  const queue = batches(quads)[Symbol.iterator]();
  const workThrough = async (): Promise<void> => {
    for (const batch of queue) {
      if (isTimeUp()) break;
      await take(batch);
    }
  };
  await Promise.all([workThrough(), workThrough()]);
  return settleDrawnAlike(read);
}

const OUTPUT = 'log_probabilities';
const NOTHING: RecognisedLine = { text: '', confidence: 0, characters: [] };
const NOT_LOOKED_AT: RecognisedLine = { ...NOTHING, notLookedAt: true };
/** Input height, pixels of width that one output column stands for, and of what the width is a multiple: `training/print/network.py`. */
const HEIGHT = 32;
const COLUMN = 2;
const WIDTH_STEP = 8;
/** Longer lines are squeezed: so wide, a line of 90 characters still has ten pixels each. */
const MOST_WIDTH = 960;
const LEAST_WIDTH = 32;
/** Of its natural width, by which a line is stretched: small type is narrow. */
const STRETCH = 1.2;
/** Lines of one run: more are no faster, and the time is looked at between runs. */
const MOST_LINES = 8;
/** Padding is paid for as print is. */
const LEAST_FILLED = 0.9;

type SizedLine = { readonly index: number; readonly quad: Quad<PagePoint>; readonly width: number };
type Batch = { readonly width: number; readonly lines: readonly SizedLine[] };

function batches(quads: readonly Quad<PagePoint>[]): readonly Batch[] {
  const sized = quads
    .map((quad, index) => ({ index, quad, width: widthOf(quad) }))
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

function widthOf([topLeft, topRight, , bottomLeft]: Quad<PagePoint>): number {
  const across = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
  const down = Math.max(1, Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y));
  const natural = (HEIGHT * across * STRETCH) / down;
  return WIDTH_STEP * Math.ceil(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, natural)) / WIDTH_STEP);
}

/** Lines narrower than their batch are filled up with their mean, which is 0. */
function batchInput(page: GreyImage, { width, lines }: Batch): Tensor {
  const data = new Float32Array(lines.length * HEIGHT * width);
  lines.forEach((line, i) => {
    const cut = cutLine(page, line.quad, { width: line.width, height: HEIGHT });
    for (let y = 0; y < HEIGHT; y++) {
      data.set(cut.subarray(y * line.width, (y + 1) * line.width), (i * HEIGHT + y) * width);
    }
  });
  return { dims: [lines.length, 1, HEIGHT, width], data };
}

function trimmed(characters: readonly RecognisedCharacter[]): RecognisedLine {
  const first = characters.findIndex(({ character }) => character.trim() !== '');
  if (first < 0) return NOTHING;
  const last = characters.findLastIndex(({ character }) => character.trim() !== '');
  const kept = characters.slice(first, last + 1);
  const confidence = kept.reduce((sum, character) => sum + character.confidence, 0) / kept.length;
  return { text: kept.map(({ character }) => character).join(''), confidence, characters: kept };
}
