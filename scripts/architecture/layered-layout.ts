import type { Arrow, ImportGraph, Part } from './import-graph.ts';

/** A part with its place; x and y are its centre, in pixels of the picture. */
export type PlacedPart = { readonly part: Part; readonly x: number; readonly y: number; readonly width: number };

/** An arrow with the points that it passes, from the importer down to the imported. */
export type PlacedArrow = { readonly arrow: Arrow; readonly points: readonly (readonly [number, number])[] };

export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PlacedPart[];
  readonly arrows: readonly PlacedArrow[];
};

export const BOX_HEIGHT = 34;
const ROW_STEP = 84;
const GAP = 22;
const MARGIN = 24;
/** Room that a passing arrow takes in a row. */
const LANE_WIDTH = 12;
/** Of the 14-pixel font, on average, rounded up. */
const CHARACTER_WIDTH = 7.8;
const SWEEPS = 12;

/** What stands in a row: a part, or (without one) the lane of an arrow that passes it. */
type Slot = { readonly id: string; readonly part: Part | undefined; readonly width: number };

/**
 * Puts importers above what they import (longest way decides the row), orders rows so that few arrows cross
 * (Sugiyama's method: dummy slots, then the mean of the neighbours), and leads arrows round the boxes.
 */
export function layOut(graph: ImportGraph): Layout {
  const rowOf = assignRows(graph);
  const rows: Slot[][] = Array.from({ length: Math.max(...rowOf.values()) + 1 }, () => []);
  for (const part of graph.parts) {
    rows[rowOf.get(part.id) ?? 0]?.push({ id: part.id, part, width: part.label.length * CHARACTER_WIDTH + 28 });
  }
  const ways = graph.arrows.map((arrow) => ({ arrow, slots: wayOf(arrow, rowOf, rows) }));
  const links = ways.flatMap(({ slots }) => slots.slice(1).map((to, i) => [slots[i] ?? to, to] as const));
  orderRows(rows, links);
  const centreOf = place(rows, links);
  const yOf = (row: number) => MARGIN + BOX_HEIGHT / 2 + row * ROW_STEP;
  const rowOfSlot = new Map(rows.flatMap((row, i) => row.map((slot) => [slot.id, i] as const)));
  const right = Math.max(...rows.flatMap((row) => row.map((slot) => (centreOf.get(slot.id) ?? 0) + slot.width / 2)));
  return {
    width: Math.ceil(right + MARGIN),
    height: MARGIN * 2 + BOX_HEIGHT + (rows.length - 1) * ROW_STEP,
    parts: rows.flatMap((row, i) =>
      row.flatMap((slot) =>
        slot.part ? [{ part: slot.part, x: centreOf.get(slot.id) ?? 0, y: yOf(i), width: slot.width }] : [],
      ),
    ),
    arrows: ways.map(({ arrow, slots }) => ({
      arrow,
      points: slots.map((id) => [centreOf.get(id) ?? 0, yOf(rowOfSlot.get(id) ?? 0)] as const),
    })),
  };
}

/** Row 0 is imported by nobody. An arrow that would close a circle does not pull its end down. */
function assignRows(graph: ImportGraph): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>();
  const visit = (id: string, trail: readonly string[]): number => {
    const known = rowOf.get(id);
    if (known !== undefined) return known;
    const importers = graph.arrows.filter(
      (arrow) => arrow.to === id && !trail.includes(arrow.from) && arrow.from !== id,
    );
    const row = Math.max(-1, ...importers.map((arrow) => visit(arrow.from, [...trail, id]))) + 1;
    rowOf.set(id, row);
    return row;
  };
  for (const part of graph.parts) visit(part.id, []);
  return rowOf;
}

/** The slots that an arrow passes, lanes included, which are added to the rows between. */
function wayOf(arrow: Arrow, rowOf: ReadonlyMap<string, number>, rows: readonly Slot[][]): readonly string[] {
  const from = rowOf.get(arrow.from) ?? 0;
  const to = rowOf.get(arrow.to) ?? 0;
  const between: string[] = [];
  for (let row = from + 1; row < to; row++) {
    const id = `${arrow.from}>${arrow.to}@${row}`;
    rows[row]?.push({ id, part: undefined, width: LANE_WIDTH });
    between.push(id);
  }
  return [arrow.from, ...between, arrow.to];
}

type Link = readonly [string, string];

function orderRows(rows: Slot[][], links: readonly Link[]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    const order = down ? rows.keys() : [...rows.keys()].reverse();
    for (const i of order) {
      const row = rows[i] ?? [];
      const neighbours = positions(rows[down ? i - 1 : i + 1] ?? []);
      const own = positions(row);
      const wish = new Map(row.map((slot) => [slot.id, meanOf(slot.id, links, neighbours) ?? own.get(slot.id) ?? 0]));
      row.sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
    }
  }
}

function positions(row: readonly Slot[]): ReadonlyMap<string, number> {
  return new Map(row.map((slot, i) => [slot.id, (i + 0.5) / row.length]));
}

function meanOf(id: string, links: readonly Link[], place: ReadonlyMap<string, number>): number | undefined {
  const near = links.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
  const known = near.flatMap((other) => place.get(other) ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, x) => sum + x, 0) / known.length;
}

/** Centres: rows are set from the left, then each slot moves towards its neighbours as far as the order allows. */
function place(rows: readonly (readonly Slot[])[], links: readonly Link[]): ReadonlyMap<string, number> {
  const centreOf = new Map<string, number>();
  const widest = Math.max(...rows.map((row) => row.reduce((sum, slot) => sum + slot.width + GAP, -GAP)));
  for (const row of rows) {
    let x = MARGIN + (widest - row.reduce((sum, slot) => sum + slot.width + GAP, -GAP)) / 2;
    for (const slot of row) {
      centreOf.set(slot.id, x + slot.width / 2);
      x += slot.width + GAP;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of rows) nudge(row, links, centreOf, widest);
  }
  return centreOf;
}

function nudge(row: readonly Slot[], links: readonly Link[], centreOf: Map<string, number>, widest: number): void {
  row.forEach((slot, i) => {
    const wish = meanOf(slot.id, links, centreOf) ?? centreOf.get(slot.id) ?? 0;
    const left = row[i - 1];
    const right = row[i + 1];
    const least = left ? (centreOf.get(left.id) ?? 0) + left.width / 2 + GAP + slot.width / 2 : MARGIN + slot.width / 2;
    const most = right
      ? (centreOf.get(right.id) ?? 0) - right.width / 2 - GAP - slot.width / 2
      : MARGIN + widest - slot.width / 2;
    centreOf.set(slot.id, Math.max(least, Math.min(most, wish)));
  });
}
