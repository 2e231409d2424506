import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import type { RgbImage } from '../photo/index.ts';
import type { DecodedBarcode } from '../ports.ts';

const RGBA = 4;
const OPAQUE = 255;
/** A document carries one or two. */
const MOST_SYMBOLS = 4;

let ready: Promise<unknown> | undefined;

/** Begins to load the reader; a failure is told when it is first used. */
export function warmBarcodeReader(): void {
  ready ??= loadReader();
  ready.catch(() => undefined);
}

/** Finds and decodes two-dimensional bar codes. The WebAssembly comes from the package; nothing is fetched. */
export async function decodeBarcodes(image: RgbImage): Promise<readonly DecodedBarcode[]> {
  ready ??= loadReader();
  await ready;
  const results = await readBarcodes(toImageData(image), {
    formats: ['PDF417', 'QRCode', 'DataMatrix', 'Aztec'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: false,
    maxNumberOfSymbols: MOST_SYMBOLS,
  });
  return results.filter(({ isValid }) => isValid).map(toBarcode);
}

async function loadReader(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = await readFile(path);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** As the browser's `ImageData`, which Node does not have. */
function toImageData({ width, height, data }: RgbImage) {
  const rgba = new Uint8ClampedArray(width * height * RGBA);
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += RGBA) {
    rgba[to] = data[from] ?? 0;
    rgba[to + 1] = data[from + 1] ?? 0;
    rgba[to + 2] = data[from + 2] ?? 0;
    rgba[to + 3] = OPAQUE;
  }
  return { width, height, data: rgba, colorSpace: 'srgb' as const };
}

function toBarcode({ format, bytes, text, position }: ReadResult): DecodedBarcode {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const corners = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }): [number, number] => [x, y]);
  return { symbology: format, bytes, text, corners };
}
