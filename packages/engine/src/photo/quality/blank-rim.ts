import type { Homography, PhotoPoint } from '../geometry.ts';
import { applyHomography } from '../homography.ts';
import type { RgbImage } from '../pixels.ts';
import { solveLinear } from '../solve-linear.ts';

/** The rim from one depth to another, as parts of the page's long edge; the first ones may hold what an outline is off by. */
const RIMS = [
  { from: 0.02, to: 0.05 },
  { from: 0.03, to: 0.06 },
  { from: 0.04, to: 0.07 },
] as const;
/** No more of a blank rim is in print. */
const BLANK = 0.05;
/** Cells along the page's long edge: some letters each, so that a screen's grid is even and print is not. */
const CELLS = 96;
/** Every second pixel of every second row is enough for a mean. */
const STEP = 2;
/** Of the photo's last pixels, a block of JPEG's, a lens and an edge filter make what they like. */
const PHOTO_END_PX = 8;
/** Fewer cells, a twentieth of a rim, tell nothing. */
const FEWEST_CELLS = 24;
/** A cell that is off the even light by more than this part of it, and by more than noise (levels), in any colour, is not blank. */
const OFF = { part: 0.06, levels: 4 } as const;
/** Cells that are off bend the plane as little as the square of this many levels says (Cauchy's weights); it stands still after so many rounds. */
const USUAL_LEVELS = 4;
const ROUNDS = 6;

export type RimSubject = {
  /** Straightened. */
  readonly page: RgbImage;
  readonly pageToPhoto: Homography;
  readonly photo: { readonly width: number; readonly height: number };
  readonly pagePxPerPhotoPx: number;
};

type Cell = { readonly x: number; readonly y: number; readonly depth: number; readonly colour: readonly number[] };

/** Whether nothing but one colour runs along a page's edge, as around what a screen shows. */
export function hasBlankRim(subject: RimSubject): boolean {
  return measurePrintOnRim(subject) <= BLANK;
}

/**
 * 0–1: how much of a page's rim is anything but one colour in even light; the evenest of three depths. Rim is also what lies along the
 * photo's end. A document's rim bears its title's band, its zone, the edge of its portrait: of 59 drawn ones that the frame cuts none
 * has less than 0.15. The lit panel of a screen has nothing there: 0.014 at most of six. 1 where too little is seen.
 */
export function measurePrintOnRim(subject: RimSubject): number {
  const cells = cellsOf(subject);
  return Math.min(...RIMS.map(({ from, to }) => shareOff(cells.filter(({ depth }) => depth >= from && depth < to))));
}

function cellsOf({ page, pageToPhoto, photo, pagePxPerPhotoPx }: RimSubject): readonly Cell[] {
  const longPx = Math.max(page.width, page.height);
  const side = longPx / CELLS;
  const deepest = Math.max(...RIMS.map(({ to }) => to));
  const cells: Cell[] = [];
  for (let y = side / 2; y < page.height; y += side) {
    for (let x = side / 2; x < page.width; x += side) {
      const beyond = roomIn(photo, applyHomography(pageToPhoto, x, y));
      if (beyond < PHOTO_END_PX) continue;
      const depth = Math.min(x, y, page.width - x, page.height - y, beyond * pagePxPerPhotoPx) / longPx;
      if (depth < deepest) cells.push({ x: x / longPx, y: y / longPx, depth, colour: meanColour(page, x, y, side) });
    }
  }
  return cells;
}

function roomIn({ width, height }: RimSubject['photo'], { x, y }: PhotoPoint): number {
  return Math.min(x, y, width - x, height - y);
}

function meanColour({ width, height, data }: RgbImage, x: number, y: number, side: number): readonly number[] {
  const [left, top] = [Math.floor(x - side / 2), Math.floor(y - side / 2)];
  const [right, bottom] = [Math.min(width, Math.ceil(x + side / 2)), Math.min(height, Math.ceil(y + side / 2))];
  const sums = [0, 0, 0];
  let count = 0;
  for (let row = Math.max(0, top); row < bottom; row += STEP) {
    for (let column = Math.max(0, left); column < right; column += STEP, count++)
      for (let c = 0; c < 3; c++) sums[c] = (sums[c] ?? 0) + (data[(row * width + column) * 3 + c] ?? 0);
  }
  return sums.map((sum) => sum / Math.max(1, count));
}

function shareOff(cells: readonly Cell[]): number {
  if (cells.length < FEWEST_CELLS) return 1;
  const isOff = cells.map(() => false);
  for (let c = 0; c < 3; c++) {
    const levels = cells.map(({ colour }) => colour[c] ?? 0);
    const even = evenLight(cells, levels);
    for (const [i, level] of levels.entries()) {
      const light = even[i] ?? 0;
      if (Math.abs(level - light) > Math.max(OFF.levels, OFF.part * light)) isOff[i] = true;
    }
  }
  return isOff.filter((off) => off).length / cells.length;
}

/** The plane that most of the levels lie on, at each cell. */
function evenLight(cells: readonly Cell[], levels: readonly number[]): readonly number[] {
  let plane = levels.map(() => 0);
  let weights = levels.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const matrix = [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    const sums = [0, 0, 0];
    for (const [i, { x, y }] of cells.entries()) {
      const terms = [1, x, y];
      const weight = weights[i] ?? 0;
      for (const [a, term] of terms.entries()) {
        sums[a] = (sums[a] ?? 0) + weight * term * (levels[i] ?? 0);
        const row = matrix[a];
        for (const [b, other] of terms.entries()) if (row) row[b] = (row[b] ?? 0) + weight * term * other;
      }
    }
    const [level = 0, across = 0, down = 0] = solveLinear(matrix, sums);
    plane = cells.map(({ x, y }) => level + across * x + down * y);
    weights = levels.map((value, i) => 1 / (1 + ((value - (plane[i] ?? 0)) / USUAL_LEVELS) ** 2));
  }
  return plane;
}
