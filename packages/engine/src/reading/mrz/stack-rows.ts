import type { SeenLine } from './seen-line.ts';

/** Cut-outs of one row of print, which compete. */
export type Row = readonly SeenLine[];

/** Cut-outs are of one row when their middles lie within this part of a pitch. */
const SAME_ROW = 0.75;
/** Distance from line to line in pitches: 1.67 at six lines to the inch, up to 2.5 and the tilt of a camera. */
const NEAREST_LINE = 1.2;
const FARTHEST_LINE = 3.6;
/** Lines of a zone have one pitch, and begin below one another. */
const SAME_PITCH = 1.22;
const SAME_MARGIN = 9;

/** Seen lines by the row of print that they are cut-outs of. */
export function intoRows(seen: readonly SeenLine[]): readonly Row[] {
  const rows: SeenLine[][] = [];
  for (const line of seen) {
    const row = rows.find(([first]) => first && Math.abs(distance(first, line)) < SAME_ROW * first.pitchPx);
    if (row) row.push(line);
    else rows.push([line]);
  }
  return rows.map(withoutCutOff);
}

/** Less those whose cut-out was too short for the line: another cut-out of the row surely shows several characters more. */
function withoutCutOff(row: Row): Row {
  return row.filter((line) => !row.some((other) => goesOn(line, other)));
}

function goesOn(line: SeenLine, { cells: { cells }, left, right }: SeenLine): boolean {
  const more = cells.length - line.cells.cells.length;
  if (more < SEVERAL) return false;
  const before = Math.max(0, Math.round(Math.hypot(line.left.x - left.x, line.left.y - left.y) / line.pitchPx));
  const after = Math.max(0, Math.round(Math.hypot(right.x - line.right.x, right.y - line.right.y) / line.pitchPx));
  // Only where the longer one holds the shorter one whole, and not a line of another pitch beside it.
  if (Math.abs(before + after - more) > 1) return false;
  const extra = [...cells.slice(0, before), ...cells.slice(cells.length - after)];
  const presence = extra.reduce((sum, cell) => sum + cell.presence, 0) / Math.max(1, extra.length);
  return presence >= SURELY;
}
/** Characters by which a line is longer, and their mean presence, for the shorter one to be cut off. */
const SEVERAL = 3;
const SURELY = 0.85;

/** Every run of `count` rows that may be a zone: of one pitch, each a line's distance below the one before. */
export function stackRows(rows: readonly Row[], count: number): readonly (readonly Row[])[] {
  let growing: readonly (readonly Row[])[] = rows.map((row) => [row]);
  for (let i = 1; i < count; i++) {
    growing = growing.flatMap((stack) => {
      const last = stack.at(-1)?.[0];
      const below = last ? rows.filter(([next]) => next && isNextLine(last, next)) : [];
      return below.map((row) => [...stack, row]);
    });
  }
  return growing;
}

function isNextLine(a: SeenLine, b: SeenLine): boolean {
  const pitch = Math.min(a.pitchPx, b.pitchPx);
  const apart = distance(a, b);
  if (apart < NEAREST_LINE * pitch || apart > FARTHEST_LINE * pitch) return false;
  if (Math.max(a.pitchPx, b.pitchPx) > SAME_PITCH * pitch) return false;
  return Math.hypot(a.left.x - b.left.x, a.left.y - b.left.y) < SAME_MARGIN * pitch;
}

/** From the middle of one line to that of another, across `a`'s direction; positive where `b` lies below. */
export function distance(a: SeenLine, b: SeenLine): number {
  const length = Math.max(1, Math.hypot(a.right.x - a.left.x, a.right.y - a.left.y));
  const ux = (a.right.x - a.left.x) / length;
  const uy = (a.right.y - a.left.y) / length;
  const dx = (b.left.x + b.right.x - a.left.x - a.right.x) / 2;
  const dy = (b.left.y + b.right.y - a.left.y - a.right.y) / 2;
  return dy * ux - dx * uy;
}
