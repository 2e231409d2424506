import type { Homography, PagePoint, PhotoPoint, Quad } from './geometry.ts';
import type { GreyImage, RgbImage } from './pixels.ts';

/** Card and book sizes of ISO/IEC 7810: ID-1 85.60×53.98 mm, ID-2 105×74 mm, ID-3 125×88 mm. ID-2 and ID-3 share their proportions. */
export type PageFormat = 'ID-1' | 'ID-2' | 'ID-3' | 'ID-2-or-ID-3' | 'unknown';

/** A line of text on the page, found once and handed to every witness. */
export type TextLine = {
  readonly quad: Quad<PagePoint>;
  readonly heightPx: number;
  /** The detector's score, 0–1. */
  readonly score: number;
};

export type PageEdge = 'top' | 'right' | 'bottom' | 'left';

/** A connected area of the page. `share` is its part of the page's area, 0–1. */
export type PageArea = { readonly quad: Quad<PagePoint>; readonly share: number; readonly strength: number };

/** A regular grid over the page; `values[row * columns + column]`, NaN where the cell holds nothing to measure. */
export type QualityMap = { readonly columns: number; readonly rows: number; readonly values: Float32Array };

/** Measured on the document only, never on the table around it. */
export type PageQuality = {
  /** Blur σ as a part of the text height (0 = sharp), per cell: ⅛ is the limit of what counts as readable. */
  readonly blurMap: QualityMap;
  /** The same over all cells with text or structure, as one figure. */
  readonly blurToTextHeight: number;
  readonly glare: readonly PageArea[];
  readonly covered: readonly PageArea[];
  /** Round holes punched through the page. */
  readonly holes?: readonly PageArea[];
  /** Mean luma of the document, 0–255, glare left out. */
  readonly meanLuma: number;
  /** Pixels of the photo per millimetre of the document along its long edge. */
  readonly pixelsPerMm: number;
  /** Pixels of the photo across the document's long edge. */
  readonly widthPx: number;
  /** Standard deviation of the chroma (Cb, Cr), 0–255; a grey copy stays under 1.5. */
  readonly chromaDeviation: number;
  /** None of a screen's lit panel, which the frame may cut although it shows the whole of a document. */
  readonly cutOffEdges: readonly PageEdge[];
  readonly cornersVisible: number;
  /** 0–1: how much the picture looks like a photograph of a screen. A hint, never a ground alone. */
  readonly recapture: number;
};

/** From this length of a page on, in pixels of the photo, the letters of the smallest document (ID-1, 85.6 mm; capitals of 1.6 mm) are 12 px high and can be read. */
export const READABLE_PX = 640;

/** A document, straightened and the right way up: what the witnesses read. */
export type StraightPage = {
  readonly image: RgbImage;
  readonly grey: GreyImage;
  readonly format: PageFormat;
  /** The document's corners; they may lie outside the frame when it is cut off. */
  readonly outline: Quad<PhotoPoint>;
  /** False: no outline was seen and the whole frame serves as the page. */
  readonly outlineFound: boolean;
  readonly pageToPhoto: Homography;
  readonly textLines: readonly TextLine[];
};

/** A page whose quality can be measured while the witnesses read it: no witness asks for it, and it takes some 80 ms and often a run of the outline network. Measured once, and remembered. */
export type UnmeasuredPage = StraightPage & { readonly measureQuality: () => Promise<PageQuality> };

/** A page, measured. */
export type Page = StraightPage & { readonly quality: PageQuality };

/** Why there is no page; names what was tried. */
export type NoPage = {
  readonly code: 'photo.document-not-found';
  readonly tried: readonly string[];
  readonly elapsedMs: number;
};

/** Width and height in pixels. */
export type PhotoFrame = { readonly width: number; readonly height: number; readonly noPage?: NoPage };

/** What one photo holds. `pages` begins with the one that the photo is of; more than one means several documents in the frame. */
export type LocatedPhoto = PhotoFrame & { readonly pages: readonly UnmeasuredPage[] };
