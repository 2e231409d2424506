import { type PagePoint, solveLinear } from '../../photo/index.ts';
import type { PrintRow } from './find-line-candidates.ts';
import { touchingCells } from './touching-cells.ts';
import type { ZoneMaps } from './zone-maps.ts';

/**
 * A line; `growth` is how many times as high its letters are at its right end as at its left one. `shorter` is the line between the
 * ends that the network marks most plainly, where other print seems to go on beyond one of them.
 */
export type TracedRow = PrintRow & {
  readonly growth: number;
  readonly shorter?: { readonly left: PagePoint; readonly right: PagePoint };
};

/** The lines of a zone in its cut-out, and the bend that they share: how many pixels lower than straight they run at `x`. */
export type TracedLines = {
  /** Straight rows, `bend` taken away, from the outer edge of the first character to that of the last. */
  readonly rows: readonly TracedRow[];
  readonly bend: (x: number) => number;
  /** The largest bend, in heights of the capitals. */
  readonly bentBy: number;
};

/** A cell lies in a line's core from this probability on. */
const INSIDE = 0.3;
const FEWEST_CELLS = 3;
/** Pieces are of one line when their middles differ by less than this part of the capitals' height. */
const SAME_LINE = 0.75;
/** A line is at least so long, as a part of the longest: a finger may hide the rest. */
const SHORTEST = 0.3;
/** A zone has three lines at most; one more may be other print, which the reading tells. */
const MOST_LINES = 4;
/** An end that the network marks counts within so many capitals' heights of where the core ends. */
const END_REACH = 4;
const END_SEEN = 0.35;
/** An end inside of a line is believed when it is marked so plainly, and so many capitals' heights within. */
const END_PLAIN = 0.7;
const WELL_INSIDE = 2;
/** Weight of "not bent" and of "parallel" against the cells' places: keep the curve of a line seen in part from swinging. */
const STIFFNESS = 0.02;
const PARALLEL = 0.1;

type Cell = { readonly x: number; readonly y: number; readonly weight: number; readonly capPx: number };
type Piece = { cells: readonly Cell[]; readonly capPx: number };

/** Follows each line's core through the cut-out of a zone, in which lines run to the right. */
export function traceLines(maps: ZoneMaps, width: number): TracedLines {
  const pieces = touchingCells(maps.core, maps.columns, INSIDE, FEWEST_CELLS)
    .map((cells) => pieceOf(maps, cells))
    .toSorted((a, b) => spanOf(b) - spanOf(a));
  const lines = joinPieces(pieces, width);
  const longest = Math.max(0, ...lines.map(spanOf));
  const kept = lines
    .filter((line) => spanOf(line) >= SHORTEST * longest)
    .toSorted((a, b) => spanOf(b) - spanOf(a))
    .slice(0, MOST_LINES);
  if (kept.length === 0) return { rows: [], bend: () => 0, bentBy: 0 };
  const { straight, bend } = fitTogether(kept, width);
  const growing = growthOf(kept);
  const rows = kept.map((line, i): TracedRow => {
    const at = straight[i] ?? (() => 0);
    const [left, right] = endsOf(maps, line, (x) => at(x) + bend(x));
    const [from, to] = marksWithin(maps, line, (x) => at(x) + bend(x), left, right);
    const isShorter = from > left || to < right;
    return {
      ...(isShorter ? { shorter: { left: { x: from, y: at(from) }, right: { x: to, y: at(to) } } } : {}),
      left: { x: left, y: at(left) },
      right: { x: right, y: at(right) },
      heightPx: line.capPx,
      growth: Math.exp(growing * (right - left)),
    };
  });
  const [first, last] = [Math.min(...rows.map(({ left }) => left.x)), Math.max(...rows.map(({ right }) => right.x))];
  const capPx = Math.max(1, ...kept.map((line) => line.capPx));
  const bends = Array.from({ length: BEND_PROBES + 1 }, (_, i) => bend(first + ((last - first) * i) / BEND_PROBES));
  return { rows, bend, bentBy: (Math.max(...bends) - Math.min(...bends)) / capPx };
}
const BEND_PROBES = 16;

/** Natural logarithm by which the capitals grow from one pixel to the next: the slope of a straight line through their heights. */
function growthOf(lines: readonly Piece[]): number {
  let [sum, x, xx, y, xy] = [0, 0, 0, 0, 0];
  for (const cell of lines.flatMap(({ cells }) => cells)) {
    const logarithm = Math.log(Math.max(1, cell.capPx));
    sum += 1;
    x += cell.x;
    xx += cell.x * cell.x;
    y += logarithm;
    xy += cell.x * logarithm;
  }
  const variance = sum * xx - x * x;
  return variance > 0 && sum > 0 ? (sum * xy - x * y) / variance : 0;
}

function pieceOf(maps: ZoneMaps, cells: readonly number[]): Piece {
  const caps = cells.map((cell) => maps.capPx[cell] ?? 0).toSorted((a, b) => a - b);
  return {
    capPx: caps[caps.length >> 1] ?? 1,
    cells: cells.map((cell) => {
      const offset = maps.offsetPx[cell] ?? 0;
      return {
        x: ((cell % maps.columns) + 0.5) * maps.cellPx - offset * (maps.sine[cell] ?? 0),
        y: (Math.floor(cell / maps.columns) + 0.5) * maps.cellPx + offset * (maps.cosine[cell] ?? 1),
        weight: maps.core[cell] ?? 0,
        capPx: maps.capPx[cell] ?? 1,
      };
    }),
  };
}

