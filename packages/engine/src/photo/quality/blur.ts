import type { QualityMap, TextLine } from '../page.ts';
import type { GreyImage } from '../pixels.ts';
import { lengthOf } from '../text/line-length.ts';
import { type CleanGrey, denoise } from './denoise.ts';
import { edgeWidth } from './edge-width.ts';
import type { PageMask } from './page-mask.ts';

const COLUMNS = 16;
const ROWS = 10;
/** A line's box as the detector gives it is this many capitals high (median over drawn text of 14 to 28 px). */
const LINE_TO_CAPITAL = 1.6;
/** Lines lower than this (page px) hold no strokes to measure. */
const LOWEST_LINE = 6;
/** Patches with less contrast (grey levels) hold no print; a page in dusk still has the second. */
const LEAST_CONTRAST = 18;
const LEAST_PAGE_CONTRAST = 10;
/** With fewer lines the page is too blurred to find them, and its strongest edges alone are measured. */
const FEWEST_LINES = 3;
/** Capitals of fields are 1.5 to 2 mm high. Blur makes the detector's boxes higher: more than the largest is not believed. */
export const NOMINAL_CAPITAL_MM = 1.8;
const LARGEST_CAPITAL_MM = 2;
/**
 * What the page's edges say counts up to so many times what the lines say. So 24 drawn sides with as much blur as may be measure 0.166 at
 * most, and 75 with blur that must be told 0.239 and more; the back of a licence with little print measured 0.236 before.
 */
const MOST_OF_LINES = 1.5;
const MIDDLE = 0.5;
/** A twentieth of a line's pixels lie on edges of strokes. Margins above and below are paper, strokes a sixth of the rest. */
const ON_LINE = { stride: 2, steepest: 0.05, darkTail: 0.03, lightTail: 0.03 } as const;
/** On a page print is rare: its edges are half a percent, its ink one. The lightest tenth may be glare or a white panel. */
export const ON_PAGE = { stride: 3, steepest: 0.005, darkTail: 0.01, lightTail: 0.1 } as const;

export type BlurMeasure = { readonly blurMap: QualityMap; readonly blurToTextHeight: number };

type Sample = { readonly cell: number; readonly blur: number; readonly weight: number };

/**
 * Blur σ over the height of capitals, for the page and per cell. The page's figure is the geometric mean of what the lines say
 * against their own contrast and what the page's strongest edges say against the page's: blurred lines lose contrast and
 * read low, pages with little print read high, which counts up to `MOST_OF_LINES`. NaN where a cell holds no print; 0 for an empty page. `pxPerMm` is that of
 * the page's picture; what `mask` leaves out does not count for the page's edges.
 */
export function measureBlur(
  grey: GreyImage,
  lines: readonly TextLine[],
  pxPerMm: number,
  mask?: PageMask,
): BlurMeasure {
  const clean = denoise(grey);
  const usable = lines.filter((line) => line.heightPx >= LOWEST_LINE && lengthOf(line) > line.heightPx);
  const samples = usable.flatMap((line) => samplesOf(clean, line, LARGEST_CAPITAL_MM * pxPerMm));
  const onLines = weightedMedian(samples);
  const onPage = strongestEdges(clean, NOMINAL_CAPITAL_MM * pxPerMm, mask);
  const figure =
    usable.length < FEWEST_LINES || samples.length === 0
      ? onPage
      : Math.sqrt(onLines * Math.min(onPage, MOST_OF_LINES * onLines));
  const blurToTextHeight = Math.min(1, figure);
  return { blurMap: mapOf(samples, onLines > 0 ? figure / onLines : 1), blurToTextHeight };
}

function strongestEdges({ width, height, ...rest }: CleanGrey, capitalPx: number, mask?: PageMask): number {
  const whole = { left: 0, top: 0, right: width, bottom: height, ...ON_PAGE, ...(mask ? { mask } : {}) };
  const measured = edgeWidth({ width, height, ...rest }, whole);
  return measured === null || measured.contrast < LEAST_PAGE_CONTRAST ? 0 : measured.sigma / capitalPx;
}

/** A line cut where the cells end. */
function samplesOf(clean: CleanGrey, line: TextLine, largestCapital: number): Sample[] {
  const xs = line.quad.map((p) => p.x);
  const ys = line.quad.map((p) => p.y);
  const start = Math.max(0, Math.floor(Math.min(...xs)));
  const end = Math.min(clean.width, Math.ceil(Math.max(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const bottom = Math.min(clean.height, Math.ceil(Math.max(...ys)));
  const cellWidth = clean.width / COLUMNS;
  const row = Math.min(ROWS - 1, Math.floor(((top + bottom) / 2 / clean.height) * ROWS));
  const capital = Math.min(line.heightPx / LINE_TO_CAPITAL, largestCapital);
  const samples: Sample[] = [];
  for (let column = Math.floor(start / cellWidth); column * cellWidth < end; column++) {
    const left = Math.max(start, Math.floor(column * cellWidth));
    const right = Math.min(end, Math.ceil((column + 1) * cellWidth));
    if (right - left < line.heightPx / 2) continue;
    const measured = edgeWidth(clean, { left, top, right, bottom, ...ON_LINE });
    if (measured === null || measured.contrast < LEAST_CONTRAST) continue;
    samples.push({ cell: row * COLUMNS + column, blur: measured.sigma / capital, weight: right - left });
  }
  return samples;
}

function mapOf(samples: readonly Sample[], scale: number): QualityMap {
  const sums = new Float64Array(COLUMNS * ROWS);
  const weights = new Float64Array(COLUMNS * ROWS);
  for (const { cell, blur, weight } of samples) {
    sums[cell] = (sums[cell] ?? 0) + scale * blur * weight;
    weights[cell] = (weights[cell] ?? 0) + weight;
  }
  const values = Float32Array.from(sums, (sum, i) => ((weights[i] ?? 0) > 0 ? sum / (weights[i] ?? 1) : Number.NaN));
  return { columns: COLUMNS, rows: ROWS, values };
}

function weightedMedian(samples: readonly Sample[]): number {
  const sorted = [...samples].sort((a, b) => a.blur - b.blur);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (const { blur, weight } of sorted) {
    passed += weight;
    if (passed >= total * MIDDLE) return blur;
  }
  return 0;
}
