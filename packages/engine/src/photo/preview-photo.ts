import { downscale } from './downscale.ts';
import type { Homography, PagePoint, PhotoPoint, Quad } from './geometry.ts';
import { applyHomography, homographyBetween } from './homography.ts';
import { trueAspect } from './outline/true-aspect.ts';
import type { RgbImage } from './pixels.ts';
import { previewOutline } from './preview-outline.ts';
import { ON_PAGE } from './quality/blur.ts';
import { denoise } from './quality/denoise.ts';
import { edgeWidth } from './quality/edge-width.ts';
import { findGlare } from './quality/glare.ts';
import { lightAndColour } from './quality/light-and-colour.ts';
import { straighten } from './straighten.ts';

/** What can be said about a camera frame while the shutter waits. */
export type LivePreview = {
  /** Null while no rectangle stands out from the table. */
  readonly outline: Quad<PhotoPoint> | null;
  /** Long edge of the document in pixels of the frame; 0 without an outline. */
  readonly widthPx: number;
  /** Long side over short side of the flat document, as far as perspective tells; 0 without an outline. */
  readonly aspect: number;
  /** 0–1: how much of two opposite edges goes on beyond a side of the outline, as of a document that is cut off; of a whole one hardly anything. */
  readonly goesOn: number;
  /** Blur σ in pixels of the frame. */
  readonly blurSigmaPx: number;
  readonly meanLuma: number;
  /** Reflections, where they lie in the frame; `share` is the part of the document's area, 0–1. */
  readonly glare: readonly { readonly quad: Quad<PhotoPoint>; readonly share: number }[];
};

/** Pages of a preview are this wide: glare and blur are judged, nothing is read. */
const PREVIEW_LONG_EDGE = 640;
const SEARCH_LONG_EDGE = 320;
/**
 * In a frame of a camera the blur's σ is as wide as the rim of a reflection, and most reflections were taken for white panels. Half of it
 * found 6 of the 12 that had passed as good in drawn frames (tune, seeds 3001–3012), and none in 31 without.
 */
const BLUR_OF_RIM = 0.5;

/** Outline and quality of one camera frame, without models: a few milliseconds for a frame of a megapixel. */
export function previewPhoto(frame: RgbImage): LivePreview {
  const small = downscale(frame, SEARCH_LONG_EDGE);
  const found = previewOutline(small);
  if (found === null) {
    const { meanLuma } = lightAndColour(small);
    return { outline: null, widthPx: 0, aspect: 0, goesOn: 0, blurSigmaPx: 0, meanLuma, glare: [] };
  }
  const k = frame.width / small.width;
  const scaled = (p: PhotoPoint): PhotoPoint => ({ x: p.x * k, y: p.y * k });
  const [a, b, c, d] = found.quad;
  const outline: Quad<PhotoPoint> = [scaled(a), scaled(b), scaled(c), scaled(d)];
  const aspect = trueAspect(outline, frame.width, frame.height);
  const width = Math.round(aspect >= 1 ? PREVIEW_LONG_EDGE : PREVIEW_LONG_EDGE * aspect);
  const height = Math.round(aspect >= 1 ? PREVIEW_LONG_EDGE / aspect : PREVIEW_LONG_EDGE);
  const map = homographyBetween(
    [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    outline,
  );
  const across = Math.hypot(outline[1].x - outline[0].x, outline[1].y - outline[0].y);
  const page = straighten(frame, map, width, height, across / width);
  const edge = edgeWidth(denoise(page.grey), { left: 0, top: 0, right: width, bottom: height, ...ON_PAGE });
  const widthPx = Math.max(across, Math.hypot(outline[3].x - outline[0].x, outline[3].y - outline[0].y));
  return {
    outline,
    widthPx,
    aspect: Math.max(aspect, 1 / aspect),
    goesOn: found.goesOn,
    blurSigmaPx: ((edge?.sigma ?? 0) * across) / width,
    meanLuma: lightAndColour(page.image).meanLuma,
    glare: findGlare(page.image, BLUR_OF_RIM * (edge?.sigma ?? 0)).areas.map(({ quad, share }) => ({
      quad: onFrame(map, quad),
      share,
    })),
  };
}

function onFrame(map: Homography, [a, b, c, d]: Quad<PagePoint>): Quad<PhotoPoint> {
  const at = ({ x, y }: PagePoint): PhotoPoint => applyHomography(map, x, y);
  return [at(a), at(b), at(c), at(d)];
}
