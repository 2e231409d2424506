import type { QualityMap, TextLine } from '../page.ts';
import type { GreyImage } from '../pixels.ts';
import { calibratedBlur } from './blur-calibration.ts';
import { reblurEnergies } from './reblur-energies.ts';

const COLUMNS = 16;
const ROWS = 10;
/** The second blur is this part of the line's height: near the limit of readability, where the answer must be exact. */
const REBLUR_SHARE = 0.1;
/** Lines lower than this (page px) hold no strokes to measure. */
const LOWEST_LINE = 6;
/** A line with less gradient than noise has says nothing about focus (grey levels per px, mean of the strongest tenth). */
const WEAKEST = 5;
/** The figure for the page: the worse part of the lines counts, a single odd one does not. */
const PAGE_QUANTILE = 0.6;

export type BlurMeasure = { readonly blurMap: QualityMap; readonly blurToTextHeight: number };

/** Blur σ as a part of the text height, per cell and for the page, from the lines of text. 0 where there is nothing to measure. */
export function measureBlur(grey: GreyImage, lines: readonly TextLine[]): BlurMeasure {
  const sums = new Float64Array(COLUMNS * ROWS);
  const weights = new Float64Array(COLUMNS * ROWS);
  const all: { readonly value: number; readonly weight: number }[] = [];
  const cellWidth = grey.width / COLUMNS;
  const cellHeight = grey.height / ROWS;
  for (const line of lines) {
    if (line.heightPx < LOWEST_LINE) continue;
    const box = boundsOf(line, grey);
    const first = Math.floor(box.left / cellWidth);
    const last = Math.min(COLUMNS - 1, Math.floor((box.right - 1) / cellWidth));
    const row = Math.min(ROWS - 1, Math.floor((box.top + box.bottom) / 2 / cellHeight));
    for (let column = first; column <= last; column++) {
      const left = Math.max(box.left, Math.floor(column * cellWidth));
      const right = Math.min(box.right, Math.ceil((column + 1) * cellWidth));
      if (right - left < line.heightPx / 2) continue;
      const energy = reblurEnergies(grey, left, box.top, right, box.bottom, Math.max(1, line.heightPx * REBLUR_SHARE));
      if (energy === null || energy.strongest < WEAKEST) continue;
      const value = calibratedBlur(energy.sigma / line.heightPx);
      const weight = right - left;
      const cell = row * COLUMNS + column;
      sums[cell] = (sums[cell] ?? 0) + value * weight;
      weights[cell] = (weights[cell] ?? 0) + weight;
      all.push({ value, weight });
    }
  }
  const values = new Float32Array(COLUMNS * ROWS);
  for (let i = 0; i < values.length; i++)
    values[i] = (weights[i] ?? 0) > 0 ? (sums[i] ?? 0) / (weights[i] ?? 1) : Number.NaN;
  return { blurMap: { columns: COLUMNS, rows: ROWS, values }, blurToTextHeight: weightedQuantile(all, PAGE_QUANTILE) };
}

function boundsOf(line: TextLine, grey: GreyImage) {
  const xs = line.quad.map((p) => p.x);
  const ys = line.quad.map((p) => p.y);
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    right: Math.min(grey.width, Math.ceil(Math.max(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    bottom: Math.min(grey.height, Math.ceil(Math.max(...ys))),
  };
}

function weightedQuantile(items: { readonly value: number; readonly weight: number }[], share: number): number {
  const sorted = [...items].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, item) => sum + item.weight, 0);
  let passed = 0;
  for (const item of sorted) {
    passed += item.weight;
    if (passed >= total * share) return item.value;
  }
  return 0;
}
