import type { EnginePorts } from '../../ports.ts';

/** The characters of the zone in the order of the network's classes 1–37; class 0 is "no character here". */
export const MRZ_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** Input of the line network and its output, as `training/mrz/network.py` makes them. */
export const LINE_SHAPE = { width: 640, height: 32, columns: 160, classes: 38 } as const;

/** The network's view of one cut-out: `probabilities[column * 38 + class]`. */
export type LineColumns = Float32Array;

const OUTPUT = 'log_probabilities';
/** Lines of one run: bounds the memory of a run to some 40 MB. */
const BATCH = 16;

/** Reads normalised cut-outs (see `cutLine`), all in as few runs as memory allows. */
export async function readColumns(
  cutouts: readonly Float32Array[],
  infer: EnginePorts['infer'],
): Promise<readonly LineColumns[]> {
  const { width, height, columns, classes } = LINE_SHAPE;
  const read: LineColumns[] = [];
  for (let first = 0; first < cutouts.length; first += BATCH) {
    const batch = cutouts.slice(first, first + BATCH);
    const input = new Float32Array(batch.length * width * height);
    batch.forEach((cutout, i) => {
      input.set(cutout, i * width * height);
    });
    const output = (await infer('mrz-line', { dims: [batch.length, 1, height, width], data: input }))[OUTPUT];
    if (!output) throw new Error(`the line network gives no output ${OUTPUT}`);
    for (let i = 0; i < batch.length; i++) {
      read.push(output.data.slice(i * columns * classes, (i + 1) * columns * classes).map(Math.exp));
    }
  }
  return read;
}
