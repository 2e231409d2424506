import type { FlatSide } from '../flat-document.ts';
import type { PhotographTruth } from '../specimen.ts';
import { chromaDeviationOf } from './chroma.ts';
import type { Point } from './homography.ts';
import { type LightField, lightAt } from './light-field.ts';
import { lumaOf, type Pixels } from './pixels.ts';
import { cornersInPhoto, type Probe, probeBox, wholeOf } from './probe.ts';
import { SATURATED } from './reflection.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

/** A photograph as it came out, before the JPEG, and what it was made with. */
export type Taken = {
  readonly photo: Pixels;
  readonly view: View;
  readonly light: LightField;
  readonly side: FlatSide;
  readonly sheet: Sheet;
  /** Everything that softened the picture, as one sigma. */
  readonly blurSigmaPx: number;
  /** Length of the path that the picture was smeared along; 0 for a still hand. */
  readonly motionPx: number;
  readonly gridContrast: number;
  /** Of the second document, what lies in the frame; 0 without one. */
  readonly secondShare: number;
  /** Of skin or another thing over the document at a point of the photograph, 0–1. */
  readonly coverAt: (point: Point) => number;
};

type ElementTruth = PhotographTruth['elements'][number];

/** Readable: characters ≥ 12 px high, contrast ≥ 0.4, blur σ ≤ ⅛ of the height, nothing covered (fault-limits.table.ts). */
const READABLE = { capHeightPx: 12, contrast: 0.4, blurToHeight: 0.125, hidden: 0.01 } as const;
/** A reflection's own share of the light (levels) from which saturation is put down to it. */
const REFLECTION = 12;
const ELEMENT_PROBES = 400;
const DOCUMENT_PROBES = 6000;
const MM_PER_INCH = 25.4;

