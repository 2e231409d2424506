import { existsSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { OCR_B_GLYPHS, OCR_B_METRICS } from './ocr-b.table.ts';

/** Where Debian's fonts-ocr-b puts its regular face (public domain, Matthew Skala). */
export const REFERENCE_OCR_B = '/usr/share/fonts/opentype/ocr-b/OCRB.otf';

/** Intersection over union of one glyph's ink, ours and the reference's, 0–1. */
export type GlyphOverlap = { readonly character: string; readonly overlap: number };

/**
 * Compares every glyph of our table with the reference font, after shifting ours to where it fits best (at most
 * 0.5 % of the em). Answers null where the font is not installed.
 */
export function measureOverlap(fontFile: string = REFERENCE_OCR_B): readonly GlyphOverlap[] | null {
  if (!existsSync(fontFile)) return null;
  return Object.entries(OCR_B_GLYPHS).map(([character, path]) => {
    const reference = referenceInk(character, fontFile);
    let overlap = 0;
    for (let dy = -MOST_SHIFT; dy <= MOST_SHIFT; dy += 1)
      for (let dx = -MOST_SHIFT; dx <= MOST_SHIFT; dx += 1)
        overlap = Math.max(overlap, overlapOf(glyphInk(path, dx * UNITS_PER_PIXEL, dy * UNITS_PER_PIXEL), reference));
    return { character, overlap };
  });
}

/** The ink of a centre-line path, one byte of coverage a pixel, shifted by units of 1/1000 em. */
export function glyphInk(path: string, shiftX = 0, shiftY = 0): Uint8Array {
  return ink(
    `<path transform="translate(${shiftX} ${shiftY})" d="${path}" fill="none" stroke="#000" stroke-width="${OCR_B_METRICS.stroke}" stroke-linecap="round" stroke-linejoin="round"/>`,
  );
}

/** The ink of the reference font's glyph, on the same grid. */
function referenceInk(character: string, fontFile: string): Uint8Array {
  const text = character === '<' ? '&lt;' : character;
  return ink(`<text x="0" y="0" font-family="OCRB" font-size="1000">${text}</text>`, fontFile);
}

/** Soft intersection over union of two coverages. */
export function overlapOf(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  let either = 0;
  for (let index = 0; index < a.length; index += 1) {
    const x = a[index] ?? 0;
    const y = b[index] ?? 0;
    both += Math.min(x, y);
    either += Math.max(x, y);
  }
  return either === 0 ? 0 : both / either;
}

/** Fine enough to see a twentieth of the stroke. */
const UNITS_PER_PIXEL = 5;
/** One pixel is 0.5 % of the em: both stand on the same baseline. */
const MOST_SHIFT = 1;
const WIDTH_UNITS = 800;
const HEIGHT_UNITS = 900;
const BASELINE_UNITS = 830;

function ink(drawing: string, fontFile?: string): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_UNITS / UNITS_PER_PIXEL}" height="${HEIGHT_UNITS / UNITS_PER_PIXEL}" viewBox="0 ${-BASELINE_UNITS} ${WIDTH_UNITS} ${HEIGHT_UNITS}">${drawing}</svg>`;
  const fontFiles = fontFile === undefined ? [] : [fontFile];
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render();
  return Uint8Array.from({ length: pixels.length / 4 }, (_, index) => pixels[index * 4 + 3] ?? 0);
}
