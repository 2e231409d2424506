import type { GreyImage, PagePoint, Quad } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import { extend } from './find-line-candidates.ts';
import { findZone } from './find-zone.ts';
import type { FoundZone } from './found-zone.ts';
import { isPlainlyRead } from './is-plainly-read.ts';
import { isZone } from './is-zone.ts';
import { rowOfLine, type SeenLine, seeLines } from './seen-line.ts';
import { distance, intoRows } from './stack-rows.ts';

/** The likeliest zone that a look gave, and whether enough of it was seen to be one. */
export type Look = { readonly zone: FoundZone | null; readonly isSeen: boolean };

/** Reads every quad once. `zone` is null unless that shows one so plainly that further looks are spared; `seen` is what it shows else. */
export async function readPlainly(
  page: GreyImage,
  quads: readonly Quad<PagePoint>[],
  infer: EnginePorts['infer'],
): Promise<{ readonly zone: FoundZone | null; readonly seen: readonly SeenLine[] }> {
  const seen = await seeLines(page, quads, infer);
  const zone = findZone(seen);
  return { zone: zone !== null && isPlainlyRead(zone) ? zone : null, seen };
}

/**
 * The zone of which the quads, and what was `before` seen of the same page, are lines, as far as it is seen; what is missed is cut out
 * in up to `looks` further looks.
 */
export async function readZone(
  page: GreyImage,
  quads: readonly Quad<PagePoint>[],
  infer: EnginePorts['infer'],
  looks: number,
  before: readonly SeenLine[] = [],
): Promise<Look> {
  let seen = [...before, ...(await seeLines(page, quads, infer))];
  for (let look = 0; ; look++) {
    const rough = findZone(seen);
    const found = rough !== null && isZone(rough);
    if (found && isPlainlyRead(rough)) return { zone: rough, isSeen: true };
    if (!found && look === looks) return { zone: rough, isSeen: false };
    const cuts = found ? rough.lines.flatMap(cutAgain) : [...cutLonger(seen, page.width), ...lookBeside(seen)];
    if (cuts.length === 0) return { zone: rough, isSeen: false };
    seen = [...seen, ...(await seeLines(page, cuts, infer))];
    if (found) {
      const again = findZone(seen);
      return { zone: again !== null && isZone(again) ? again : rough, isSeen: true };
    }
  }
}

/** From line to line in pitches, where a missed line is looked for. */
const LINE_DISTANCES = [1.67, 1.95, 2.25, 2.55] as const;
/** Where one is seen between these, none is missed. */
const NEAREST = 1.4;
const FARTHEST = 2.8;
/** Pitches added to either end of a line that is cut out again, from the middle of its last character: half a character, and paper. */
const AGAIN_MARGIN = 1.4;
/** Heights of those cut-outs, relative to the first time. */
const HEIGHTS = [0.9, 1.15] as const;
/** Pitches added to either end where a missed line is looked for, whose ends are known less well. */
const BESIDE_MARGIN = 1.9;
/** Seen lines from which missed neighbours are looked for. */
const BASES = 3;
/** The shortest line has 30 characters; some may be missing. */
const LEAST_CELLS = 24;
/** Of the zone, in characters (TD3, MRV-A). */
const LONGEST_LINE = 44;
/** Mean presence from which a seen line counts as one. */
const LEAST_PRESENCE = 0.6;

/** Lines of which only a part was read, from their own pitch: closer above and below, and longer at both ends. */
function cutLonger(seen: readonly SeenLine[], width: number): readonly Quad<PagePoint>[] {
  return seen
    .filter(({ cells }) => cells.cells.length < LEAST_CELLS && presenceOf(cells.cells) >= LEAST_PRESENCE)
    .toSorted((a, b) => b.cells.cells.length - a.cells.cells.length)
    .slice(0, BASES)
    .map((line) => {
      const rest = (LONGEST_LINE - line.cells.cells.length) * line.pitchPx;
      return extend(rowOfLine(line), Math.min(rest, line.left.x), Math.min(rest, width - line.right.x));
    });
}

/** The line once more, now that its place and pitch are known from its characters, with room for those that were not seen. */
function cutAgain({ seen, placed }: FoundZone['lines'][number]): readonly Quad<PagePoint>[] {
  const row = rowOfLine(seen);
  const before = Math.max(
    0,
    placed.cells.findIndex((cell) => Object.is(cell, seen.cells.cells[0])),
  );
  const after = Math.max(0, placed.cells.length - before - seen.cells.cells.length);
  return HEIGHTS.map((height) =>
    extend(row, (AGAIN_MARGIN + before) * seen.pitchPx, (AGAIN_MARGIN + after) * seen.pitchPx, height),
  );
}

/** Where the lines above and below a seen one would stand, unless one is seen there. */
function lookBeside(seen: readonly SeenLine[]): readonly Quad<PagePoint>[] {
  const isLine = ({ cells }: SeenLine) => presenceOf(cells.cells) >= LEAST_PRESENCE;
  const rows = intoRows(seen.filter(isLine).toSorted((a, b) => presenceOf(b.cells.cells) - presenceOf(a.cells.cells)));
  const bases = rows.flatMap((row) => row.find(({ cells }) => cells.cells.length >= LEAST_CELLS) ?? []);
  return bases.slice(0, BASES).flatMap((line) => {
    const beside = rows.flatMap(([other]) => (other ? [distance(line, other) / line.pitchPx] : []));
    const isTaken = (side: number) => beside.some((lines) => lines * side >= NEAREST && lines * side <= FARTHEST);
    const length = Math.max(1, Math.hypot(line.right.x - line.left.x, line.right.y - line.left.y));
    const down = { x: -(line.right.y - line.left.y) / length, y: (line.right.x - line.left.x) / length };
    const margin = BESIDE_MARGIN * line.pitchPx;
    const sides = [1, -1].filter((side) => !isTaken(side));
    return sides.flatMap((side) =>
      LINE_DISTANCES.map((distance) => {
        const by = side * distance * line.pitchPx;
        const row = rowOfLine(line);
        const moved = {
          ...row,
          left: { x: row.left.x + down.x * by, y: row.left.y + down.y * by },
          right: { x: row.right.x + down.x * by, y: row.right.y + down.y * by },
        };
        return extend(moved, margin, margin);
      }),
    );
  });
}

function presenceOf(cells: SeenLine['cells']['cells']): number {
  return cells.reduce((sum, { presence }) => sum + presence, 0) / Math.max(1, cells.length);
}
