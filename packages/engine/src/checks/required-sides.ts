import type { DocumentSide } from '@vidimus/vocabulary';
import type { CheckSubject } from './check.ts';
import { locatedPages, mrzOf } from './located-pages.ts';
import { machineZoneOf } from './machine-zones.table.ts';

/**
 * The sides that must be shown; null where that cannot be told. A card needs both where its back carries the zone (TD1, ICAO Doc 9303-5 §3)
 * or the bar code (AAMVA DL/ID 2020 §D.3); a TD2 card has its zone on the front.
 */
export function requiredSides(subject: CheckSubject): readonly DocumentSide[] | null {
  const { kind } = subject;
  const front: readonly DocumentSide[] = ['front'];
  if (kind.type === null) return null;
  if (kind.type === 'passport' || kind.type === 'visa') return front;
  const pages = locatedPages(subject);
  const formats = pages.map((page) => mrzOf(page)?.format);
  const zone = machineZoneOf(kind);
  if (zone === 'barcode' || formats.includes('TD1')) return ['front', 'back'];
  if (zone === 'none' || formats.some((format) => format !== undefined)) return front;
  if (zone === 'unknown') return null;
  return pages.some(({ page }) => page.format !== 'ID-1' && page.format !== 'unknown') ? front : ['front', 'back'];
}

/** The sides that some page shows. */
export function shownSides(subject: CheckSubject): ReadonlySet<DocumentSide | 'unknown'> {
  return new Set(locatedPages(subject).map(({ reading }) => reading.side));
}
