import { type GreyImage, type RgbImage, shrinkToGrey } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';

/**
 * What the zone network says of every cell of a picture (`training/zone/network.py`). Cells are `cellPx` pixels of the picture
 * wide and high; places, heights and offsets are in its pixels.
 */
export type ZoneMaps = {
  readonly columns: number;
  readonly rows: number;
  readonly cellPx: number;
  /** Probability that the cell lies in a zone, from the top of its first line to the bottom of its last. */
  readonly block: Float32Array;
  /** Probability that it lies in the middle of a line. */
  readonly core: Float32Array;
  /** Probability that the first or the last character of a line ends here. */
  readonly start: Float32Array;
  readonly end: Float32Array;
  /** The direction in which the line is read. */
  readonly cosine: Float32Array;
  readonly sine: Float32Array;
  /** Height of the line's capitals. */
  readonly capPx: Float32Array;
  /** From the cell across to the middle of its line, positive downwards as the line is read. */
  readonly offsetPx: Float32Array;
};

const OUTPUT = 'maps';
/** Pixels of the network's picture to a cell; its sides are multiples of `MULTIPLE`, so that the maps come out whole at every depth. */
const STRIDE = 4;
const MULTIPLE = 32;
/** Pixels of the network's picture, as in `training/zone/network.py`. */
const HEIGHT_UNIT_PX = 8;
const OFFSET_UNIT_PX = 4;
/** Grey levels added to the deviation, so that an empty wall is not blown up to full contrast (as in training). */
const DEVIATION_FLOOR = 4;
/** The network's eight maps, in their order. */
const MAPS = { block: 0, core: 1, start: 2, end: 3, cosine: 4, sine: 5, logHeight: 6, offset: 7 } as const;

/** Shows the network the picture with its long edge at `longEdge` pixels; a smaller picture is not blown up. */
export async function seeZone(
  picture: RgbImage | GreyImage,
  longEdge: number,
  infer: EnginePorts['infer'],
): Promise<ZoneMaps> {
  const scale = Math.min(1, longEdge / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const seen = normalise(shrinkToGrey(picture, width, height));
  const output = (await infer('mrz-zone', seen))[OUTPUT];
  if (!output) throw new Error(`the zone network gives no output ${OUTPUT}`);
  const [, , rows = 0, columns = 0] = output.dims;
  const cells = rows * columns;
  const px = picture.width / width;
  const map = (index: number) => output.data.subarray(index * cells, (index + 1) * cells);
  // Where no block is seen nobody asks for the rest.
  const probabilities = (index: number) => lazily(() => map(index).map(probability));
  const [core, start, end] = [probabilities(MAPS.core), probabilities(MAPS.start), probabilities(MAPS.end)];
  const capPx = lazily(() => map(MAPS.logHeight).map((logarithm) => Math.exp(logarithm) * HEIGHT_UNIT_PX * px));
  const offsetPx = lazily(() => map(MAPS.offset).map((offset) => offset * OFFSET_UNIT_PX * px));
  return {
    columns,
    rows,
    cellPx: STRIDE * px,
    block: map(MAPS.block).map(probability),
    get core() {
      return core();
    },
    get start() {
      return start();
    },
    get end() {
      return end();
    },
    cosine: map(MAPS.cosine),
    sine: map(MAPS.sine),
    get capPx() {
      return capPx();
    },
    get offsetPx() {
      return offsetPx();
    },
  };
}

/** Mean 0 and deviation 1 over the picture; what is added to make its sides multiples is 0. */
function normalise({ width, height, data }: GreyImage) {
  const paddedWidth = Math.ceil(width / MULTIPLE) * MULTIPLE;
  const paddedHeight = Math.ceil(height / MULTIPLE) * MULTIPLE;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    const value = data[i] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / data.length;
  const deviation = Math.sqrt(Math.max(0, squares / data.length - mean * mean)) + DEVIATION_FLOOR;
  const pixels = new Float32Array(paddedWidth * paddedHeight);
  const share = 1 / deviation;
  for (let y = 0, s = 0; y < height; y++) {
    for (let x = 0, t = y * paddedWidth; x < width; x++) pixels[t++] = ((data[s++] ?? 0) - mean) * share;
  }
  return { dims: [1, 1, paddedHeight, paddedWidth], data: pixels };
}

function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Works a value out when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
