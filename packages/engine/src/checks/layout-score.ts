/**
 * From this score on a layout is known: between that of a page with enough fields for a document (0.6) and that of a page with a few
 * (0.35), as `recogniseKind` scores them.
 */
export const LAYOUT_SCORE_MIN = 0.5;
