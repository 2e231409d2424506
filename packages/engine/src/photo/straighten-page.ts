import type { EnginePorts } from '../ports.ts';
import type { Homography, PagePoint, PhotoPoint, Quad } from './geometry.ts';
import { applyHomography, compose, homographyBetween } from './homography.ts';
import { levelByText } from './level-by-text.ts';
import type { XY } from './outline/convex-hull.ts';
import type { FoundOutline } from './outline/found-outline.ts';
import { lookAtDocument } from './outline/look-at-document.ts';
import { FORMAT_ASPECT, formatOf, trueAspect } from './outline/true-aspect.ts';
import type { PageFormat, TextLine, UnmeasuredPage } from './page.ts';
import type { RgbImage } from './pixels.ts';
import { measureQuality } from './quality/measure-quality.ts';
import { straighten } from './straighten.ts';
import { findTextLines } from './text/find-text-lines.ts';
import { linesUpsideDown } from './text/lines-upside-down.ts';
import { turnPage } from './turn-page.ts';
import { quarterTurns } from './upright.ts';

export type PageSource = {
  readonly photo: RgbImage;
  /** The picture that the outline network saw. */
  readonly small: RgbImage;
  /** In pixels of the photo. */
  readonly outline: FoundOutline;
  readonly found: boolean;
  /** Whether the outline is right whatever direction the text on it has. */
  readonly isSettled: boolean;
};

/** A page is at most this long: 128 px per centimetre of a passport, 10 px per stroke of its zone. */
const PAGE_LONG_EDGE = 1600;
/** Shorter pages are not blown up by more than this: the text detector wants letters of some size. */
const SHORTEST_LONG_EDGE = 640;
/** Of the text detector's input; the zone's letters are 15 px high there. */
const TEXT_LONG_EDGE = 736;

/** One document, straight and upright. */
export async function straightenPage(source: PageSource, infer: EnginePorts['infer']): Promise<UnmeasuredPage> {
  let outline = source.outline;
  let flat = flatten(source, outline);
  let lines = await findTextLines(flat.image, TEXT_LONG_EDGE, infer);
  const levelled = source.isSettled ? null : levelByText(lines, flat.pageToPhoto);
  if (levelled !== null) {
    outline = { ...outline, quad: levelled, onFrame: [true, true, true, true], directionCertainty: 0 };
    flat = flatten(source, outline);
    lines = await findTextLines(flat.image, TEXT_LONG_EDGE, infer);
  }
  const upsideDown = await linesUpsideDown(flat.image, lines, infer);
  const turns = quarterTurns(lines, upsideDown, outline.directionCertainty);
  if (turns !== 0) {
    lines = lines.map((line) => turnLine(line, turns, flat.image));
    outline = turnOutline(outline, turns);
    const turned = turnPage(flat, turns);
    const { width, height } = turned.image;
    flat = { ...turned, format: flat.format, pageToPhoto: homographyBetween(frameOf(width, height), outline.quad) };
    lines = [...lines].sort((a, b) => a.quad[0].y - b.quad[0].y);
  }
  const { photo, small } = source;
  const toSmall: Homography = [small.width / photo.width, 0, 0, 0, small.height / photo.height, 0, 0, 0, 1];
  const { image, grey, format, pageToPhoto } = flat;
  const measure = async () =>
    measureQuality({
      image,
      grey,
      textLines: lines,
      outline: outline.quad,
      onFrame: outline.onFrame,
      format,
      photoWidth: photo.width,
      photoHeight: photo.height,
      pageToPhoto,
      maps: await lookAtDocument(small, { quad: quadThrough(toSmall, outline.quad), maps: outline.maps }, infer),
      pageToInput: compose(toSmall, pageToPhoto),
    });
  let measured: ReturnType<typeof measure> | null = null;
  return {
    image,
    grey,
    format,
    outline: outline.quad,
    outlineFound: source.found && levelled === null,
    pageToPhoto,
    textLines: lines,
    measureQuality: () => (measured ??= measure()),
  };
}

function flatten({ photo }: PageSource, outline: FoundOutline) {
  const { quad } = outline;
  const measured = trueAspect(quad, photo.width, photo.height);
  const format = formatOf(measured);
  const aspect = outline.onFrame.some((framed) => framed) ? measured : aspectOf(format, measured);
  const across = Math.max(distance(quad[0], quad[1]), distance(quad[3], quad[2]));
  const down = Math.max(distance(quad[0], quad[3]), distance(quad[1], quad[2]));
  const longPx = Math.max(across, down);
  const longEdge = Math.round(Math.min(PAGE_LONG_EDGE, Math.max(SHORTEST_LONG_EDGE, longPx)));
  const width = Math.max(1, aspect >= 1 ? longEdge : Math.round(longEdge * aspect));
  const height = Math.max(1, aspect >= 1 ? Math.round(longEdge / aspect) : longEdge);
  const pageToPhoto = homographyBetween(frameOf(width, height), quad);
  const shrink = Math.min(across / width, down / height);
  return { ...straighten(photo, pageToPhoto, width, height, shrink), format, pageToPhoto };
}

function aspectOf(format: PageFormat, measured: number): number {
  const known = format === 'ID-1' || format === 'ID-2-or-ID-3' ? FORMAT_ASPECT[format] : null;
  if (known === null) return measured;
  return measured < 1 ? 1 / known : known;
}

function frameOf(width: number, height: number): Quad<PagePoint> {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

/** The page turned clockwise by quarters: its new top left corner is the one that was `turns` before. */
function turnOutline(outline: FoundOutline, turns: number): FoundOutline {
  const at = <T>(list: readonly [T, T, T, T], i: number): T => list[(((i - turns) % 4) + 4) % 4] ?? list[0];
  const { quad, onFrame } = outline;
  return {
    ...outline,
    quad: [at(quad, 0), at(quad, 1), at(quad, 2), at(quad, 3)],
    onFrame: [at(onFrame, 0), at(onFrame, 1), at(onFrame, 2), at(onFrame, 3)],
  };
}

function turnLine(line: TextLine, turns: number, page: RgbImage): TextLine {
  const { width, height } = page;
  const turned = (p: PagePoint): PagePoint => {
    if (turns === 1) return { x: height - p.y, y: p.x };
    if (turns === 2) return { x: width - p.x, y: height - p.y };
    return { x: p.y, y: width - p.x };
  };
  const quad = line.quad.map(turned).map((p) => p);
  const [a, b, c, d] = quad;
  if (!a || !b || !c || !d) return line;
  // A line runs from left to right as the page now stands.
  const forwards = b.x >= a.x;
  return { ...line, quad: forwards ? [a, b, c, d] : [c, d, a, b] };
}

function quadThrough(map: Homography, [a, b, c, d]: Quad<PhotoPoint>): Quad<XY> {
  const at = ({ x, y }: PhotoPoint): XY => applyHomography(map, x, y);
  return [at(a), at(b), at(c), at(d)];
}

function distance(a: PhotoPoint, b: PhotoPoint): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
