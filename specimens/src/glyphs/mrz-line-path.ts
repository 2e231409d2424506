import { OCR_B_METRICS } from './ocr-b.table.ts';
import { OWN_OCR_B, type ZoneFace, zoneGlyph } from './zone-faces.ts';

/** Ten characters to the inch: ICAO Doc 9303-3 §4.4. */
const MRZ_PITCH_MM = 2.54;
const MM_PER_UNIT = MRZ_PITCH_MM / OCR_B_METRICS.advance;

/** Height of a capital letter of the zone, mm. */
export const MRZ_CAP_HEIGHT_MM = (OCR_B_METRICS.capBottom - OCR_B_METRICS.capTop) * MM_PER_UNIT;

export type MrzLinePath = {
  /** An SVG group in millimetres. */
  readonly svg: string;
  /** Tight on the ink of the line, mm. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};

/**
 * Draws one line of the zone; `xMm` is the left edge of the first character's cell, `baselineMm` its baseline.
 * Throws on a character outside A–Z, 0–9 and `<`.
 */
export function mrzLinePath(
  line: string,
  xMm: number,
  baselineMm: number,
  colour: string,
  face: ZoneFace = OWN_OCR_B,
): MrzLinePath {
  const ink =
    face.fontFile === undefined
      ? `fill="none" stroke="${colour}" stroke-width="${face.stroke ?? OCR_B_METRICS.stroke}" stroke-linecap="round" stroke-linejoin="round"`
      : `fill="${colour}"`;
  let svg = `<g ${ink} transform="translate(${xMm} ${baselineMm}) scale(${MM_PER_UNIT})">`;
  for (const [index, character] of [...line].entries()) {
    const glyph = zoneGlyph(face, character);
    if (glyph === undefined) throw new Error(`OCR-B has no glyph for ${JSON.stringify(character)} at column ${index}`);
    const place = `translate(${index * OCR_B_METRICS.advance} 0)`;
    svg +=
      face.fontFile === undefined
        ? `<path transform="${place}" d="${glyph}"/>`
        : `<g transform="${place}">${glyph}</g>`;
  }
  const top = /[0-9]/.test(line) ? OCR_B_METRICS.digitTop : OCR_B_METRICS.capTop;
  return {
    svg: `${svg}</g>`,
    box: {
      x: xMm + SIDE_BEARING * MM_PER_UNIT,
      y: baselineMm + top * MM_PER_UNIT,
      width: (line.length * OCR_B_METRICS.advance - 2 * SIDE_BEARING) * MM_PER_UNIT,
      height: (OCR_B_METRICS.capBottom - top) * MM_PER_UNIT,
    },
  };
}

/** White beside the ink of a full-width character within its cell, in glyph units. */
const SIDE_BEARING = 113;
