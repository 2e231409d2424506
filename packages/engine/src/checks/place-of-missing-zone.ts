import type { PhotoPoint, Quad } from '../photo/index.ts';
import type { DocumentKind, MrzReading } from '../reading/index.ts';
import type { LocatedPage } from './located-pages.ts';
import { placeOfZone } from './named-characters.ts';
import { toPhoto } from './photo-region.ts';

/** The zone is the lowest 23.2 mm of its page (ICAO Doc 9303-3 §4.4). */
const ZONE_MM = 23.2;
/** Heights of the pages: ISO/IEC 7810 ID-1, ID-2 and ID-3; visas of format A are 80 mm high at least (9303-7 §3.3). */
const ID_1_MM = 53.98;
const ID_2_MM = 74;
const ID_3_MM = 88;

/** Where a zone that was not read stands: as far as it was seen, or where the standard puts it on a page that is seen whole. */
export function placeOfMissingZone(
  { page }: LocatedPage,
  kind: DocumentKind,
  rejected: MrzReading | undefined,
): Quad<PhotoPoint> {
  const seen = rejected === undefined ? null : placeOfZone(rejected);
  if (seen) return seen;
  const { width, height } = page.image;
  if (!page.outlineFound || height >= width) return page.outline;
  const pageMm = page.format === 'ID-1' ? ID_1_MM : kind.type === 'passport' ? ID_3_MM : ID_2_MM;
  const top = height * (1 - ZONE_MM / pageMm);
  return toPhoto(page, [
    { x: 0, y: top },
    { x: width, y: top },
    { x: width, y: height },
    { x: 0, y: height },
  ]);
}
