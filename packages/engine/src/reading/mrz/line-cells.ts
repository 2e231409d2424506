import { LINE_SHAPE, type LineColumns, MRZ_CHARACTERS } from './line-network.ts';

/** One place of a line: where it is, how surely a character stands there, and which. */
export type LineCell = {
  /** Middle of the character in columns of the cut-out, 0–160. */
  readonly column: number;
  /** Probability that there is a character at all, 0–1. */
  readonly presence: number;
  /** Over the 37 characters in the order of `MRZ_CHARACTERS`; sums to 1. */
  readonly probabilities: Float32Array;
};

/** The cells of a line, one a pitch, without gaps. */
export type LineCells = {
  readonly columns: LineColumns;
  readonly cells: readonly LineCell[];
  /** Columns from one character to the next at either end. */
  readonly pitchLeft: number;
  readonly pitchRight: number;
};

/**
 * Lays the network's answer out in cells of equal pitch. The zone is printed at ten characters to the inch (ICAO Doc 9303-3
 * §4.4), so a place that the network left blank between two others is a character not recognised, not one that is not there.
 * Null where fewer than `FEWEST` characters stand in a row.
 */
export function layOutCells(columns: LineColumns): LineCells | null {
  const seen = mergeClose(findRuns(columns));
  if (seen.length < FEWEST) return null;
  const kept = dropStrays(seen);
  if (kept.length < FEWEST) return null;
  const gaps = kept.slice(1).map((cell, i) => cell.column - (kept[i]?.column ?? 0));
  const cells: LineCell[] = [];
  kept.forEach((cell, i) => {
    const before = kept[i - 1];
    if (before) {
      const steps = Math.max(1, Math.round((cell.column - before.column) / pitchNear(gaps, i - 1)));
      for (let k = 1; k < steps; k++) {
        const at = before.column + ((cell.column - before.column) * k) / steps;
        cells.push(cellAt(columns, at, (cell.column - before.column) / steps));
      }
    }
    cells.push(cell);
  });
  return { columns, cells, pitchLeft: pitchNear(gaps, 0), pitchRight: pitchNear(gaps, gaps.length - 1) };
}

/** What the network says at a place where a character should be, whether it saw one or not. */
export function cellAt(columns: LineColumns, column: number, pitch: number): LineCell {
  const probabilities = new Float32Array(CHARACTERS);
  const first = Math.max(0, Math.floor(column - ZONE * pitch));
  const last = Math.min(LINE_SHAPE.columns - 1, Math.floor(column + ZONE * pitch));
  let presence = 0;
  for (let t = first; t <= last; t++) {
    const inked = 1 - (columns[t * LINE_SHAPE.classes] ?? 1);
    presence = Math.max(presence, inked);
    addColumn(probabilities, columns, t);
  }
  return { column, presence, probabilities: shareOut(probabilities) };
}

const CHARACTERS = MRZ_CHARACTERS.length;
/** Shorter runs are no line of the zone; the shortest line has 30 characters. */
const FEWEST = 12;
/** A character's part of the pitch to each side of its middle, as trained. */
const ZONE = 0.25;
/** Two peaks closer than this part of a pitch are one character that the network reads in two ways. */
const TOO_CLOSE = 0.6;
/** An end of at most `STRAY_CELLS` cells, this many pitches away from the rest, is dirt. */
const STRAY_PITCHES = 2.5;
const STRAY_CELLS = 2;
/** Gaps to each side that tell the pitch at a place: perspective changes it slowly. */
const NEIGHBOURS = 5;
/** From this probability of no character on, a column is blank. */
const MOSTLY_BLANK = 0.5;
/** Added to every character, so that nothing is quite impossible. */
const FLOOR = 1e-5;

type Run = { readonly column: number; readonly weight: number; readonly presence: number; readonly sums: Float32Array };

function findRuns(columns: LineColumns): readonly Run[] {
  const runs: Run[] = [];
  let best = 0;
  let start = 0;
  for (let t = 0; t <= LINE_SHAPE.columns; t++) {
    const now = t < LINE_SHAPE.columns ? strongestClass(columns, t) : 0;
    if (now === best) continue;
    if (best !== 0) runs.push(runBetween(columns, start, t));
    best = now;
    start = t;
  }
  return runs;
}

function strongestClass(columns: LineColumns, t: number): number {
  const base = t * LINE_SHAPE.classes;
  let best = 0;
  // The characters count together: torn between O and 0 is no blank.
  if ((columns[base] ?? 1) > MOSTLY_BLANK) return 0;
  for (let c = 1; c < LINE_SHAPE.classes; c++) {
    if (best === 0 || (columns[base + c] ?? 0) > (columns[base + best] ?? 0)) best = c;
  }
  return best;
}

function runBetween(columns: LineColumns, start: number, end: number): Run {
  const sums = new Float32Array(CHARACTERS);
  let moment = 0;
  let weight = 0;
  let presence = 0;
  for (let t = start; t < end; t++) {
    const inked = 1 - (columns[t * LINE_SHAPE.classes] ?? 1);
    moment += inked * (t + 0.5);
    weight += inked;
    presence = Math.max(presence, inked);
    addColumn(sums, columns, t);
  }
  return { column: moment / weight, weight, presence, sums };
}

function mergeClose(runs: readonly Run[]): readonly LineCell[] {
  const gaps = runs.slice(1).map((run, i) => run.column - (runs[i]?.column ?? 0));
  const pitch = median(gaps);
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && run.column - last.column < TOO_CLOSE * pitch) merged[merged.length - 1] = join(last, run);
    else merged.push(run);
  }
  return merged.map(({ column, presence, sums }) => ({ column, presence, probabilities: shareOut(sums.slice()) }));
}

function join(a: Run, b: Run): Run {
  const weight = a.weight + b.weight;
  return {
    column: (a.column * a.weight + b.column * b.weight) / weight,
    weight,
    presence: Math.max(a.presence, b.presence),
    sums: a.sums.map((value, i) => value + (b.sums[i] ?? 0)),
  };
}

function dropStrays(cells: readonly LineCell[]): readonly LineCell[] {
  const pitch = median(cells.slice(1).map((cell, i) => cell.column - (cells[i]?.column ?? 0)));
  const isFar = (i: number) => (cells[i + 1]?.column ?? 0) - (cells[i]?.column ?? 0) > STRAY_PITCHES * pitch;
  let first = 0;
  let end = cells.length;
  for (let i = 0; i < STRAY_CELLS; i++) if (isFar(i)) first = i + 1;
  for (let i = cells.length - 2; i >= cells.length - 1 - STRAY_CELLS; i--) if (isFar(i)) end = i + 1;
  return cells.slice(first, end);
}

function pitchNear(gaps: readonly number[], index: number): number {
  return median(gaps.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 1;
}

function addColumn(sums: Float32Array, columns: LineColumns, t: number): void {
  const base = t * LINE_SHAPE.classes + 1;
  for (let c = 0; c < CHARACTERS; c++) sums[c] = (sums[c] ?? 0) + (columns[base + c] ?? 0);
}

function shareOut(sums: Float32Array): Float32Array {
  let total = 0;
  for (const value of sums) total += value;
  const scale = 1 / (total + FLOOR * CHARACTERS);
  return sums.map((value) => (value + FLOOR) * scale);
}
