import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import type { DocumentRecord } from './issue-document.ts';
import { licenceBarcodeText } from './licence-barcode-text.ts';
import type { PictureItem } from './side-design.ts';

/** The PDF417 of a North American licence, drawn as one path of runs. */
export async function barcodePicture(record: DocumentRecord): Promise<PictureItem> {
  const text = licenceBarcodeText(record);
  ready ??= loadWriter();
  await ready;
  const { symbol, error } = await writeBarcode(text, {
    format: 'PDF417',
    scale: 1,
    addQuietZones: false,
    options: `columns=${COLUMNS},ecLevel=${ERROR_CORRECTION}`,
  });
  if (error !== '') throw new Error(`zxing-wasm cannot write the barcode: ${error}`);
  const moduleMm = WIDTH_MM / symbol.width;
  const height = symbol.height * moduleMm;
  const box = { x: LEFT_MM, y: BOTTOM_MM - height, width: WIDTH_MM, height };
  const quiet = 2 * moduleMm;
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
  const svg = `<rect x="${box.x - quiet}" y="${box.y - quiet}" width="${box.width + 2 * quiet}" height="${box.height + 2 * quiet}" fill="#ffffff"/><path transform="translate(${box.x} ${box.y}) scale(${moduleMm})" d="${path}" fill="#111111"/>`;
  return { draw: 'picture', name: 'barcode', kind: 'barcode', svg, box, printed: text };
}

/** AAMVA DL/ID 2020 annex D.3: error correction level 5; twelve columns keep the modules at 0.28 mm. */
const ERROR_CORRECTION = 5;
const COLUMNS = 12;
const WIDTH_MM = 75;
const LEFT_MM = 5.3;
const BOTTOM_MM = 50.5;
const WHITE = 255;

let ready: Promise<void> | undefined;

async function loadWriter(): Promise<void> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
