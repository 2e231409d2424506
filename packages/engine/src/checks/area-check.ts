import type { Evidence, ReasonCode, Thresholds } from '@vidimus/vocabulary';
import type { Page, PageArea } from '../photo/index.ts';
import type { Check } from './check.ts';
import { fieldPlaces, hiddenField } from './hit-fields.ts';
import { hitShare, regionOf, toPhoto } from './photo-region.ts';
import { pictureCheck, rounded } from './picture-check.ts';
import { isHit } from './reading-weight.ts';

type AreaCheck = {
  readonly name: string;
  readonly code: ReasonCode;
  readonly measure: string;
  readonly detector: string;
  readonly areasOf: (page: Page) => readonly PageArea[];
  readonly limitOf: (thresholds: Thresholds) => number;
};

/** A claim that nothing lies over the page: over a field, read or missing, or over more than the limit of the whole page. */
export function areaCheck({ name, code, measure, detector, areasOf, limitOf }: AreaCheck): Check {
  return pictureCheck(name, code, (located, subject) => {
    const { page, mediaId } = located;
    const { thresholds } = subject.request.policy;
    const areas = areasOf(page);
    const common = { unit: 'share', media_id: mediaId, detector } as const;
    const byField = new Map<string, Evidence>();
    for (const { field, region } of fieldPlaces(subject, located)) {
      const share = hitShare(page, region, areas);
      const known = byField.get(field)?.observed;
      if (!isHit(share, thresholds) || (typeof known === 'number' && known >= share)) continue;
      byField.set(field, {
        measure: `${measure} of the field`,
        observed: rounded(share),
        threshold: thresholds.field_hit_share_max,
        ...common,
        field,
        region: regionOf(region),
      });
    }
    const total = areas.reduce((sum, { share }) => sum + share, 0);
    const largest = areas.toSorted((a, b) => b.share - a.share)[0];
    const whole: Evidence = {
      measure: `${measure} of the document`,
      observed: rounded(total),
      threshold: limitOf(thresholds),
      ...common,
      ...(largest ? { region: regionOf(toPhoto(page, largest.quad)) } : {}),
    };
    const hidden = hiddenField(subject, located, areas);
    if (hidden !== null && !byField.has(hidden.field)) {
      byField.set(hidden.field, {
        measure: `${measure} where the field is missing`,
        observed: rounded(hidden.area.share),
        ...common,
        field: hidden.field,
        region: regionOf(toPhoto(page, hidden.area.quad)),
      });
    }
    const found = [...byField.values(), ...(total > limitOf(thresholds) ? [whole] : [])];
    return { found, measured: [whole] };
  });
}
