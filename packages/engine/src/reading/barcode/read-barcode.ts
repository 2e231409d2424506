import { applyHomography, type PhotoPoint, type Quad, type StraightPage, type TextLine } from '../../photo/index.ts';
import type { DecodedBarcode, EnginePorts } from '../../ports.ts';
import { parseAamva, readAamvaFields } from '../../standards/index.ts';
import type { BarcodeReading, FieldReading, NotRead } from '../document-reading.ts';
import { cropGrey } from './crop-grey.ts';
import { findDenseBlocks, type PixelBox } from './find-dense-blocks.ts';

/** Lines of print are at least this many heights long; a block that they cover by this share is print. */
const LINE_ASPECT = 9;
const TEXT_SHARE = 0.4;
/** Around a block, so that the code keeps its quiet zone (ISO/IEC 15438 §5.11.3 wants two modules). */
const MARGIN_PX = 32;
/** Blocks up to this many pixels are tried enlarged as well: small photographs have modules of one pixel. */
const MOST_PIXELS_ENLARGED = 700_000;
/** Reed–Solomon either restores every byte or fails: what was decoded was printed. */
const CONFIDENCE = 0.99;

/**
 * Reads the bar code of a page. A page without a block that is dense enough costs one pass over its pixels; only blocks
 * are decoded, as they are and then twice as large.
 */
export async function readBarcode(
  page: StraightPage,
  ports: Pick<EnginePorts, 'decodeBarcodes' | 'now'>,
): Promise<BarcodeReading | NotRead> {
  const began = ports.now();
  const blocks = findDenseBlocks(page.grey).filter((block) => !isText(block, page.textLines));
  const tried = [blocks.length === 0 ? 'no block dense enough for a bar code' : `${blocks.length} dense blocks`];
  let unknown: BarcodeReading | undefined;
  for (const scale of [1, 2]) {
    for (const block of blocks) {
      const box = grow(block, page.grey.width, page.grey.height);
      if (scale > 1 && area(box) > MOST_PIXELS_ENLARGED) continue;
      for (const barcode of await ports.decodeBarcodes(cropGrey(page.grey, box, scale))) {
        const reading = interpret(barcode, page, box, scale);
        if (reading.standard === 'AAMVA') return reading;
        unknown ??= reading;
      }
    }
    tried.push(`decoded at scale ${scale}`);
  }
  return unknown ?? { tried, elapsedMs: ports.now() - began };
}

function interpret(barcode: DecodedBarcode, page: StraightPage, box: PixelBox, scale: number): BarcodeReading {
  const region = regionOf(barcode, page, box, scale);
  const place = region ? { region } : {};
  const payload = parseAamva(barcode.bytes);
  if (!payload.ok) return { symbology: barcode.symbology, standard: 'unknown', fields: [], ...place };
  const fields = readAamvaFields(payload.value).fields.map(
    ({ field, value, printed }): FieldReading => ({
      field,
      witness: 'barcode',
      value,
      printed,
      confidence: CONFIDENCE,
      ...place,
    }),
  );
  return { symbology: barcode.symbology, standard: 'AAMVA', version: payload.value.version, fields, ...place };
}

function regionOf(barcode: DecodedBarcode, page: StraightPage, box: PixelBox, scale: number): Quad<PhotoPoint> | null {
  const [a, b, c, d] = barcode.corners.map(([x, y]) =>
    applyHomography(page.pageToPhoto, box.left + x / scale, box.top + y / scale),
  );
  return a && b && c && d ? [a, b, c, d] : null;
}

function grow(box: PixelBox, width: number, height: number): PixelBox {
  return {
    left: Math.max(0, box.left - MARGIN_PX),
    top: Math.max(0, box.top - MARGIN_PX),
    right: Math.min(width, box.right + MARGIN_PX),
    bottom: Math.min(height, box.bottom + MARGIN_PX),
  };
}

/** Lines of print, such as those of a machine-readable zone, are dense too; but the text detector sees them as long lines. */
function isText(block: PixelBox, lines: readonly TextLine[]): boolean {
  let covered = 0;
  for (const { quad } of lines) {
    const [a, b, c, d] = quad;
    const long = Math.hypot(b.x - a.x, b.y - a.y);
    const high = Math.hypot(d.x - a.x, d.y - a.y);
    if (long < LINE_ASPECT * high) continue;
    const across = Math.min(block.right, Math.max(b.x, c.x)) - Math.max(block.left, Math.min(a.x, d.x));
    const down = Math.min(block.bottom, Math.max(c.y, d.y)) - Math.max(block.top, Math.min(a.y, b.y));
    if (across > 0 && down > 0) covered += across * down;
  }
  return covered > TEXT_SHARE * area(block);
}

function area(box: PixelBox): number {
  return (box.right - box.left) * (box.bottom - box.top);
}
