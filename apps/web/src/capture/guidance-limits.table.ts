/**
 * What the live guidance goes by. Limits of the picture are those of the engine's checks as policies have them when nobody
 * set them (packages/vocabulary/src/policy.ts; a test holds the two together): the preview should neither ask for more than the
 * server does, nor let through what the server is sure to refuse.
 */
export const GUIDANCE_LIMITS = {
  /** Blur σ over the height of capitals: `thresholds.blur_to_text_height_max`, checks/sharp-enough.ts. */
  blurToTextHeightMax: 0.18,
  /** Capitals of fields, mm: NOMINAL_CAPITAL_MM of photo/quality/blur.ts. */
  capitalMm: 1.8,
  /**
   * Share of the document: a quarter of `thresholds.glare_share_max`, because checks/free-of-glare.ts refuses any reflection
   * that lies over print, and the preview does not know where print is.
   */
  glareShareMax: 0.0005,
  /** Mean luma of the document, 0–255: `thresholds.luma_min` and `luma_max`, checks/well-lit.ts. */
  lumaMin: 60,
  lumaMax: 227,
  /** Mean luma of the whole frame while no document is seen: with less a document would not stand out. */
  frameLumaMin: 40,
  /** Dots per inch of the photograph: `thresholds.dpi_min` and a tenth, for what an outline is off; checks/resolution-sufficient.ts. */
  dpiMin: 165,
  /**
   * Dots per inch from which on the frame on the screen is the photograph. A camera's own still takes it about a second, and is
   * worth it only where the frame is near the limit: of drawn documents whole frames of 180 dpi were approved 3 times of 6, of 205
   * dpi 7 of 8, of 230 and more always.
   */
  dpiOfFrame: 220,
  /**
   * Long edge of the document over that of the frame. What is smaller is too far away, or a field of a document that goes on
   * beyond the frame: of 84 drawn photographs the smallest whole one had 0.43, the largest field 0.35.
   */
  fillMin: 0.4,
  /** A corner nearer to the edge of the frame than this part of its long edge: the next tremor cuts it off (photo/quality/cut-off.ts allows 0.005). */
  edgeMargin: 0.008,
} as const;

/**
 * Long side over short side of the outline, at most: the type's own (1.42 and 1.586, a visa 1.5; the longer where a type has two
 * sizes) and 16 %, for a camera that is held askew. A longer one ends at a line of print, because the edge is out of sight: of 74
 * drawn photographs that were cut off four passed as good without this, with 1.75 to 1.93; of 34 whole ones two are lost.
 */
export const MOST_ASPECT = {
  passport: 1.65,
  identity_card: 1.84,
  driving_licence: 1.84,
  residence_permit: 1.84,
  visa: 1.74,
} as const;

/** Long edges as printed, mm: ISO/IEC 7810 ID-1 and ID-3, ICAO Doc 9303-7 MRV-A; the larger where a type has two sizes. */
export const LONG_EDGE_MM = {
  passport: 125,
  identity_card: 85.6,
  driving_licence: 85.6,
  residence_permit: 85.6,
  visa: 120,
} as const;
