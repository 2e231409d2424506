import type { EnginePorts } from '../../ports.ts';
import type { TextLine } from '../page.ts';
import type { RgbImage } from '../pixels.ts';
import { cropLine } from './crop-line.ts';
import { lengthOf } from './line-length.ts';

/** Input of PP-OCR's line classifier. */
const WIDTH = 192;
const HEIGHT = 48;
const HALF_RANGE = 127.5;
/** So many lines vote; more add time and no certainty. */
const VOTERS = 8;
/** Only this many heights of a line are shown: the classifier's input is four, and squeezed letters mislead it. */
const SHOWN_HEIGHTS = 4;
/** Shorter lines (in heights) are single letters, signatures and emblems. */
const SHORTEST = 2.5;

/** Mean probability, 0–1, that the lines stand on their heads; null without lines. */
export async function linesUpsideDown(
  page: RgbImage,
  lines: readonly TextLine[],
  infer: EnginePorts['infer'],
): Promise<number | null> {
  const voters = lines
    .filter((line) => lengthOf(line) >= SHORTEST * line.heightPx)
    .sort((a, b) => b.heightPx * b.score - a.heightPx * a.score)
    .slice(0, VOTERS);
  if (voters.length === 0) return null;
  const plane = WIDTH * HEIGHT;
  const data = new Float32Array(voters.length * plane * 3);
  voters.forEach((line, n) => {
    const length = lengthOf(line);
    const shown = Math.min(1, (line.heightPx * SHOWN_HEIGHTS) / length);
    const width = Math.min(WIDTH, Math.round((HEIGHT * shown * length) / line.heightPx));
    const [a, b, c, d] = line.quad;
    const crop = cropLine(page, [a, mix(a, b, shown), mix(d, c, shown), d], width, HEIGHT);
    for (let channel = 0; channel < 3; channel++) {
      const base = (n * 3 + channel) * plane;
      for (let y = 0; y < HEIGHT; y++) {
        const from = y * width * 3 + 2 - channel;
        writeRow(data.subarray(base + y * WIDTH, base + y * WIDTH + width), crop.data, from);
      }
    }
  });
  const [output] = Object.values(await infer('line-direction', { dims: [voters.length, 3, HEIGHT, WIDTH], data }));
  if (output === undefined || output.data.length !== voters.length * 2)
    throw new Error('line classifier gave no two values a line');
  let sum = 0;
  for (let n = 0; n < voters.length; n++) sum += output.data[2 * n + 1] ?? 0;
  return sum / voters.length;
}

/** One channel of a row, −1 to 1. */
function writeRow(target: Float32Array, source: Uint8Array, from: number): void {
  for (let x = 0, s = from; x < target.length; x++, s += 3) target[x] = (source[s] ?? 0) / HALF_RANGE - 1;
}

function mix(a: TextLine['quad'][0], b: TextLine['quad'][0], t: number): TextLine['quad'][0] {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}
