import type { PhotoPoint, Quad } from '../geometry.ts';
import type { PageFormat } from '../page.ts';

/**
 * Long edges of ISO/IEC 7810. ID-2 and ID-3 look alike: half-way between them is wrong by less than a tenth. What has neither's
 * proportions is most often a visa (ICAO 9303-7: 105 or 120 mm) or a card whose outline was not met.
 */
const LONG_EDGE_MM = {
  'ID-1': 85.6,
  'ID-2': 105,
  'ID-3': 125,
  'ID-2-or-ID-3': 115,
  unknown: 105,
} as const satisfies Record<PageFormat, number>;

export type Resolution = { readonly pixelsPerMm: number; readonly widthPx: number };

/** Photo pixels across the document's long edge: the mean of the two long sides. */
export function resolutionOf(outline: Quad<PhotoPoint>, format: PageFormat): Resolution {
  const side = (i: 0 | 1 | 2 | 3, j: 0 | 1 | 2 | 3) =>
    Math.hypot(outline[j].x - outline[i].x, outline[j].y - outline[i].y);
  const widthPx = Math.max((side(0, 1) + side(3, 2)) / 2, (side(0, 3) + side(1, 2)) / 2);
  return { widthPx, pixelsPerMm: widthPx / LONG_EDGE_MM[format] };
}
