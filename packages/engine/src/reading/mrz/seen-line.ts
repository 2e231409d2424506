import { applyHomography, type GreyImage, type Homography, type PagePoint, type Quad } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import { cutLine, cutoutToPage } from '../cut-line.ts';
import type { PrintRow } from './find-line-candidates.ts';
import { type LineCells, layOutCells } from './line-cells.ts';
import { LINE_SHAPE, readColumns } from './line-network.ts';

/** A cut-out in which the network saw a line of characters, and where on the page they stand. */
export type SeenLine = {
  readonly cells: LineCells;
  readonly cutoutToPage: Homography;
  /** From the middle of the first character to the middle of the last one. */
  readonly left: PagePoint;
  readonly right: PagePoint;
  /** Pixels of the page from one character to the next. */
  readonly pitchPx: number;
};

/** Cuts out, reads and lays out every quad; those without a line are left out. */
export async function seeLines(
  page: GreyImage,
  quads: readonly Quad<PagePoint>[],
  infer: EnginePorts['infer'],
): Promise<readonly SeenLine[]> {
  const read = await readColumns(
    quads.map((quad) => cutLine(page, quad, LINE_SHAPE)),
    infer,
  );
  return quads.flatMap((quad, i) => {
    const columns = read[i];
    const cells = columns ? layOutCells(columns) : null;
    return cells ? [seenLine(quad, cells)] : [];
  });
}

/** Where a column of the cut-out and a height in it (0 its top, 1 its bottom) lie on the page. */
export function cutoutPoint(line: SeenLine, column: number, height: number): PagePoint {
  return pointAt(line.cutoutToPage, column, height);
}

/** The line as a row of print, `CUT_HEIGHT` pitches high: what the network reads best. */
export function rowOfLine(line: SeenLine): PrintRow {
  return { left: line.left, right: line.right, heightPx: CUT_HEIGHT * line.pitchPx };
}

/** Capitals are 2.4 to 3 mm high at 2.54 mm pitch (ISO 1073-2 size I), and the network was taught on 1.1 to 2.3 of their height. */
const CUT_HEIGHT = 1.55;

function seenLine(quad: Quad<PagePoint>, cells: LineCells): SeenLine {
  const toPage = cutoutToPage(quad, LINE_SHAPE);
  const at = (column: number) => pointAt(toPage, column, MIDDLE);
  const left = at(cells.cells[0]?.column ?? 0);
  const right = at(cells.cells.at(-1)?.column ?? 0);
  const pitchPx = Math.hypot(right.x - left.x, right.y - left.y) / Math.max(1, cells.cells.length - 1);
  return { cells, cutoutToPage: toPage, left, right, pitchPx };
}

/** Of the cut-out's height. */
const MIDDLE = 0.5;

function pointAt(toPage: Homography, column: number, height: number): PagePoint {
  return applyHomography(toPage, (column * LINE_SHAPE.width) / LINE_SHAPE.columns, height * LINE_SHAPE.height);
}