/** Measures what the photograph really shows of the document. */
export function measureTruth(taken: Taken): PhotographTruth {
  const { side, sheet, view } = taken;
  const corners = cornersInPhoto(view, sheet, wholeOf(sheet));
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const across = (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2;
  const { meanLuma, saturatedShare } = measureLight(taken);
  const dpi = (across / sheet.widthMm) * MM_PER_INCH;
  const chromaDeviation = chromaDeviationOf(taken.photo, view, sheet, (point) => taken.coverAt(point) > 0.01);
  const elements = side.elements.map((element) => measureElement(taken, element));
  const measured = measureFaults(taken, { corners, elements, dpi, meanLuma, saturatedShare, chromaDeviation });
  return {
    side: side.side,
    corners,
    dpi,
    meanLuma,
    chromaDeviation,
    elements,
    ...(measured === undefined ? {} : { measured }),
  };
}

function measureElement(taken: Taken, element: FlatSide['elements'][number]): ElementTruth {
  const { view, sheet, blurSigmaPx } = taken;
  const corners = cornersInPhoto(view, sheet, element.box);
  const height = (distance(corners[0], corners[3]) + distance(corners[1], corners[2])) / 2;
  const capHeightPx = element.capHeightMm === undefined ? null : (height / element.box.height) * element.capHeightMm;
  const probes = probeBox(view, sheet, element.box, ELEMENT_PROBES);
  const seen = probes.filter(({ point }) => isInFrame(taken.photo, point));
  const share = (count: number): number => count / probes.length;
  const glareShare = share(seen.filter((probe) => isReflection(taken, probe)).length);
  const coveredShare = share(seen.filter(({ point }) => taken.coverAt(point) > 0.5).length);
  const outsideShare = share(probes.length - seen.length);
  const contrast = contrastOf(taken, seen);
  const isSharp = capHeightPx === null || blurSigmaPx <= READABLE.blurToHeight * capHeightPx;
  const isLarge = capHeightPx === null || capHeightPx >= READABLE.capHeightPx;
  const hidden = glareShare + coveredShare + outsideShare;
  return {
    name: element.name,
    kind: element.kind,
    corners,
    ...(element.printed === undefined ? {} : { printed: element.printed }),
    ...(element.value === undefined ? {} : { value: element.value }),
    capHeightPx,
    blurSigmaPx,
    glareShare,
    coveredShare,
    outsideShare,
    contrast,
    readable: isSharp && isLarge && hidden <= READABLE.hidden && contrast >= READABLE.contrast,
  };
}

/** How much darker the ink is than the paper: 1 − ink/paper, from the darkest and lightest parts of the box. */
function contrastOf(taken: Taken, probes: readonly Probe[]): number {
  if (probes.length === 0) return 0;
  const lumas = probes.map(({ point }) => lumaOf(...colourAt(taken.photo, point))).sort((a, b) => a - b);
  const at = (part: number): number => lumas[Math.floor(part * (lumas.length - 1))] ?? 0;
  const paper = at(PAPER_PERCENTILE);
  return paper === 0 ? 0 : 1 - at(INK_PERCENTILE) / paper;
}

const INK_PERCENTILE = 0.03;
const PAPER_PERCENTILE = 0.85;

/** Mean luma over the document, reflections and fingers left out, and the share of it that reflections saturate. */
function measureLight(taken: Taken): { readonly meanLuma: number; readonly saturatedShare: number } {
  let [count, luma, saturated, inFrame] = [0, 0, 0, 0];
  for (const probe of probeBox(taken.view, taken.sheet, wholeOf(taken.sheet), DOCUMENT_PROBES)) {
    if (!isInFrame(taken.photo, probe.point)) continue;
    inFrame++;
    if (isReflection(taken, probe)) {
      saturated++;
      continue;
    }
    if (taken.coverAt(probe.point) > 0.01) continue;
    count++;
    luma += lumaOf(...colourAt(taken.photo, probe.point));
  }
  return { meanLuma: luma / Math.max(count, 1), saturatedShare: saturated / Math.max(inFrame, 1) };
}

/** Of the document's extent along the frame, what lies beyond the edge: the largest of the four edges. */
function shareBeyond(taken: Taken, corners: readonly Point[]): number {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = Math.max(-left, right - taken.photo.width, 0) / (right - left);
  const down = Math.max(-top, bottom - taken.photo.height, 0) / (bottom - top);
  return Math.max(across, down);
}

/** The strength of every fault as it came out, in the units of fault-limits.table.ts. */
function measureFaults(taken: Taken, facts: Facts): PhotographTruth['measured'] {
  const fields = facts.elements.filter(({ kind }) => kind === 'text' || kind === 'mrz-line');
  const heights = fields.flatMap(({ capHeightPx }) => (capHeightPx === null ? [] : [capHeightPx]));
  const capHeightPx = Math.min(...heights, taken.photo.height);
  return {
    blur: taken.blurSigmaPx / capHeightPx,
    'motion-blur': taken.motionPx / capHeightPx,
    glare: Math.max(0, ...fields.map(({ glareShare }) => glareShare)),
    dark: facts.meanLuma,
    bright: facts.meanLuma,
    far: facts.dpi,
    'grey-copy': facts.chromaDeviation,
    'no-document': taken.secondShare > 0 ? 2 : 1,
    'cut-off': shareBeyond(taken, facts.corners),
    finger: Math.max(0, ...fields.map(({ coveredShare }) => coveredShare)),
    sleeve: facts.saturatedShare,
    screen: taken.gridContrast,
    'two-documents': taken.secondShare,
  };
}

type Facts = {
  readonly corners: readonly Point[];
  readonly elements: readonly ElementTruth[];
  readonly dpi: number;
  readonly meanLuma: number;
  readonly saturatedShare: number;
  readonly chromaDeviation: number;
};

function isReflection(taken: Taken, { point: [x, y] }: Probe): boolean {
  if (lightAt(taken.light, x, y, 3) < REFLECTION) return false;
  const [r, g, b] = colourAt(taken.photo, [x, y]);
  return Math.min(r, g, b) >= SATURATED;
}

function colourAt(photo: Pixels, [x, y]: Point): readonly [number, number, number] {
  const column = Math.max(0, Math.min(Math.floor(x), photo.width - 1));
  const row = Math.max(0, Math.min(Math.floor(y), photo.height - 1));
  const i = (row * photo.width + column) * 3;
  return [photo.data[i] ?? 0, photo.data[i + 1] ?? 0, photo.data[i + 2] ?? 0];
}

function isInFrame(photo: Pixels, [x, y]: Point): boolean {
  return x >= 0 && y >= 0 && x < photo.width && y < photo.height;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
