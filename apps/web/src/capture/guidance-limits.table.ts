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
  /**
   * Dots per inch of the photograph that comes: never less than `thresholds.dpi_min` and a tenth, for what an outline is off
   * (checks/resolution-sufficient.ts); and `thresholds.dpi_warn` and a twentieth, from which on the check says nothing of it, wherever the
   * camera can give so many. Of 88 drawn documents at 160 to 219 dpi (tune, seeds 2001–2011, by `far`) the engine called none coarse; 80
   * were approved, and the others were blurred. Of outlines that were right the dots were off by −8 to +3 %.
   */
  dpiMin: 165,
  dpiWanted: 210,
  /** Who cannot come so near is asked for this part of what the camera could show with all of the document in the frame. */
  reachableShare: 0.95,
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
  /**
   * Proportions of the flat document over those of its type. Of 168 drawn frames (tune, seeds 3001–3012) whole documents whose outline was
   * right lay at 0.97 to 1.04, one at 1.08; an outline that ends at a line of print, because the edge is out of sight, at 0.77 to 1.38.
   */
  aspectMin: 0.93,
  aspectMax: 1.08,
  /** How far edges may go on beyond a side: in the same frames at most 0.13 of whole documents, 0.3 to 1 of most that were cut off. */
  goesOnMax: 0.3,
} as const;

/** Long and short edges of the sizes that a type comes in, mm: ISO/IEC 7810 ID-1, ID-2 and ID-3, ICAO Doc 9303-7 MRV-A. */
export const SIZES_MM = {
  passport: [[125, 88]],
  identity_card: [
    [85.6, 53.98],
    [105, 74],
  ],
  driving_licence: [[85.6, 53.98]],
  residence_permit: [
    [85.6, 53.98],
    [105, 74],
  ],
  visa: [
    [120, 80],
    [105, 74],
  ],
} as const;

/** Long edges as printed, mm: ISO/IEC 7810 ID-1 and ID-3, ICAO Doc 9303-7 MRV-A; the larger where a type has two sizes. */
export const LONG_EDGE_MM = {
  passport: 125,
  identity_card: 85.6,
  driving_licence: 85.6,
  residence_permit: 85.6,
  visa: 120,
} as const;
