import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { REFERENCE_OCR_B } from './measure-overlap.ts';
import { OCR_B_GLYPHS, OCR_B_METRICS } from './ocr-b.table.ts';

/** A face that a zone can be printed in: ours as centre lines of some stroke, or a font whose file the machine has. */
export type ZoneFace = {
  readonly name: string;
  /** Stroke of the centre lines, in units of the glyphs; ISO 1073-2 prints 100. */
  readonly stroke?: number;
  readonly fontFile?: string;
};

/** What every specimen's zone is printed in unless another face is asked for. */
export const OWN_OCR_B: ZoneFace = { name: 'OCR-B, our centre lines', stroke: OCR_B_METRICS.stroke };

const DEJAVU = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
/** The last two are no OCR-B: issuers print such faces instead, against ICAO Doc 9303-3 §4.4. */
const FACES: readonly ZoneFace[] = [
  OWN_OCR_B,
  { name: 'OCR-B, thin strokes', stroke: 76 },
  { name: 'OCR-B, bold strokes', stroke: 132 },
  { name: 'OCR-B of fonts-ocr-b', fontFile: REFERENCE_OCR_B },
  { name: 'OCR-B of fonts-ocr-b, sharp', fontFile: REFERENCE_OCR_B.replace('OCRB.otf', 'OCRBS.otf') },
  { name: 'DejaVu Sans Mono', fontFile: join(DEJAVU, 'DejaVuSansMono.ttf') },
  { name: 'Liberation Mono', fontFile: '/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf' },
];

/** The faces that this machine can print: fonts of Debian's fonts-ocr-b and fonts-liberation are left out where they are not installed. */
export function zoneFaces(): readonly ZoneFace[] {
  return FACES.filter(({ fontFile }) => fontFile === undefined || existsSync(fontFile));
}

/** A character as SVG in units of 1/1000 em on our metrics: cell, baseline and height of a capital are those of OCR-B. */
export function zoneGlyph(face: ZoneFace, character: string): string | undefined {
  const glyphs = face.fontFile === undefined ? OCR_B_GLYPHS : glyphsOf(face.fontFile);
  return glyphs[character];
}

const remembered = new Map<string, Readonly<Record<string, string>>>();

function glyphsOf(fontFile: string): Readonly<Record<string, string>> {
  const glyphs = remembered.get(fontFile) ?? outlineGlyphs(fontFile);
  remembered.set(fontFile, glyphs);
  return glyphs;
}

/** Sizes at which a glyph is outlined. */
const EM = 1000;

function outlineGlyphs(fontFile: string): Readonly<Record<string, string>> {
  const characters = Object.keys(OCR_B_GLYPHS);
  const texts = characters.map(
    (character, i) => `<g id="t${i}"><text font-size="${EM}">${character === '<' ? '&lt;' : character}</text></g>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${texts.join('')}</svg>`;
  const flattened = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [fontFile] } }).toString();
  const outlines = flattened.split('<g id="t').slice(1);
  const paths = outlines.map((piece) => [...piece.matchAll(/ d="([^"]*)"/g)].map((match) => match[1] ?? '').join(' '));
  const pathOf = (character: string): string => paths[characters.indexOf(character)] ?? '';
  const capital = extentOf(pathOf('H'));
  const scale = (OCR_B_METRICS.capBottom - OCR_B_METRICS.capTop) / (capital.bottom - capital.top);
  return Object.fromEntries(
    characters.map((character) => {
      const { left, right } = extentOf(pathOf(character));
      const x = OCR_B_METRICS.advance / 2 - (scale * (left + right)) / 2;
      const y = OCR_B_METRICS.capBottom - scale * capital.bottom;
      return [
        character,
        `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(5)})" d="${pathOf(character)}"/>`,
      ];
    }),
  );
}

type Extent = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** By the control points: near enough to stand a glyph in the middle of its cell. */
function extentOf(path: string): Extent {
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
