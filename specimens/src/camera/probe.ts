import type { BoxMm } from '../flat-document.ts';
import type { Point } from './homography.ts';
import { type Sheet, toTable } from './sheet.ts';
import type { View } from './view.ts';

/** Places of a box of the document, as they lie in the photograph. */
export type Probe = { readonly point: Point; readonly atMm: Point };

/** A regular grid of about `count` places inside a box (millimetres of the sheet). */
export function probeBox(view: View, sheet: Sheet, box: BoxMm, count: number): readonly Probe[] {
  const columns = Math.max(2, Math.round(Math.sqrt((count * box.width) / box.height)));
  const rows = Math.max(2, Math.round(count / columns));
  const probes: Probe[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const atMm: Point = [box.x + ((column + 0.5) / columns) * box.width, box.y + ((row + 0.5) / rows) * box.height];
      probes.push({ atMm, point: view.toPhoto(toTable(sheet, atMm)) });
    }
  }
  return probes;
}

/** Corners of a box in the photograph, clockwise from the top left as printed. */
export function cornersInPhoto(view: View, sheet: Sheet, box: BoxMm): readonly [Point, Point, Point, Point] {
  const { x, y, width, height } = box;
  const at = (u: number, v: number): Point => view.toPhoto(toTable(sheet, [u, v]));
  return [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)];
}

/** The whole side as a box. */
export function wholeOf(sheet: Sheet): BoxMm {
  return { x: 0, y: 0, width: sheet.widthMm, height: sheet.heightMm };
}
