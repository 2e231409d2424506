import type { FlatSide } from '../flat-document.ts';
import { fillRect, newPicture } from './draw-rect.ts';

const DENSITY = 12;

/** A side for tests, drawn without any font: bars for print, a portrait, and one pure green mark at a known place. */
export function markedSide(widthMm = 85.6, heightMm = 53.98): FlatSide {
  const picture = newPicture(widthMm * DENSITY, heightMm * DENSITY, [196, 208, 224]);
  const fill = (x: number, y: number, width: number, height: number, colour: readonly number[]): void =>
    fillRect(picture, x * DENSITY, y * DENSITY, width * DENSITY, height * DENSITY, colour);
  fill(0, 0, widthMm, 8, [40, 90, 150]);
  fill(4, 12, 20, 26, [190, 130, 100]);
  fill(60, 24, 6, 6, [0, 255, 0]);
  const print = (x: number, y: number, width: number, height: number): void => {
    for (let at = x; at < x + width; at += height) fill(at, y, height * 0.4, height, [20, 20, 24]);
  };
  print(30, 14, 24, 2.2);
  print(30, 22, 18, 2.2);
  print(4, 46, widthMm - 8, 2.6);
  const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
  return {
    side: 'front',
    widthMm,
    heightMm,
    pixelsPerMm: DENSITY,
    pixels: { width: picture.width, height: picture.height, data: new Uint8Array(picture.data.buffer) },
    elements: [
      { name: 'portrait', kind: 'portrait', box: box(4, 12, 20, 26) },
      { name: 'mark', kind: 'label', box: box(60, 24, 6, 6) },
      { name: 'primary_identifier', kind: 'text', box: box(30, 14, 24, 2.2), capHeightMm: 2.2 },
      { name: 'expiry_date', kind: 'text', box: box(30, 22, 18, 2.2), capHeightMm: 2.2 },
      { name: 'mrz_line_1', kind: 'mrz-line', box: box(4, 46, widthMm - 8, 2.6), capHeightMm: 2.6 },
    ],
  };
}
