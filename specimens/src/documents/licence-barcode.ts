import { barcodePath } from './barcode-path.ts';
import type { DocumentRecord } from './issue-document.ts';
import { licenceBarcodeText } from './licence-barcode-text.ts';
import type { PictureItem } from './side-design.ts';

/** The PDF417 of a North American licence. */
export async function barcodePicture(record: DocumentRecord): Promise<PictureItem> {
  const text = licenceBarcodeText(record);
  const drawn = await barcodePath(text, 'PDF417', `columns=${COLUMNS},ecLevel=${ERROR_CORRECTION}`);
  const moduleMm = WIDTH_MM / drawn.width;
  const height = drawn.height * moduleMm;
  const box = { x: LEFT_MM, y: BOTTOM_MM - height, width: WIDTH_MM, height };
  const quiet = 2 * moduleMm;
  const svg = `<rect x="${box.x - quiet}" y="${box.y - quiet}" width="${box.width + 2 * quiet}" height="${box.height + 2 * quiet}" fill="#ffffff"/><path transform="translate(${box.x} ${box.y}) scale(${moduleMm})" d="${drawn.path}" fill="#111111"/>`;
  return { draw: 'picture', name: 'barcode', kind: 'barcode', svg, box, printed: text };
}

/** AAMVA DL/ID 2020 annex D.3: error correction level 5; twelve columns keep the modules at 0.28 mm. */
const ERROR_CORRECTION = 5;
const COLUMNS = 12;
const WIDTH_MM = 75;
const LEFT_MM = 5.3;
const BOTTOM_MM = 50.5;
