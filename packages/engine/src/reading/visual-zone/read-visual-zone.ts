import {
  applyHomography,
  type PagePoint,
  type PhotoPoint,
  type Quad,
  type RgbImage,
  type StraightPage,
  type TextLine,
} from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import type { FieldReading, VisualZoneReading } from '../document-reading.ts';
import { recogniseLines } from '../recognise-text.ts';
import { DOUBTED, findFields } from './find-fields.ts';
import { markOf } from './find-title.ts';
import { lookAgain } from './look-again.ts';
import { looksLikeZone, readsLikeZone } from './looks-like-zone.ts';
import { charactersOf, type PrintedLine, printedLine } from './printed-line.ts';
import { sliceQuad } from './slice-quad.ts';
import { splitLine } from './split-line.ts';

export type VisualZoneOptions = {
  /** The day that "today" means, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Milliseconds after which nothing further is recognised. */
  readonly budgetMs?: number;
};

/** Documents print up to 45 lines; pages of text are not documents. */
const MOST_LINES = 48;
/** Marks are printed aslant, or higher than this part of the page: one such line is read, no value stands in it. */
const MARK_HEIGHT = 0.11;
const ASLANT = Math.tan((9 * Math.PI) / 180);
/** Length by breadth of a letter's box at most. */
const LETTER_ASPECT = 2.2;
/** Print is at least this part of the page high; smaller is microprint. */
const LEAST_HEIGHT = 0.011;
/** A detected line that the recogniser is less sure of than this is in a script that it does not know, or no text. */
const UNREAD_BELOW = 0.55;
/** The detector's score of what is text for certain, and the least height of a line, as a part of the page, that could be read. */
const SURELY_TEXT = 0.75;
const READABLE_HEIGHT = 1 / 60;
/** Lines read more surely than this tell how high the page's print is; names are up to so much higher than the usual line. */
const READ_WELL = 0.8;
const HIGHEST_PRINT = 1.6;
const LEVEL = Math.tan((5 * Math.PI) / 180);
/** ISO 15924: a script that could not be told. */
const UNKNOWN_SCRIPT = 'Zzzz';

/** Reads the printed text of a page and finds its data elements by their labels. */
export async function readVisualZone(
  page: StraightPage,
  ports: Pick<EnginePorts, 'infer' | 'now'>,
  options: VisualZoneOptions,
): Promise<VisualZoneReading> {
  const until = ports.now() + (options.budgetMs ?? Number.POSITIVE_INFINITY);
  const isTimeUp = () => ports.now() > until;
  const detected = linesToRead(page);
  const quads = detected.map(({ quad }) => quad);
  const recognised = await recogniseLines(page.grey, quads, ports.infer, { isTimeUp });
  const lines = detected.flatMap(({ quad }, i) => {
    const { text, confidence, characters } = recognised[i] ?? { text: '', confidence: 0, characters: [] };
    if (readsLikeZone(text) || text.trim() === '') return [];
    return splitLine(characters, text).map(({ part, from, to }) =>
      printedLine(part, confidence, sliceQuad(quad, from, to), characters),
    );
  });
  const found = findFields(
    lines.filter(({ quad }) => !isMark(quad, page.image)),
    options.asOf,
  );
  const again = isTimeUp() ? found : await lookAgain(found, lines, page.grey, ports.infer);
  const toRegion = regionOn(page);
  const isUnread = detected.some(
    (line, i) =>
      line.score > SURELY_TEXT &&
      (recognised[i]?.confidence ?? 1) < UNREAD_BELOW &&
      isSetLikePrint(line, lines, page.image),
  );
  const notLookedAt = recognised.filter((line) => line.notLookedAt).length;
  return {
    lines: lines.map(({ text, confidence, quad }) => ({ text, confidence, region: toRegion(quad) })),
    fields: again.fields.map(
      ({ field, value, line, confidence }): FieldReading => ({
        ...(confidence > DOUBTED ? charactersIn(line) : {}),
        field,
        witness: 'visual_zone',
        value,
        printed: line.text,
        confidence,
        region: toRegion(line.quad),
      }),
    ),
    labelsWithoutValue: again.unserved.flatMap(({ target, line }) =>
      target === 'other' ? [] : [{ field: target, region: toRegion(line.quad) }],
    ),
    unreadScripts: again.unreadScripts.length > 0 || !isUnread ? again.unreadScripts : [UNKNOWN_SCRIPT],
    marks: marksIn(lines, page.image),
    ...(notLookedAt > 0 ? { linesNotLookedAt: notLookedAt } : {}),
  };
}