/** Longest first, each piece is added to the line whose curve leads to it. */
function joinPieces(pieces: readonly Piece[], width: number): readonly Piece[] {
  const lines: Piece[] = [];
  for (const piece of pieces) {
    const line = lines.find((one) => {
      const { straight, bend } = fitTogether([one], width);
      const at = straight[0] ?? (() => 0);
      const gaps = piece.cells.map(({ x, y }) => Math.abs(y - at(x) - bend(x))).toSorted((a, b) => a - b);
      return (gaps[gaps.length >> 1] ?? Infinity) < SAME_LINE * one.capPx;
    });
    if (line) line.cells = [...line.cells, ...piece.cells];
    else lines.push({ ...piece });
  }
  return lines;
}

/** Least squares: all lines have one bend of second and third degree and one slope; each its height, and a slope that differs a little. */
function fitTogether(lines: readonly Piece[], width: number) {
  const unknowns = SHARED + 2 * lines.length;
  const matrix = Array.from({ length: unknowns }, () => new Array<number>(unknowns).fill(0));
  const sums = new Array<number>(unknowns).fill(0);
  const position = (x: number) => (2 * x) / width - 1;
  let total = 0;
  lines.forEach((line, i) => {
    const { powers, heights } = momentsOf(line, position);
    total += powers[0] ?? 0;
    // Unknowns, and the power of the position that each goes with.
    const terms = [
      [0, 2],
      [1, 3],
      [2, 1],
      [SHARED + 2 * i, 0],
      [SHARED + 1 + 2 * i, 1],
    ] as const;
    for (const [a, powerA] of terms) {
      const row = matrix[a];
      sums[a] = (sums[a] ?? 0) + (heights[powerA] ?? 0);
      for (const [b, powerB] of terms) if (row) row[b] = (row[b] ?? 0) + (powers[powerA + powerB] ?? 0);
    }
  });
  matrix.forEach((row, i) => {
    const isSlope = i > SHARED && (i - SHARED) % 2 === 1;
    const held = i < 2 ? STIFFNESS : isSlope ? PARALLEL : 0;
    row[i] = (row[i] ?? 0) + total * (held * held + Number.EPSILON);
  });
  const solved = solveLinear(matrix, sums);
  const term = (i: number) => solved[i] ?? 0;
  const bend = (x: number) => {
    const t = position(x);
    return term(0) * t * t + term(1) * t * t * t;
  };
  const straight = lines.map(
    (_, i) => (x: number) => term(SHARED + 2 * i) + (term(2) + term(SHARED + 1 + 2 * i)) * position(x),
  );
  return { straight, bend };
}
/** Unknowns that all lines share: the bend of second and third degree, and the slope. */
const SHARED = 3;

/** Sums over a line's cells of the powers of their positions, and of these times their heights. */
function momentsOf({ cells }: Piece, position: (x: number) => number) {
  const powers = new Float64Array(HIGHEST_POWER + 1);
  const heights = new Float64Array(HIGHEST_POWER / 2 + 1);
  for (const { x, y, weight } of cells) {
    const t = position(x);
    for (let power = 0, product = weight; power < powers.length; power++, product *= t) {
      powers[power] = (powers[power] ?? 0) + product;
      if (power < heights.length) heights[power] = (heights[power] ?? 0) + product * y;
    }
  }
  return { powers, heights };
}
/** Of the position: that of the bend's third degree, squared. */
const HIGHEST_POWER = 6;

/** Where the core ends, or the mark of an end that lies further out. */
function endsOf(maps: ZoneMaps, line: Piece, at: (x: number) => number): readonly [number, number] {
  const half = maps.cellPx / 2;
  const xs = line.cells.map(({ x }) => x);
  const left = Math.min(...xs) - half;
  const right = Math.max(...xs) + half;
  const reach = END_REACH * line.capPx;
  const start = plainestMark(maps, maps.start, line, at, END_SEEN, left - reach, left + reach);
  const end = plainestMark(maps, maps.end, line, at, END_SEEN, right - reach, right + reach);
  return [Math.min(left, start ?? left), Math.max(right, end ?? right)];
}

/** The ends of a line that are marked beyond doubt inside of where its core ends; those of the core where none are. */
function marksWithin(
  maps: ZoneMaps,
  line: Piece,
  at: (x: number) => number,
  left: number,
  right: number,
): readonly [number, number] {
  const inside = WELL_INSIDE * line.capPx;
  const start = plainestMark(maps, maps.start, line, at, END_PLAIN, left + inside, right);
  const end = plainestMark(maps, maps.end, line, at, END_PLAIN, left, right - inside);
  const [from, to] = [start ?? left, end ?? right];
  return to - from >= SHORTEST * (right - left) ? [from, to] : [left, right];
}

function plainestMark(
  maps: ZoneMaps,
  marks: Float32Array,
  line: Piece,
  at: (x: number) => number,
  least: number,
  from: number,
  to: number,
): number | null {
  let best = least;
  let place: number | null = null;
  for (let cell = 0; cell < marks.length; cell++) {
    const mark = marks[cell] ?? 0;
    if (mark <= best) continue;
    const x = ((cell % maps.columns) + 0.5) * maps.cellPx;
    const y = (Math.floor(cell / maps.columns) + 0.5) * maps.cellPx;
    if (x < from || x > to || Math.abs(y - at(x)) > line.capPx) continue;
    best = mark;
    place = x;
  }
  return place;
}

function spanOf({ cells }: Piece): number {
  const xs = cells.map(({ x }) => x);
  return Math.max(...xs) - Math.min(...xs);
}
