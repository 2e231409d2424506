import type { PagePoint, Quad, StraightPage, TextLine } from '../../photo/index.ts';

/** A stretch of the page that may hold a line of the zone. `row` is the same for several cut-outs of one line. */
export type LineCandidate = { readonly row: number; readonly quad: Quad<PagePoint> };

/**
 * The rows of print that may be lines of the zone: long, of even height, at most `MOST_ROWS`. Pieces that the text detector
 * split at a run of `<` are joined. Each row is cut out twice: a little longer than it was found, since detectors cut
 * the last character off, and longer still: where the page's outline is known from edge to edge, since a line fills nine tenths of it
 * (ICAO Doc 9303-3 §4.4, Figures of 9303-4 to -7).
 */
export function findLineCandidates(page: StraightPage): readonly LineCandidate[] {
  const rows = joinPieces(page.textLines)
    .filter((row) => spanOf(row) >= SHORTEST_SHARE * page.image.width && spanOf(row) >= LEAST_ASPECT * row.heightPx)
    .toSorted((a, b) => likeness(b, page) - likeness(a, page))
    .slice(0, MOST_ROWS);
  return rows.flatMap((row, index) => {
    const found = { row: index, quad: extend(row, row.heightPx * EXTENSION, row.heightPx * EXTENSION) };
    if (!page.outlineFound)
      return [found, { row: index, quad: extend(row, row.heightPx * WIDER, row.heightPx * WIDER, CLOSER) }];
    return [found, { row: index, quad: extend(row, row.left.x, page.image.width - row.right.x, CLOSER) }];
  });
}

/** A row of print: the middle of its left end, the middle of its right end, and its height across. */
export type PrintRow = { readonly left: PagePoint; readonly right: PagePoint; readonly heightPx: number };

/** A row as a quad, lengthened by so many pixels at either end along its own direction. */
export function extend(row: PrintRow, leftPx: number, rightPx: number, heightFactor = 1): Quad<PagePoint> {
  const length = Math.max(1, spanOf(row));
  const ux = (row.right.x - row.left.x) / length;
  const uy = (row.right.y - row.left.y) / length;
  const half = (row.heightPx * heightFactor) / 2;
  const start = { x: row.left.x - ux * leftPx, y: row.left.y - uy * leftPx };
  const end = { x: row.right.x + ux * rightPx, y: row.right.y + uy * rightPx };
  return [
    { x: start.x + uy * half, y: start.y - ux * half },
    { x: end.x + uy * half, y: end.y - ux * half },
    { x: end.x - uy * half, y: end.y + ux * half },
    { x: start.x - uy * half, y: start.y + ux * half },
  ];
}

/** Rows that are read at most: a card has three lines of the zone, and print above and below looks like them. */
const MOST_ROWS = 8;
/** Of the page's width; where the whole frame serves as the page, a document may fill less than half of it. */
const SHORTEST_SHARE = 0.2;
/** Width to height of the shortest line, 30 characters, as text detectors box it: 30 × 2.54 mm to 1.6 × 3 mm. */
const LEAST_ASPECT = 9;
/** Heights added to either end: one and a half characters. */
const EXTENSION = 0.9;
/** And to the longer cut-out where the page's edges are not known. */
const WIDER = 2;
/** Of the row's height: the longer cut-out is less high, in case the detector's box has paper above and below. */
const CLOSER = 0.8;
/** Pieces are of one row when their middles differ by less than this part of their height. */
const SAME_ROW = 0.45;
/** The higher of two pieces of one row is at most so many times as high. */
const SAME_HEIGHT = 1.9;
/** Gap in heights between the pieces of one row: a run of up to twelve fillers. */
const WIDEST_GAP = 11;

function joinPieces(lines: readonly TextLine[]): readonly PrintRow[] {
  const pieces = lines
    .map(rowOf)
    .filter((row) => row.right.x > row.left.x)
    .toSorted((a, b) => a.left.x - b.left.x);
  const rows: { readonly pieces: PrintRow[]; whole: PrintRow }[] = [];
  for (const piece of pieces) {
    const row = rows.find(({ whole }) => continues(whole, piece));
    if (row) {
      row.pieces.push(piece);
      row.whole = fitRow(row.pieces);
    } else rows.push({ pieces: [piece], whole: piece });
  }
  return rows.map(({ whole }) => ({ ...whole, heightPx: whole.heightPx * HEIGHT_FACTOR }));
}
/** Detectors box capitals closely; the network wants a little paper around them. */
const HEIGHT_FACTOR = 1.1;

/** The straight row through all pieces, the longer ones counting more. */
function fitRow(pieces: readonly PrintRow[]): PrintRow {
  let weight = 0;
  let x = 0;
  let y = 0;
  let height = 0;
  for (const piece of pieces) {
    const length = spanOf(piece);
    weight += length;
    x += (length * (piece.left.x + piece.right.x)) / 2;
    y += (length * (piece.left.y + piece.right.y)) / 2;
    height += length * piece.heightPx;
  }
  const middle = { x: x / weight, y: y / weight };
  let rise = 0;
  let run = 0;
  for (const piece of pieces) {
    for (const end of [piece.left, piece.right]) {
      rise += spanOf(piece) * (end.x - middle.x) * (end.y - middle.y);
      run += spanOf(piece) * (end.x - middle.x) ** 2;
    }
  }
  const slope = run > 0 ? rise / run : 0;
  const at = (px: number) => ({ x: px, y: middle.y + slope * (px - middle.x) });
  const first = Math.min(...pieces.map(({ left }) => left.x));
  const last = Math.max(...pieces.map(({ right }) => right.x));
  return { left: at(first), right: at(last), heightPx: height / weight };
}

function rowOf({ quad }: TextLine): PrintRow {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad;
  const left = { x: (topLeft.x + bottomLeft.x) / 2, y: (topLeft.y + bottomLeft.y) / 2 };
  const right = { x: (topRight.x + bottomRight.x) / 2, y: (topRight.y + bottomRight.y) / 2 };
  const heightLeft = Math.hypot(topLeft.x - bottomLeft.x, topLeft.y - bottomLeft.y);
  const heightRight = Math.hypot(topRight.x - bottomRight.x, topRight.y - bottomRight.y);
  return { left, right, heightPx: (heightLeft + heightRight) / 2 };
}

/** Whether `piece` goes on where `row` ends, at the height to which the row's direction leads. */
function continues(row: PrintRow, piece: PrintRow): boolean {
  const height = Math.max(row.heightPx, piece.heightPx);
  const gap = piece.left.x - row.right.x;
  if (gap < -2 * height || gap > WIDEST_GAP * height) return false;
  if (height > SAME_HEIGHT * Math.min(row.heightPx, piece.heightPx)) return false;
  const longer = spanOf(row) > spanOf(piece) ? row : piece;
  const slope = (longer.right.y - longer.left.y) / Math.max(1, longer.right.x - longer.left.x);
  return Math.abs(row.right.y + slope * gap - piece.left.y) < SAME_ROW * height;
}

function spanOf(row: PrintRow): number {
  return Math.hypot(row.right.x - row.left.x, row.right.y - row.left.y);
}

/** The zone stands lowest on its page and spans it. */
function likeness(row: PrintRow, page: StraightPage): number {
  return spanOf(row) / page.image.width + (LOWNESS * (row.left.y + row.right.y)) / 2 / page.image.height;
}
/** A line at the bottom outweighs one of a third more of the width further up. */
const LOWNESS = 0.35;
