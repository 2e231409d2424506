import type { Evidence, ReasonCode, Thresholds } from '@vidimus/vocabulary';
import type { Page, PageArea } from '../photo/index.ts';
import type { Check, CheckSubject } from './check.ts';
import { fieldPlaces } from './field-places.ts';
import { hiddenField } from './hidden-field.ts';
import type { LocatedPage } from './located-pages.ts';
import { hitShare, regionOf, toPhoto, totalShare } from './photo-region.ts';
import { pictureCheck } from './picture-check.ts';
import { isHit } from './reading-weight.ts';
import { rounded } from './rounded.ts';
import { touchesPrint } from './touches-print.ts';

type AreaCheck = {
  readonly name: string;
  readonly code: ReasonCode;
  readonly measure: string;
  readonly detector: string;
  readonly areasOf: (page: Page) => readonly PageArea[];
  /** The most that may lie under the areas, as a share of the page, 0–1. */
  readonly limitOf: (thresholds: Thresholds) => number;
  /** Whatever touches a line of print counts, read or not: for areas that are never wrong about where they are. */
  readonly countsOverPrint?: boolean;
};

/** A claim that nothing lies over the page: over a field, read or missing, or over more than the limit of the whole page. */
export function areaCheck(claim: AreaCheck): Check {
  return pictureCheck(claim.name, claim.code, (located, subject) => {
    const limit = claim.limitOf(subject.request.policy.thresholds);
    const areas = claim.areasOf(located.page);
    const byField = hitFields(claim, subject, located, areas);
    const hidden = hiddenField(subject, located, areas);
    const missing = hidden !== null && !byField.has(hidden.field) ? [hiddenEvidence(claim, located, hidden)] : [];
    const whole = wholeEvidence(claim, located, areas, limit);
    const tooMuch = totalShare(areas) > limit ? [whole] : [];
    const found = [...byField.values(), ...missing, ...tooMuch];
    const overPrint = claim.countsOverPrint && found.length === 0 ? printEvidence(claim, located, areas) : [];
    return { found: [...found, ...overPrint], measured: [whole] };
  });
}

/** One evidence a field, of the place that is hit most: a field may be read by two witnesses. */
function hitFields(
  claim: AreaCheck,
  subject: CheckSubject,
  located: LocatedPage,
  areas: readonly PageArea[],
): ReadonlyMap<string, Evidence> {
  const { thresholds } = subject.request.policy;
  const byField = new Map<string, Evidence>();
  for (const { field, region } of fieldPlaces(subject, located)) {
    const share = hitShare(located.page, region, areas);
    const known = byField.get(field)?.observed;
    if (!isHit(share, thresholds) || (typeof known === 'number' && known >= share)) continue;
    byField.set(field, {
      measure: `${claim.measure} of the field`,
      observed: rounded(share),
      threshold: thresholds.field_hit_share_max,
      ...commonOf(claim, located),
      field,
      region: regionOf(region),
    });
  }
  return byField;
}

function hiddenEvidence(
  claim: AreaCheck,
  located: LocatedPage,
  { field, area }: NonNullable<ReturnType<typeof hiddenField>>,
): Evidence {
  return {
    measure: `${claim.measure} where the field is missing`,
    observed: rounded(area.share),
    ...commonOf(claim, located),
    field,
    region: regionOf(toPhoto(located.page, area.quad)),
  };
}

/** The first area that touches a line, whatever the line says: under a reflection even a label cannot be read. */
function printEvidence(claim: AreaCheck, located: LocatedPage, areas: readonly PageArea[]): readonly Evidence[] {
  const area = areas.find(({ quad }) => touchesPrint(located.page, quad));
  if (!area) return [];
  const evidence: Evidence = {
    measure: `${claim.measure} over print`,
    observed: rounded(area.share),
    ...commonOf(claim, located),
    region: regionOf(toPhoto(located.page, area.quad)),
  };
  return [evidence];
}

function wholeEvidence(claim: AreaCheck, located: LocatedPage, areas: readonly PageArea[], limit: number): Evidence {
  const largest = areas.toSorted((a, b) => b.share - a.share)[0];
  return {
    measure: `${claim.measure} of the document`,
    observed: rounded(totalShare(areas)),
    threshold: limit,
    ...commonOf(claim, located),
    ...(largest ? { region: regionOf(toPhoto(located.page, largest.quad)) } : {}),
  };
}

function commonOf({ detector }: AreaCheck, { mediaId }: LocatedPage): Pick<Evidence, 'unit' | 'media_id' | 'detector'> {
  return { unit: 'share', media_id: mediaId, detector };
}
