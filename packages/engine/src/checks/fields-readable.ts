import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notApplicable, notPerformed } from './check-outcome.ts';
import { bestReading, placeOf, sourceOf } from './field-evidence.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';
import { regionOf } from './photo-region.ts';
import { rounded } from './picture-check.ts';

const NAME = 'fields-readable';

/** Every required field that the document prints was read with enough confidence. */
export const fieldsReadable: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const { required_fields, thresholds } = subject.request.policy;
    if (required_fields.length === 0) return notApplicable(NAME, 'the policy requires no field');
    const measured: Evidence[] = [];
    const found: Evidence[] = [];
    for (const field of required_fields) {
      const reading = bestReading(subject, field);
      const common = {
        measure: 'reading confidence',
        threshold: thresholds.field_confidence_min,
        unit: '0–1',
        field,
      } as const;
      if (reading) {
        const evidence: Evidence = {
          ...common,
          observed: rounded(reading.confidence),
          sources: [sourceOf(reading)],
          ...placeOf(reading),
          detector: reading.witness,
        };
        measured.push(evidence);
        if (reading.confidence < thresholds.field_confidence_min) found.push(evidence);
        continue;
      }
      for (const { mediaId, reading: side } of locatedPages(subject)) {
        const label = side.visualZone.labelsWithoutValue.find((one) => one.field === field);
        if (label) {
          found.push({
            ...common,
            observed: 0,
            region: regionOf(label.region),
            media_id: mediaId,
            detector: 'visual_zone',
          });
        }
      }
    }
    if (found.length === 0 && measured.length === 0) return notPerformed(NAME, 'no required field was seen');
    return failedIfAny(NAME, 'field_unreadable', found, measured);
  },
};
