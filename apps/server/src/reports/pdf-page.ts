/** What a page of the report is set with: letters, headings, paragraphs and tables. */
import { createRequire } from 'node:module';

/** A document of pdfkit that is being written. */
export type Doc = PDFKit.PDFDocument;

/** Of the page, in points. */
export const MARGIN = 48;
/** Of letters, in points. */
export const SIZE = { title: 20, heading: 13, text: 9.5, small: 8 } as const;
/** Of letters, lines and outcomes. */
export const COLOUR = {
  ink: '#1a1d21',
  quiet: '#5a6069',
  line: '#c9ced6',
  approved: '#1b6e3c',
  refused: '#a12622',
  waiting: '#7a5200',
} as const;
const fonts = createRequire(import.meta.url);
/** Files of the letters: DejaVu Sans has Latin, Greek, Cyrillic and Arabic ones. */
export const REGULAR = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
export const BOLD = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** A name and what it is. */
export type Row = readonly [string, string];

/** A table without titles. */
export function rows(doc: Doc, list: readonly Row[]): void {
  table(doc, undefined, list, [0.35, 0.65]);
}

/** A table over the page's width; `widths` are shares of it. Nothing where there are no lines. */
export function table(
  doc: Doc,
  titles: readonly string[] | undefined,
  lines: readonly (readonly string[])[],
  widths: readonly number[],
): void {
  if (lines.length === 0) return;
  doc.x = MARGIN;
  doc.font(REGULAR).fontSize(SIZE.small).fillColor(COLOUR.ink);
  const header = titles === undefined ? [] : [titles.map((text) => ({ text, font: { src: BOLD } }))];
  const whole = doc.page.width - 2 * MARGIN;
  doc.table({
    columnStyles: widths.map((share) => ({ width: share * whole })),
    defaultStyle: { border: [0, 0, 0.5, 0], borderColor: COLOUR.line, padding: 3 },
    data: [...header, ...lines.map((line) => [...line])],
  });
  doc.x = MARGIN;
  doc.moveDown(0.5);
}

/** A heading, and never the last line of a page. */
export function heading(doc: Doc, words: string, colour: string = COLOUR.ink): void {
  if (doc.y > doc.page.height - 3 * MARGIN) doc.addPage();
  doc.moveDown();
  doc.font(BOLD).fontSize(SIZE.heading).fillColor(colour).text(words, MARGIN);
}

/** Running text. */
export function paragraph(doc: Doc, words: string, colour: string = COLOUR.ink): void {
  doc.font(REGULAR).fontSize(SIZE.text).fillColor(colour).text(words, MARGIN);
}

/** `2026-03-01 09:00:00 UTC` of an instant. */
export function moment(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

/** The file's bytes, once the document is ended. */
export function collected(doc: Doc): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const whole = Promise.withResolvers<Buffer>();
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.on('end', () => whole.resolve(Buffer.concat(chunks)));
  doc.on('error', whole.reject);
  return whole.promise;
}
