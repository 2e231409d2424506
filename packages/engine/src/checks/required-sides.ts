import type { DocumentSide } from '@vidimus/vocabulary';
import type { CheckSubject } from './check.ts';
import { LAYOUT_SCORE_MIN } from './layout-score.ts';
import { locatedPages } from './located-pages.ts';
import { pictureFault } from './picture-fault.ts';
import { sidesShown } from './sides-shown.ts';

const FRONT: readonly DocumentSide[] = ['front'];
const BOTH: readonly DocumentSide[] = ['front', 'back'];

/**
 * The sides that the document has something to read on; null where that cannot be told. Passports and visas have one page of data;
 * cards and licences have two sides: the zone (TD1, ICAO Doc 9303-5 §3), the bar code (AAMVA DL/ID 2020 §D.3), the table of categories
 * (ISO/IEC 18013-1 annex A) or the address. ID-1 is the size of cards alone, where the picture is clear enough to believe it.
 */
export function requiredSides(subject: CheckSubject): readonly DocumentSide[] | null {
  const { type, score } = subject.kind;
  if (type === 'passport' || type === 'visa') return FRONT;
  if (type !== null) return BOTH;
  if (pictureFault(subject) !== null) return null;
  const pages = locatedPages(subject);
  const areCards = pages.length > 0 && pages.every(({ page }) => page.format === 'ID-1');
  return areCards && score >= LAYOUT_SCORE_MIN ? BOTH : null;
}

/** The first required side that no page shows; undefined where none is missing, or where that cannot be told. */
export function missingSide(subject: CheckSubject): DocumentSide | undefined {
  const shown = new Set(sidesShown(subject).map(({ side }) => side));
  return requiredSides(subject)?.find((side) => !shown.has(side));
}