/** Each mark once, however often it is printed. */
function marksIn(lines: readonly PrintedLine[], image: RgbImage): VisualZoneReading['marks'] {
  const marks = lines.flatMap(({ text, quad }) => markOf(text, isMark(quad, image)) ?? []);
  return [...new Map(marks.map(({ word, meaning }) => [word, { word, meaning }])).values()];
}

/** Whether a line is level and of the height of those that were read: signatures are higher, and holograms lie anyhow. */
function isSetLikePrint({ quad, heightPx }: TextLine, lines: readonly PrintedLine[], { height }: RgbImage): boolean {
  const heights = lines.filter(({ confidence }) => confidence > READ_WELL).map(({ top, bottom }) => bottom - top);
  const usual = heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)] ?? heightPx;
  const [a, b] = quad;
  const isLevel = Math.abs(b.y - a.y) < LEVEL * (b.x - a.x);
  return (
    isLevel && heightPx > READABLE_HEIGHT * height && lengthOf(quad) > 2 * heightPx && heightPx < HIGHEST_PRINT * usual
  );
}

/** Everything but the machine-readable zone, microprint and all marks but the longest. */
function linesToRead(page: StraightPage): readonly TextLine[] {
  const { image } = page;
  const printed = page.textLines
    .filter((line) => !looksLikeZone(line, page) && line.heightPx > LEAST_HEIGHT * image.height)
    .map((line) => ({ ...line, quad: levelled(line.quad) }));
  const [mark] = printed
    .filter(({ quad }) => isMark(quad, image))
    .toSorted((a, b) => lengthOf(b.quad) - lengthOf(a.quad));
  const level = printed.filter(({ quad }) => !isMark(quad, image));
  return [...level.slice(0, MOST_LINES), ...(mark ? [mark] : [])];
}

/** A letter that stands alone is higher than wide, and its box begins at its foot or its head: turned to begin at the left. */
function levelled(quad: Quad<PagePoint>): Quad<PagePoint> {
  const [a, b, c, d] = quad;
  const [across, down] = [b.x - a.x, b.y - a.y];
  const [long, high] = [Math.hypot(across, down), Math.hypot(d.x - a.x, d.y - a.y)];
  if (Math.abs(down) < Math.abs(across) || long > LETTER_ASPECT * high) return quad;
  return down > 0 ? [d, a, b, c] : [b, c, d, a];
}

function isMark([a, b, , d]: Quad<PagePoint>, { height }: RgbImage): boolean {
  return Math.abs(b.y - a.y) > ASLANT * Math.abs(b.x - a.x) || Math.hypot(d.x - a.x, d.y - a.y) > MARK_HEIGHT * height;
}

function lengthOf([a, b]: Quad<PagePoint>): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function regionOn(page: StraightPage): (quad: Quad<PagePoint>) => Quad<PhotoPoint> {
  return ([a, b, c, d]) => {
    const point = (p: PagePoint): PhotoPoint => applyHomography(page.pageToPhoto, p.x, p.y);
    return [point(a), point(b), point(c), point(d)];
  };
}

/** How sure the recogniser is of each character of what is printed. */
function charactersIn(line: PrintedLine): Pick<FieldReading, 'characters'> {
  const characters = charactersOf(line, line.text);
  return characters ? { characters: characters.map(({ character, confidence }) => ({ character, confidence })) } : {};
}
