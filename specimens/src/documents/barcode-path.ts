import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type WriteInputBarcodeFormat, writeBarcode } from 'zxing-wasm/writer';

/** A bar code as one path of runs, one unit a module. */
export type BarcodePath = { readonly path: string; readonly width: number; readonly height: number };

/** Encodes a text; `options` are zxing-cpp's, such as `columns=12,ecLevel=5`. */
export async function barcodePath(
  text: string,
  format: WriteInputBarcodeFormat,
  options: string,
): Promise<BarcodePath> {
  ready ??= loadWriter();
  await ready;
  const { symbol, error } = await writeBarcode(text, { format, scale: 1, addQuietZones: false, options });
  if (error !== '') throw new Error(`zxing-wasm cannot write the barcode: ${error}`);
  let path = '';
  for (let row = 0; row < symbol.height; row += 1) {
    let from = -1;
    for (let column = 0; column <= symbol.width; column += 1) {
      const dark = column < symbol.width && (symbol.data[row * symbol.width + column] ?? WHITE) < WHITE / 2;
      if (dark && from < 0) from = column;
      if (!dark && from >= 0) {
        path += `M${from} ${row}h${column - from}v1h${from - column}z`;
        from = -1;
      }
    }
  }
  return { path, width: symbol.width, height: symbol.height };
}

const WHITE = 255;

let ready: Promise<void> | undefined;

async function loadWriter(): Promise<void> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
