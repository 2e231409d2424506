/** What one frame of the camera says to whoever holds it. */
import type { LivePreview } from '@vidimus/engine/live';
import type { DocumentType } from '@vidimus/vocabulary';
import { GUIDANCE_LIMITS, LONG_EDGE_MM, SIZES_MM } from './guidance-limits.table.ts';

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
  const { outline, aspect, goesOn, meanLuma, blurSigmaPx, widthPx, glare } = preview;
  if (outline === null) return meanLuma < GUIDANCE_LIMITS.frameLumaMin ? 'too_dark' : 'no_document';
  if (meanLuma < GUIDANCE_LIMITS.lumaMin) return 'too_dark';
  if (meanLuma > GUIDANCE_LIMITS.lumaMax) return 'too_bright';
  const margin = GUIDANCE_LIMITS.edgeMargin * longEdge(frame);
  const isAtEdge = outline.some(
    ({ x, y }) => x < margin || y < margin || x > frame.width - margin || y > frame.height - margin,
  );
  if (isAtEdge || goesOn > GUIDANCE_LIMITS.goesOnMax || !isWhole(aspect, documentType)) return 'cut_off';
  const pxPerMm = widthPx / LONG_EDGE_MM[documentType];
  const dpi = dotsPerInch({ preview, frame, still, documentType });
  if (dpi < dpiNeeded(still, documentType) || widthPx < GUIDANCE_LIMITS.fillMin * longEdge(frame)) return 'too_far';
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
  return dpiReachable(still, documentType) >= GUIDANCE_LIMITS.dpiMin;
}

/** As many dots as the check wants, or nearly as many as this camera can give, but never fewer than the check takes. */
function dpiNeeded(still: Size, documentType: DocumentType): number {
  const nearlyAll = GUIDANCE_LIMITS.reachableShare * dpiReachable(still, documentType);
  return Math.max(GUIDANCE_LIMITS.dpiMin, Math.min(GUIDANCE_LIMITS.dpiWanted, nearlyAll));
}

/** Of the document lying in the frame as the person sees it: a phone that stands upright has less room across. */
function dpiReachable({ width, height }: Size, documentType: DocumentType): number {
  const [[long, short]] = SIZES_MM[documentType];
  return Math.min(width / long, height / short) * (1 - 2 * WIDEST_MARGIN) * MM_PER_INCH;
}

/** Nobody fills a frame to its edges: this part of it stays free on either side. */
const WIDEST_MARGIN = 0.08;

/** Whether the outline has the proportions of one of the type's sizes. */
function isWhole(aspect: number, documentType: DocumentType): boolean {
  return SIZES_MM[documentType].some(([long, short]) => {
    const off = (aspect * short) / long;
    return off >= GUIDANCE_LIMITS.aspectMin && off <= GUIDANCE_LIMITS.aspectMax;
  });
}

function longEdge({ width, height }: Size): number {
  return Math.max(width, height);
}
