/** Zones from the network's answers, line by line, without a picture. */
import { computeCheckDigit, toMrzText } from '../../standards/index.ts';
import { findZone } from './find-zone.ts';
import { layOutCells } from './line-cells.ts';
import { LINE_SHAPE, type LineColumns } from './line-network.ts';
import type { SeenLine } from './seen-line.ts';

const WIDTH = 1600;
const SPACING = 80;

/** A line of the network's answers as it would be seen on a page, the `row`th from the top. */
export function seen(columns: LineColumns, row: number): SeenLine[] {
  const cells = layOutCells(columns);
  if (!cells) return [];
  const scale = WIDTH / LINE_SHAPE.width;
  const x = (column: number) => (column * WIDTH) / LINE_SHAPE.columns;
  const y = row * SPACING;
  const left = { x: x(cells.cells[0]?.column ?? 0), y };
  const right = { x: x(cells.cells.at(-1)?.column ?? 0), y };
  const pitchPx = (right.x - left.x) / (cells.cells.length - 1);
  return [{ cells, cutoutToPage: [scale, 0, 0, 0, 1, y - LINE_SHAPE.height / 2, 0, 0, 1], left, right, pitchPx }];
}

/** The zone that these answers make, and its lines. */
export function readColumns(lines: readonly LineColumns[]) {
  const zone = findZone(lines.flatMap(seen));
  return zone && { ...zone, text: zone.characters.map((line) => line.map(({ character }) => character).join('')) };
}

/** `text` and its check digit. */
export function withDigit(text: string): string {
  const checked = toMrzText(text);
  if (!checked.ok) throw new Error(`not of the zone: ${text}`);
  return text + computeCheckDigit(checked.value);
}
