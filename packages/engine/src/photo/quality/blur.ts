import type { QualityMap, TextLine } from '../page.ts';
import type { GreyImage } from '../pixels.ts';
import { edgeWidth } from './edge-width.ts';

const COLUMNS = 16;
const ROWS = 10;
/** A line's box as the detector gives it is this many capitals high (median over drawn text of 14 to 28 px). */
const LINE_TO_CAPITAL = 1.6;
/** Lines lower than this (page px) hold no strokes to measure. */
const LOWEST_LINE = 6;
/** Patches with less contrast (grey levels) hold no print. */
const LEAST_CONTRAST = 18;
/** With fewer lines the page is too blurred to find them, and its structure is measured instead. */
const FEWEST_LINES = 4;
/** Capitals of a field are 1.6 to 2.6 mm high. Blur makes the detector's boxes higher: more than the largest is not believed. */
const NOMINAL_CAPITAL_MM = 2;
const LARGEST_CAPITAL_MM = 2.2;
/** Blurred strokes lose contrast against the page's darkest and lightest parts. Pale ink does too: it is believed up to here. */
const MOST_LOST_CONTRAST = 2;
/** The blackest quarter of the lines shows what contrast print still has. */
const BLACK_LINES = 0.75;
/** Of cells without lines the sharpest tell: the others may hold nothing but soft shapes. */
const SHARPEST_CELLS = 0.2;
const MIDDLE = 0.5;

export type BlurMeasure = { readonly blurMap: QualityMap; readonly blurToTextHeight: number };

type Sample = {
  readonly cell: number;
  readonly sigma: number;
  readonly contrast: number;
  readonly capital: number;
  readonly weight: number;
};

/**
 * Blur σ over the height of capitals, per cell and for the page. NaN where a cell holds nothing to measure; 0 for an empty
 * page. `pxPerMm` is that of the page's picture.
 */
export function measureBlur(grey: GreyImage, lines: readonly TextLine[], pxPerMm: number): BlurMeasure {
  const usable = lines.filter((line) => line.heightPx >= LOWEST_LINE && lengthOf(line) > line.heightPx);
  const onLines = usable.length >= FEWEST_LINES;
  const samples = onLines
    ? usable.flatMap((line) => samplesOf(grey, line, LARGEST_CAPITAL_MM * pxPerMm))
    : cellSamples(grey, NOMINAL_CAPITAL_MM * pxPerMm);
  const lost = onLines ? lostContrast(grey, samples) : 1;
  const sums = new Float64Array(COLUMNS * ROWS);
  const weights = new Float64Array(COLUMNS * ROWS);
  for (const { cell, sigma, capital, weight } of samples) {
    sums[cell] = (sums[cell] ?? 0) + ((lost * sigma) / capital) * weight;
    weights[cell] = (weights[cell] ?? 0) + weight;
  }
  const values = new Float32Array(COLUMNS * ROWS);
  for (let i = 0; i < values.length; i++) {
    values[i] = (weights[i] ?? 0) > 0 ? (sums[i] ?? 0) / (weights[i] ?? 1) : Number.NaN;
  }
  const figures = samples.map(({ sigma, capital, weight }) => ({
    value: Math.min(1, (lost * sigma) / capital),
    weight,
  }));
  const blurToTextHeight = weightedQuantile(figures, onLines ? MIDDLE : SHARPEST_CELLS);
  return { blurMap: { columns: COLUMNS, rows: ROWS, values }, blurToTextHeight };
}

/** How much less contrast the blackest lines have than the page as a whole: 1 where nothing is lost. */
function lostContrast(grey: GreyImage, samples: readonly Sample[]): number {
  const page = contrastOf(grey);
  const print = weightedQuantile(
    samples.map(({ contrast, weight }) => ({ value: contrast, weight })),
    BLACK_LINES,
  );
  return print > 0 ? Math.min(MOST_LOST_CONTRAST, Math.max(1, page / print)) : 1;
}

/** Between the darkest and the lightest `TAIL` of the page's pixels. */
function contrastOf(grey: GreyImage): number {
  const histogram = new Uint32Array(LEVELS);
  let count = 0;
  for (let i = 0; i < grey.data.length; i += SAMPLED) {
    const level = grey.data[i] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
    count++;
  }
  let dark = 0;
  for (let passed = histogram[0] ?? 0; passed < count * TAIL; passed += histogram[dark] ?? 0) dark++;
  let light = LEVELS - 1;
  for (let passed = histogram[light] ?? 0; passed < count * TAIL; passed += histogram[light] ?? 0) light--;
  return Math.max(0, light - dark);
}
const LEVELS = 256;
const TAIL = 0.03;
/** Every seventh pixel: enough for a histogram, and no multiple of a usual width. */
const SAMPLED = 7;

/** A line cut where the cells end. */
function samplesOf(grey: GreyImage, line: TextLine, largestCapital: number): Sample[] {
  const xs = line.quad.map((p) => p.x);
  const ys = line.quad.map((p) => p.y);
  const start = Math.max(0, Math.floor(Math.min(...xs)));
  const end = Math.min(grey.width, Math.ceil(Math.max(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const bottom = Math.min(grey.height, Math.ceil(Math.max(...ys)));
  const cellWidth = grey.width / COLUMNS;
  const row = Math.min(ROWS - 1, Math.floor(((top + bottom) / 2 / grey.height) * ROWS));
  const samples: Sample[] = [];
  for (let column = Math.floor(start / cellWidth); column * cellWidth < end; column++) {
    const left = Math.max(start, Math.floor(column * cellWidth));
    const right = Math.min(end, Math.ceil((column + 1) * cellWidth));
    if (right - left < line.heightPx / 2) continue;
    const measured = edgeWidth(grey, left, top, right, bottom);
    if (measured === null || measured.contrast < LEAST_CONTRAST) continue;
    const capital = Math.min(line.heightPx / LINE_TO_CAPITAL, largestCapital);
    samples.push({
      cell: row * COLUMNS + column,
      sigma: measured.sigma,
      contrast: measured.contrast,
      capital,
      weight: right - left,
    });
  }
  return samples;
}

function cellSamples(grey: GreyImage, capital: number): Sample[] {
  const samples: Sample[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const left = Math.floor((column * grey.width) / COLUMNS);
      const right = Math.floor(((column + 1) * grey.width) / COLUMNS);
      const top = Math.floor((row * grey.height) / ROWS);
      const bottom = Math.floor(((row + 1) * grey.height) / ROWS);
      const measured = edgeWidth(grey, left, top, right, bottom);
      if (measured === null || measured.contrast < LEAST_CONTRAST) continue;
      samples.push({
        cell: row * COLUMNS + column,
        sigma: measured.sigma,
        contrast: measured.contrast,
        capital,
        weight: 1,
      });
    }
  }
  return samples;
}

function lengthOf(line: TextLine): number {
  return Math.hypot(line.quad[1].x - line.quad[0].x, line.quad[1].y - line.quad[0].y);
}

function weightedQuantile(
  items: readonly { readonly value: number; readonly weight: number }[],
  share: number,
): number {
  const sorted = [...items].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, item) => sum + item.weight, 0);
  let passed = 0;
  for (const item of sorted) {
    passed += item.weight;
    if (passed >= total * share) return item.value;
  }
  return 0;
}
