import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failed, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { barcodeOf, type LocatedPage, locatedPages, mrzOf, whyNoPage } from './located-pages.ts';
import { machineZoneOf } from './machine-zones.table.ts';
import { pageRegion } from './photo-region.ts';
import { requiredSides, shownSides } from './required-sides.ts';

const NAME = 'machine-zone-readable';

/** The machine-readable zone or the bar code was read, where this kind of document carries one. */
export const machineZoneReadable: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const pages = locatedPages(subject);
    const read = pages.flatMap((page): readonly Evidence[] => [
      ...(mrzOf(page) ? [evidenceOf(page, 'mrz', true)] : []),
      ...(barcodeOf(page) ? [evidenceOf(page, 'barcode', true)] : []),
    ]);
    if (read.length > 0) return passed(NAME, ...read);

    const zone = machineZoneOf(subject.kind);
    if (zone === 'none') return notApplicable(NAME, 'this document carries no machine-readable zone');
    if (zone === 'unknown') return notPerformed(NAME, 'the kind of document could not be told');
    const sides = requiredSides(subject) ?? [];
    const side = sides.includes('back') ? 'back' : 'front';
    if (sides.length > 1 && !shownSides(subject).has(side)) return notPerformed(NAME, `the ${side} was not given`);
    const page = pages.find(({ reading }) => reading.side === side) ?? pages[0];
    return page
      ? failed(NAME, 'machine_zone_unreadable', [evidenceOf(page, zone, false)])
      : notPerformed(NAME, 'no page');
  },
};

function evidenceOf({ mediaId, page, reading }: LocatedPage, zone: 'mrz' | 'barcode', read: boolean): Evidence {
  const attempt = reading[zone];
  const tried = 'tried' in attempt ? [...attempt.tried] : [];
  return {
    measure: 'machine-readable part read',
    observed: read,
    region: pageRegion(page),
    media_id: mediaId,
    detector: zone,
    facts: tried.length > 0 ? { zone, tried } : { zone },
  };
}
