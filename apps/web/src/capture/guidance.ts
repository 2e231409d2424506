/** What one frame of the camera says to whoever holds it. */
import type { LivePreview } from '@vidimus/engine/live';
import type { DocumentType } from '@vidimus/vocabulary';
import { GUIDANCE_LIMITS, LONG_EDGE_MM, MOST_ASPECT } from './guidance-limits.table.ts';

/** One thing to do; `good` is that nothing is left to do. */
export type Hint =
  | 'too_dark'
  | 'no_document'
  | 'too_bright'
  | 'cut_off'
  | 'too_far'
  | 'glare'
  | 'blurry'
  | 'hold_still'
  | 'good';

export type Size = { readonly width: number; readonly height: number };

/** A frame that was looked at: `frame` is the size that was looked at, `still` that of the photograph to come. */
export type SeenFrame = {
  readonly preview: LivePreview;
  readonly frame: Size;
  readonly still: Size;
  readonly documentType: DocumentType;
};

const MM_PER_INCH = 25.4;

/** The most pressing thing first: light, then place, then sharpness; what is mended last is told last. */
export function hintOf({ preview, frame, still, documentType }: SeenFrame): Exclude<Hint, 'hold_still'> {
  const { outline, meanLuma, blurSigmaPx, widthPx, glare } = preview;
  if (outline === null) return meanLuma < GUIDANCE_LIMITS.frameLumaMin ? 'too_dark' : 'no_document';
  if (meanLuma < GUIDANCE_LIMITS.lumaMin) return 'too_dark';
  if (meanLuma > GUIDANCE_LIMITS.lumaMax) return 'too_bright';
  const margin = GUIDANCE_LIMITS.edgeMargin * longEdge(frame);
  const isAtEdge = outline.some(
    ({ x, y }) => x < margin || y < margin || x > frame.width - margin || y > frame.height - margin,
  );
  if (isAtEdge || aspectOf(outline) > MOST_ASPECT[documentType]) return 'cut_off';
  const pxPerMm = widthPx / LONG_EDGE_MM[documentType];
  const dpi = dotsPerInch({ preview, frame, still, documentType });
  if (dpi < GUIDANCE_LIMITS.dpiMin || widthPx < GUIDANCE_LIMITS.fillMin * longEdge(frame)) return 'too_far';
  const glareShare = glare.reduce((sum, { share }) => sum + share, 0);
  if (glareShare > GUIDANCE_LIMITS.glareShareMax) return 'glare';
  if (blurSigmaPx > GUIDANCE_LIMITS.blurToTextHeightMax * GUIDANCE_LIMITS.capitalMm * pxPerMm) return 'blurry';
  return 'good';
}

/** How finely a frame at its full size shows the document; 0 while none is seen. */
export function dotsPerInch({ preview, frame, still, documentType }: SeenFrame): number {
  return (preview.widthPx / LONG_EDGE_MM[documentType]) * (longEdge(still) / longEdge(frame)) * MM_PER_INCH;
}

/** Whether a camera that gives such pictures can show the document large enough while all of it is in the frame. */
export function isCameraGoodEnough(still: Size, documentType: DocumentType): boolean {
  const widest = longEdge(still) * (1 - 2 * WIDEST_MARGIN);
  return (widest / LONG_EDGE_MM[documentType]) * MM_PER_INCH >= GUIDANCE_LIMITS.dpiMin;
}

/** Nobody fills a frame to its edges: this part of it stays free on either side. */
const WIDEST_MARGIN = 0.08;

/** Of a rectangle seen askew: its long sides over its short ones. */
function aspectOf([a, b, c, d]: NonNullable<LivePreview['outline']>): number {
  const across = distance(a, b) + distance(c, d);
  const down = distance(b, c) + distance(d, a);
  return Math.max(across, down) / Math.min(across, down);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

type Point = { readonly x: number; readonly y: number };

function longEdge({ width, height }: Size): number {
  return Math.max(width, height);
}
