import type { Point } from './homography.ts';
import type { Pixels } from './pixels.ts';

/** A flat thing on the table: the document, a paper, a phone. Millimetres of the table, whose origin is the document. */
export type Sheet = {
  readonly picture: Pixels;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly centreMm: Point;
  readonly rotationDegrees: number;
  readonly cornerRadiusMm: number;
  /** How high its middle stands over a straight line, as seen from above: 0 lies flat, a booklet's page bends. */
  readonly bendMm: number;
  /** Height over the table: what it throws a shadow with. */
  readonly thicknessMm: number;
};

/** From millimetres of the table to millimetres of the sheet, from its top left. */
export function toSheet(sheet: Sheet, [x, y]: Point): Point {
  const [c, s] = turnOf(sheet);
  const [dx, dy] = [x - sheet.centreMm[0], y - sheet.centreMm[1]];
  const u = c * dx + s * dy + sheet.widthMm / 2;
  return [u, -s * dx + c * dy + sheet.heightMm / 2 - bendAt(sheet, u)];
}

export function toTable(sheet: Sheet, [u, v]: Point): Point {
  const [c, s] = turnOf(sheet);
  const [dx, dy] = [u - sheet.widthMm / 2, v + bendAt(sheet, u) - sheet.heightMm / 2];
  return [sheet.centreMm[0] + c * dx - s * dy, sheet.centreMm[1] + s * dx + c * dy];
}

/** Corners on the table, clockwise from the top left as printed. */
export function cornersOf(sheet: Sheet): readonly [Point, Point, Point, Point] {
  const [w, h] = [sheet.widthMm, sheet.heightMm];
  return [toTable(sheet, [0, 0]), toTable(sheet, [w, 0]), toTable(sheet, [w, h]), toTable(sheet, [0, h])];
}

/** Millimetres outside (above 0) or inside the rounded rectangle. */
export function distanceToRim(sheet: Sheet, u: number, v: number): number {
  const r = sheet.cornerRadiusMm;
  const qx = Math.abs(u - sheet.widthMm / 2) - sheet.widthMm / 2 + r;
  const qy = Math.abs(v - sheet.heightMm / 2) - sheet.heightMm / 2 + r;
  if (qx <= 0 || qy <= 0) return Math.max(qx, qy) - r;
  return Math.sqrt(qx * qx + qy * qy) - r;
}

export function turnOf(sheet: Sheet): readonly [number, number] {
  const angle = (sheet.rotationDegrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

function bendAt(sheet: Sheet, u: number): number {
  return sheet.bendMm === 0 ? 0 : sheet.bendMm * Math.sin((Math.PI * u) / sheet.widthMm);
}
