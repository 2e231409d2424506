import { OCR_B_GLYPHS, OCR_B_METRICS } from '../glyphs/ocr-b.table.ts';

/** Ten characters to the inch, as in a zone (ISO 1073-2, size I). */
const MM_PER_UNIT = 2.54 / OCR_B_METRICS.advance;
const MIDDLE_Y = -345;

/** A line of OCR-B with `>` and `+`, which no zone holds; blanks print nothing. */
export function codingLineSvg(line: string, xMm: number, baselineMm: number): string {
  const glyphs = [...line].map((character, column) => {
    const at = column * OCR_B_METRICS.advance;
    if (character === ' ') return '';
    if (character === '>')
      return `<path transform="translate(${at + OCR_B_METRICS.advance} 0) scale(-1 1)" d="${OCR_B_GLYPHS['<']}"/>`;
    const path =
      character === '+' ? `M150 ${MIDDLE_Y}H573M361 ${MIDDLE_Y - 211}V${MIDDLE_Y + 211}` : OCR_B_GLYPHS[character];
    if (path === undefined) throw new Error(`the coding line has no glyph for ${JSON.stringify(character)}`);
    return `<path transform="translate(${at} 0)" d="${path}"/>`;
  });
  return `<g fill="none" stroke="#15151a" stroke-width="${OCR_B_METRICS.stroke}" stroke-linecap="round" stroke-linejoin="round" transform="translate(${xMm} ${baselineMm}) scale(${MM_PER_UNIT})">${glyphs.join('')}</g>`;
}
