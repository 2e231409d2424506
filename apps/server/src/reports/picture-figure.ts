/** A photograph in the report: cut to its document, with every finding drawn in its place. */
import type { VerificationReport } from '@vidimus/protocol';
import type { PhotoReport, Region } from '@vidimus/vocabulary';
import { COLOUR, type Doc, heading, MARGIN, paragraph } from './pdf-page.ts';

export type ReportPicture = {
  readonly mediaId: string;
  /** A JPEG without metadata. */
  readonly jpeg: Uint8Array;
};

/** A part of a photograph, in its pixels. */
type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** As large as the rest of the page allows, or on the next one where little is left. */
export function pictureFigure(
  doc: Doc,
  reading: NonNullable<VerificationReport['reading']>,
  picture: ReportPicture,
): void {
  const photo = reading.photos.find(({ media_id }) => media_id === picture.mediaId);
  if (photo?.width == null || photo.height === null) return;
  const regions = reading.reasons
    .flatMap(({ evidence }) => evidence)
    .filter(({ media_id, region }) => media_id === picture.mediaId && region !== undefined)
    .flatMap(({ region }) => (region === undefined ? [] : [region]));
  const whole = { x: 0, y: 0, width: photo.width, height: photo.height };
  const frame = frameOf(whole, photo.pages, regions);
  if (roomFor(doc) < LOWEST) doc.addPage();
  const scale = Math.min((doc.page.width - 2 * MARGIN) / frame.width, Math.min(HIGHEST, roomFor(doc)) / frame.height);
  heading(doc, `Photograph${photo.asked === undefined ? '' : ` of the ${photo.asked}`}`);
  const { y } = doc;
  const [left, top] = [MARGIN - frame.x * scale, y - frame.y * scale];
  doc
    .save()
    .rect(MARGIN, y, frame.width * scale, frame.height * scale)
    .clip();
  doc.image(Buffer.from(picture.jpeg), left, top, { width: whole.width * scale, height: whole.height * scale });
  doc.restore();
  for (const region of regions) outline(doc, region, scale, [left, top]);
  doc.y = y + frame.height * scale + 4;
  doc.x = MARGIN;
  const notes = [
    ...(frame === whole ? [] : ['cut to the document']),
    ...(regions.length === 0 ? [] : ['the findings are outlined']),
  ];
  paragraph(doc, [`${picture.mediaId}, ${photo.width} × ${photo.height} pixels`, ...notes].join('; '), COLOUR.quiet);
}

/** Around every outline and every finding, with a margin; the whole where a page was seen without outline. */
export function frameOf(whole: Frame, pages: PhotoReport['pages'], regions: readonly Region[]): Frame {
  const outlines = pages.flatMap(({ outline }) => (outline === null ? [] : [outline]));
  if (outlines.length === 0 || outlines.length < pages.length) return whole;
  const corners = [...outlines, ...regions].flatMap(({ corners: four }) => four);
  const margin = AROUND * Math.max(whole.width, whole.height);
  const [left, right] = span(
    corners.map(([x]) => x),
    margin,
    whole.width,
  );
  const [top, bottom] = span(
    corners.map(([, y]) => y),
    margin,
    whole.height,
  );
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Of a picture in points; lower than the lowest little can be seen. */
const HIGHEST = 330;
const LOWEST = 180;
/** For its heading and the line below. */
const WORDS = 50;
/** Share of the longer edge. */
const AROUND = 0.03;

function roomFor(doc: Doc): number {
  return doc.page.height - MARGIN - WORDS - doc.y;
}

function span(values: readonly number[], margin: number, most: number): readonly [number, number] {
  return [Math.max(0, Math.min(...values) - margin), Math.min(most, Math.max(...values) + margin)];
}

function outline(doc: Doc, { corners }: Region, scale: number, [left, top]: readonly [number, number]): void {
  const [[x, y], ...rest] = corners;
  doc.save().moveTo(left + x * scale, top + y * scale);
  for (const [nextX, nextY] of rest) doc.lineTo(left + nextX * scale, top + nextY * scale);
  doc.closePath().lineWidth(2).strokeColor(COLOUR.refused).stroke().restore();
}
