import { cellAt, type LineCell, type LineCells } from './line-cells.ts';
import { LINE_SHAPE, MRZ_CHARACTERS } from './line-network.ts';

/** A line as so many cells, and what the network saw beside them that does not fit in. */
export type PlacedLine = {
  readonly cells: readonly LineCell[];
  /** Characters that were seen and found no place, weighted by how surely they were seen. */
  readonly left: number;
  /** Places that lie outside what was cut out. */
  readonly unseen: number;
  /** Fillers that were put into or taken out of the longest run of them. */
  readonly edited: number;
};

const FILLER = MRZ_CHARACTERS.indexOf('<');
/** Fillers that a run may be changed by, and must have besides: shorter runs are counted as seen. */
const MOST_EDITED = 2;
const SHORTEST_RUN = 4;
/** From this probability on a place holds a filler rather than anything else. */
const IS_FILLER = 0.5;
/** A line may lie this many characters beside its length: cut off at an end, or print beside it taken for it. */
const MOST_OFF = 9;
/** Where the cut-out ends in fillers, what follows is one too, or else the line would be unread. */
const FILLER_GOES_ON = 0.9;
/** How surely a filler stands where none was seen: the confidence of a restored one. */
const FILLER_PRESENCE = 0.5;

/**
 * Every way to lay `line` on `length` places: too many characters are cut at the ends, too few completed there; and, since it is in
 * long runs of fillers that one is easily seen twice or not at all, the longest run made shorter or longer.
 */
export function placeLine(line: LineCells, length: number): readonly PlacedLine[] {
  const { cells } = line;
  const surplus = cells.length - length;
  if (Math.abs(surplus) > MOST_OFF) return [];
  if (surplus >= 0) {
    const cut = Array.from({ length: surplus + 1 }, (_, start) => ({
      cells: cells.slice(start, start + length),
      left: presenceOf(cells.slice(0, start)) + presenceOf(cells.slice(start + length)),
      unseen: 0,
      edited: 0,
    }));
    return [...cut, ...changeRun(cells, surplus)];
  }
  const completed = Array.from({ length: 1 - surplus }, (_, before) => complete(line, before, -surplus - before));
  return [...completed, ...changeRun(cells, surplus)];
}

/** The line with its longest run of fillers made `surplus` shorter; none where the run is short or the change great. */
function changeRun(cells: readonly LineCell[], surplus: number): readonly PlacedLine[] {
  const { start, length } = longestRun(cells);
  if (surplus === 0 || Math.abs(surplus) > MOST_EDITED || length < SHORTEST_RUN + Math.abs(surplus)) return [];
  const middle = start + (length >> 1);
  const filler = cells[middle];
  if (!filler) return [];
  const changed =
    surplus > 0
      ? [...cells.slice(0, middle), ...cells.slice(middle + surplus)]
      : [...cells.slice(0, middle), ...Array.from({ length: -surplus }, () => filler), ...cells.slice(middle)];
  return [{ cells: changed, left: 0, unseen: 0, edited: Math.abs(surplus) }];
}

function longestRun(cells: readonly LineCell[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  cells.forEach((cell, i) => {
    if ((cell.probabilities[FILLER] ?? 0) <= IS_FILLER) start = i + 1;
    else if (i + 1 - start > best.length) best = { start, length: i + 1 - start };
  });
  return best;
}

function complete(line: LineCells, before: number, after: number): PlacedLine {
  const { cells, columns, pitchLeft, pitchRight } = line;
  const first = cells[0]?.column ?? 0;
  const last = cells.at(-1)?.column ?? 0;
  const head = Array.from({ length: before }, (_, i) => cellAt(columns, first - (before - i) * pitchLeft, pitchLeft));
  const endsInFiller = (cells.at(-1)?.probabilities[FILLER] ?? 0) > IS_FILLER;
  const tail = Array.from({ length: after }, (_, i) => {
    const column = last + (i + 1) * pitchRight;
    const cell = cellAt(columns, column, pitchRight);
    return endsInFiller && cell.presence < FILLER_PRESENCE ? likeFiller(cell) : cell;
  });
  return {
    cells: [...head, ...cells, ...tail],
    left: 0,
    edited: 0,
    unseen: [...head, ...tail].filter(({ column }) => column < 0 || column >= LINE_SHAPE.columns).length,
  };
}

/** What the network saw there counts as much as it saw, the run of fillers for the rest. */
function likeFiller({ column, presence, probabilities }: LineCell): LineCell {
  const others = (1 - FILLER_GOES_ON) / (MRZ_CHARACTERS.length - 1);
  const blended = probabilities.map(
    (share, c) => presence * share + (1 - presence) * (c === FILLER ? FILLER_GOES_ON : others),
  );
  return { column, presence: FILLER_PRESENCE, probabilities: blended };
}

function presenceOf(cells: readonly LineCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.presence, 0);
}
