import type { Point } from './homography.ts';
import type { Random } from './random.ts';
import { cornersOf, type Sheet } from './sheet.ts';
import { type Pose, type View, viewFrom } from './view.ts';

/** Where the camera may stand. Scale is measured along the document's long edge in the photograph. */
export type StandRequest = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rotationDegrees: number;
  readonly tiltDegrees: number;
  readonly tiltDirectionDegrees: number;
  readonly distortion: number;
  /** Sheets that must be in the frame; the first is the document. */
  readonly inFrame: readonly Sheet[];
  /** Wanted scale; less where the frame is too small. */
  readonly pixelsPerMm: { readonly least: number; readonly most: number };
  /** The frame's part that the document may span, of its width or height. */
  readonly span: { readonly least: number; readonly most: number };
  /** Move the document over an edge of the frame until this share of its extent lies beyond. */
  readonly cutOff?: { readonly edge: 'left' | 'right' | 'top' | 'bottom'; readonly share: number };
};

/** Finds a stand from which the sheets fill the frame as wanted, anywhere in it. */
export function chooseStand(request: StandRequest, random: Random): View {
  const at = (pixelsPerMm: number, offsetPx: Point): View => viewFrom(poseAt(request, pixelsPerMm, offsetPx));
  const fits = (pixelsPerMm: number, span: number): boolean => {
    const box = boxOf(at(pixelsPerMm, [0, 0]), request.inFrame);
    return box.width <= span * request.widthPx && box.height <= span * request.heightPx;
  };
  const largest = largestThat((scale) => fits(scale, request.span.most), request);
  const smallest = largestThat((scale) => fits(scale, request.span.least), request);
  const low = Math.min(largest, Math.max(smallest, request.pixelsPerMm.least));
  const high = Math.max(low, Math.min(largest, request.pixelsPerMm.most));
  let scale = low * (high / low) ** random.next();
  const [right, down] = [random.between(-1, 1), random.between(-1, 1)];
  for (let attempt = 0; attempt < MOVE_ATTEMPTS; attempt++) {
    const centred = boxOf(at(scale, [0, 0]), request.inFrame);
    const offset = offsetFor(request, centred, right, down);
    const view = at(scale, offset);
    if (request.cutOff !== undefined || isInside(boxOf(view, request.inFrame), request)) return view;
    scale *= 0.98;
  }
  return at(scale, [0, 0]);
}

const MOVE_ATTEMPTS = 12;
const BISECTIONS = 24;
/** Clear of the frame's edge by this part of its width, so that "all four corners in view" is plain to see. */
const MARGIN = 0.012;

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

function poseAt(request: StandRequest, pixelsPerMm: number, offsetPx: Point): Pose {
  const { widthPx, heightPx, rotationDegrees, tiltDegrees, tiltDirectionDegrees, distortion } = request;
  return { widthPx, heightPx, rotationDegrees, tiltDegrees, tiltDirectionDegrees, distortion, pixelsPerMm, offsetPx };
}

function largestThat(fits: (pixelsPerMm: number) => boolean, request: StandRequest): number {
  let low = 0.01;
  let high = Math.max(request.widthPx, request.heightPx) / 10;
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = Math.sqrt(low * high);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function offsetFor(request: StandRequest, box: Box, right: number, down: number): Point {
  const margin = MARGIN * request.widthPx;
  const centreX = box.left + box.width / 2 - request.widthPx / 2;
  const centreY = box.top + box.height / 2 - request.heightPx / 2;
  const slackX = Math.max(0, (request.widthPx - box.width) / 2 - margin);
  const slackY = Math.max(0, (request.heightPx - box.height) / 2 - margin);
  const x = slackX * right - centreX;
  const y = slackY * down - centreY;
  if (request.cutOff === undefined) return [x, y];
  const { edge, share } = request.cutOff;
  const overX = request.widthPx / 2 - box.width / 2 + share * box.width;
  const overY = request.heightPx / 2 - box.height / 2 + share * box.height;
  if (edge === 'left') return [-overX - centreX, y];
  if (edge === 'right') return [overX - centreX, y];
  if (edge === 'top') return [x, -overY - centreY];
  return [x, overY - centreY];
}

function isInside(box: Box, request: StandRequest): boolean {
  return (
    box.left >= 0 && box.top >= 0 && box.left + box.width <= request.widthPx && box.top + box.height <= request.heightPx
  );
}

function boxOf(view: View, sheets: readonly Sheet[]): Box {
  const corners = sheets.flatMap((sheet) => cornersOf(sheet).map(view.toPhoto));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
