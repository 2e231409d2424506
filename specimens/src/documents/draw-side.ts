import { Resvg } from '@resvg/resvg-js';
import type { FlatSide, PrintedElement } from '../flat-document.ts';
import { MRZ_CAP_HEIGHT_MM, mrzLinePath } from '../glyphs/mrz-line-path.ts';
import { CAP_HEIGHT_OF_EM, EM, outlineTexts, type TextOutline } from '../glyphs/outline-text.ts';
import type { ZoneFace } from '../glyphs/zone-faces.ts';
import type { DesignItem, MrzItem, PictureItem, SideDesign, TextItem } from './side-design.ts';

/** Draws a designed side as RGB pixels, and tells where every element came to lie. */
export function drawSide(design: SideDesign, pixelsPerMm: number, zoneFace?: ZoneFace): FlatSide {
  const texts = design.items.filter((item) => item.draw === 'text');
  const outlines = new Map<DesignItem, TextOutline>();
  for (const [index, outline] of outlineTexts(texts).entries()) {
    const item = texts[index];
    if (item !== undefined) outlines.set(item, outline);
  }

  const elements: PrintedElement[] = [];
  let svg = '';
  for (const item of design.items) {
    const drawn = drawItem(item, outlines.get(item), zoneFace);
    svg += drawn.svg;
    elements.push(...drawn.elements);
  }
  const width = Math.round(design.widthMm * pixelsPerMm);
  const height = Math.round(design.heightMm * pixelsPerMm);
  const root = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${design.widthMm} ${design.heightMm}" preserveAspectRatio="none">${svg}</svg>`;
  const rendered = new Resvg(root, { font: { loadSystemFonts: false }, background: '#ffffff' }).render();
  return {
    side: design.side,
    widthMm: design.widthMm,
    heightMm: design.heightMm,
    pixelsPerMm,
    pixels: { width, height, data: withoutAlpha(rendered.pixels, width * height) },
    elements,
  };
}

type Drawn = { readonly svg: string; readonly elements: readonly PrintedElement[] };

function drawItem(item: DesignItem, outline: TextOutline | undefined, zoneFace: ZoneFace | undefined): Drawn {
  switch (item.draw) {
    case 'art':
      return { svg: item.svg, elements: [] };
    case 'picture':
      return drawPicture(item);
    case 'mrz':
      return drawMrz(item, zoneFace);
    case 'text':
      return drawText(item, outline);
  }
}

function drawPicture(item: PictureItem): Drawn {
  const { name, kind, box } = item;
  return {
    svg: item.svg,
    elements: [{ name, kind, box, ...(item.printed === undefined ? {} : { printed: item.printed }) }],
  };
}

function drawMrz(item: MrzItem, face: ZoneFace | undefined): Drawn {
  const lines = item.lines.map((line, index) => ({
    line,
    drawn: mrzLinePath(line, item.x, item.baselines[index] ?? 0, MRZ_INK, face),
  }));
  return {
    svg: lines.map(({ drawn }) => drawn.svg).join(''),
    elements: lines.map(({ line, drawn }, index) => ({
      name: `mrz_line_${index + 1}`,
      kind: 'mrz-line',
      box: drawn.box,
      printed: line,
      capHeightMm: MRZ_CAP_HEIGHT_MM,
    })),
  };
}

/** Nearly black: carbon ink (ICAO Doc 9303-3 §4.4 asks for contrast in the near infrared). */
const MRZ_INK = '#15151a';

function drawText(item: TextItem, outline: TextOutline | undefined): Drawn {
  if (outline === undefined || outline.path === '') return { svg: '', elements: [] };
  const scale = item.capHeightMm / CAP_HEIGHT_OF_EM / EM;
  const inkWidth = (outline.right - outline.left) * scale;
  const squeeze = item.maxWidthMm !== undefined && inkWidth > item.maxWidthMm ? item.maxWidthMm / inkWidth : 1;
  const width = inkWidth * squeeze;
  const offset = item.align === 'end' ? -width : item.align === 'middle' ? -width / 2 : 0;
  const turn = item.rotateDegrees ?? 0;
  // The outline's own left edge is taken off, so that ink begins exactly at x.
  const place = `translate(${mm(item.x)} ${mm(item.baseline)})${turn === 0 ? '' : ` rotate(${turn})`} translate(${mm(offset)} 0) scale(${(scale * squeeze).toFixed(7)} ${scale.toFixed(7)}) translate(${(-outline.left).toFixed(1)} 0)`;
  const opacity = item.opacity === undefined ? '' : ` fill-opacity="${item.opacity}"`;
  const svg = `<path transform="${place}" fill="${item.colour}"${opacity} d="${outline.path}"/>`;
  if (item.isElement === false) return { svg, elements: [] };
  return {
    svg,
    elements: [
      {
        name: item.name,
        kind: item.kind,
        box: turnedBox(item, offset, outline.top * scale, width, (outline.bottom - outline.top) * scale),
        printed: item.text,
        ...(item.value === undefined ? {} : { value: item.value }),
        capHeightMm: item.capHeightMm,
      },
    ],
  };
}

function turnedBox(item: TextItem, left: number, top: number, width: number, height: number): PrintedElement['box'] {
  const angle = ((item.rotateDegrees ?? 0) * Math.PI) / 180;
  const corners = [
    [left, top],
    [left + width, top],
    [left, top + height],
    [left + width, top + height],
  ].map(([x = 0, y = 0]) => ({
    x: item.x + x * Math.cos(angle) - y * Math.sin(angle),
    y: item.baseline + x * Math.sin(angle) + y * Math.cos(angle),
  }));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** A tenth of a micrometre. */
function mm(value: number): string {
  return value.toFixed(4);
}

function withoutAlpha(rgba: Uint8Array, count: number): Uint8Array {
  const rgb = new Uint8Array(count * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return rgb;
}
