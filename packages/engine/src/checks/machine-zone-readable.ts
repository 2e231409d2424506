import type { CheckResult, DocumentSide, Evidence } from '@vidimus/vocabulary';
import type { Check, CheckSubject } from './check.ts';
import { failed, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { barcodeOf, type LocatedPage, locatedPages, mrzOf, whyNoPage } from './located-pages.ts';
import { machineZoneOf } from './machine-zones.table.ts';
import { doubtfulCharacters, naming } from './named-characters.ts';
import { pageRegion, regionOf } from './photo-region.ts';
import { placeOfMissingZone } from './place-of-missing-zone.ts';
import { sidesShown } from './sides-shown.ts';

const NAME = 'machine-zone-readable';

/** The machine-readable zone or the bar code was read, where this kind of document carries one. */
export const machineZoneReadable: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const pages = locatedPages(subject);
    const read = pages.flatMap((page): readonly Evidence[] => [
      ...(mrzOf(page) ? [evidenceOf(subject, page, 'mrz', true)] : []),
      ...(barcodeOf(page) ? [evidenceOf(subject, page, 'barcode', true)] : []),
    ]);
    if (read.length > 0) return passed(NAME, ...read);

    const zone = machineZoneOf(subject.kind);
    if (zone === 'none') return notApplicable(NAME, 'this document carries no machine-readable zone');
    if (zone === 'unknown') return notPerformed(NAME, 'the kind of document could not be told');
    const side = sideOfZone(subject);
    const onePaged = subject.kind.type === 'passport' || subject.kind.type === 'visa';
    const page = onePaged ? pages[0] : sidesShown(subject).find((shown) => shown.side === side)?.located;
    if (!page) return notPerformed(NAME, `the ${side} was not given`);
    return failed(NAME, 'machine_zone_unreadable', [evidenceOf(subject, page, zone, false)]);
  },
};

/** Where a card's zone or bar code stands: on the back of ID-1, on the front of ID-2 (ICAO Doc 9303-5, -6). */
function sideOfZone(subject: CheckSubject): DocumentSide {
  return locatedPages(subject).some(({ page }) => page.format === 'ID-2-or-ID-3' || page.format === 'ID-2')
    ? 'front'
    : 'back';
}

function evidenceOf({ kind }: CheckSubject, located: LocatedPage, zone: 'mrz' | 'barcode', read: boolean): Evidence {
  const { mediaId, page, reading } = located;
  const attempt = reading[zone];
  const tried = 'tried' in attempt ? [...attempt.tried] : [];
  const rejected = zone === 'mrz' && 'tried' in reading.mrz ? reading.mrz.rejected : undefined;
  const isMissing = zone === 'mrz' && !read;
  return {
    measure: 'machine-readable part read',
    observed: read,
    threshold: 'read',
    region: isMissing ? regionOf(placeOfMissingZone(located, kind, rejected)) : pageRegion(page),
    ...naming(rejected ? doubtfulCharacters(rejected) : []),
    media_id: mediaId,
    detector: zone,
    facts: tried.length > 0 ? { zone, tried } : { zone },
  };
}
