import type { EnginePorts } from '../../ports.ts';
import { resize } from '../downscale.ts';
import type { RgbImage } from '../pixels.ts';

/** The detector's sides are multiples of 32. */
const STRIDE = 32;
/** PP-OCRv4 normalises by ImageNet's mean and deviation, channels in the order blue, green, red. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;
const FULL = 255;

/** Probability of text per pixel of a picture shrunk by `scaleX`, `scaleY` (map px per picture px). */
export type TextMap = {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  readonly scaleX: number;
  readonly scaleY: number;
};

/** Runs the text detector with the picture's long edge at about `longEdge` px. */
export async function textMap(image: RgbImage, longEdge: number, infer: EnginePorts['infer']): Promise<TextMap> {
  const scale = Math.min(1, longEdge / Math.max(image.width, image.height));
  const width = Math.max(STRIDE, Math.round((image.width * scale) / STRIDE) * STRIDE);
  const height = Math.max(STRIDE, Math.round((image.height * scale) / STRIDE) * STRIDE);
  const small = resize(image, width, height);
  const plane = width * height;
  const data = new Float32Array(plane * 3);
  for (let channel = 0; channel < 3; channel++) {
    const mean = MEAN[channel] ?? 0;
    const deviation = DEVIATION[channel] ?? 1;
    const gain = 1 / (FULL * deviation);
    const offset = mean / deviation;
    for (let y = 0; y < height; y++) {
      const start = channel * plane + y * width;
      writeRow(data.subarray(start, start + width), small.data, y * width * 3 + 2 - channel, gain, offset);
    }
  }
  const [output] = Object.values(await infer('text-detection', { dims: [1, 3, height, width], data }));
  if (output === undefined || output.data.length !== plane) throw new Error('text detector gave a map of another size');
  return { width, height, values: output.data, scaleX: width / image.width, scaleY: height / image.height };
}

/** One channel of a row. */
function writeRow(target: Float32Array, source: Uint8Array, from: number, gain: number, offset: number): void {
  for (let x = 0, s = from; x < target.length; x++, s += 3) target[x] = (source[s] ?? 0) * gain - offset;
}
