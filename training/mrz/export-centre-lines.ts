/**
 * Writes our own OCR-B centre lines as polylines for the drawing in Python: `node training/mrz/export-centre-lines.ts`
 * writes `ocr-b-centre-lines.json` from `specimens/src/glyphs/ocr-b.table.ts`.
 */
import { writeFile } from 'node:fs/promises';
import { OCR_B_GLYPHS, OCR_B_METRICS } from '../../specimens/src/glyphs/ocr-b.table.ts';

type Point = readonly [x: number, y: number];

/** Straight pieces of a curve: within a unit of 1/1000 em of it. */
const PIECES = 10;

const glyphs = Object.fromEntries(Object.entries(OCR_B_GLYPHS).map(([character, path]) => [character, flatten(path)]));
const file = new URL('ocr-b-centre-lines.json', import.meta.url);
await writeFile(file, `${JSON.stringify({ ...OCR_B_METRICS, glyphs })}\n`);

/** Strokes of SVG path data of the commands M, L, C and Z, each as the points of a polyline. */
function flatten(path: string): readonly (readonly Point[])[] {
  const strokes: Point[][] = [];
  for (const [, command, list] of path.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const numbers = (list ?? '')
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const points: Point[] = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) points.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
    const stroke = strokes.at(-1);
    if (command === 'M') strokes.push(points);
    else if (command === 'L') stroke?.push(...points);
    else if (command === 'Z' && stroke?.[0]) stroke.push(stroke[0]);
    else if (command === 'C') for (let i = 0; i + 2 < points.length; i += 3) stroke?.push(...curve(stroke, points, i));
  }
  return strokes;
}

/** The points of the cubic curve from the end of `stroke` by the controls `points[i]` and `points[i + 1]` to `points[i + 2]`. */
function curve(stroke: readonly Point[], points: readonly Point[], i: number): readonly Point[] {
  const [a, b, c, d] = [stroke.at(-1), points[i], points[i + 1], points[i + 2]];
  if (!a || !b || !c || !d) return [];
  return Array.from({ length: PIECES }, (_, k): Point => {
    const t = (k + 1) / PIECES;
    const at = (axis: 0 | 1) =>
      Math.round(
        (1 - t) ** 3 * a[axis] + 3 * t * (1 - t) ** 2 * b[axis] + 3 * t ** 2 * (1 - t) * c[axis] + t ** 3 * d[axis],
      );
    return [at(0), at(1)];
  });
}
