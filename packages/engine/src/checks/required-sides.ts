import type { DocumentSide } from '@vidimus/vocabulary';
import type { CheckSubject } from './check.ts';
import { locatedPages } from './located-pages.ts';
import { sidesShown } from './sides-shown.ts';

const FRONT: readonly DocumentSide[] = ['front'];
const BOTH: readonly DocumentSide[] = ['front', 'back'];
/** Below it the fields that were found do not make a document. */
const SCORE_MIN = 0.5;

/**
 * The sides that the document has something to read on; null where that cannot be told. Passports and visas have one page of data;
 * cards and licences have two sides: the zone (TD1, ICAO Doc 9303-5 §3), the bar code (AAMVA DL/ID 2020 §D.3), the table of categories
 * (ISO/IEC 18013-1 annex A) or the address. ID-1 is the size of cards alone.
 */
export function requiredSides({ kind, photos, ...rest }: CheckSubject): readonly DocumentSide[] | null {
  if (kind.type === 'passport' || kind.type === 'visa') return FRONT;
  if (kind.type !== null) return BOTH;
  const pages = locatedPages({ kind, photos, ...rest });
  return kind.score >= SCORE_MIN && pages.length > 0 && pages.every(({ page }) => page.format === 'ID-1') ? BOTH : null;
}

/** A required side that no page shows; undefined where none is missing, or where that cannot be told. */
export function missingSide(subject: CheckSubject): DocumentSide | undefined {
  const shown = new Set(sidesShown(subject).map(({ side }) => side));
  return requiredSides(subject)?.find((side) => !shown.has(side));
}
