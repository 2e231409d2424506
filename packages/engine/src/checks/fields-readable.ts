import type { CheckResult, Evidence, FieldName } from '@vidimus/vocabulary';
import { bestReading } from './best-reading.ts';
import type { Check, CheckSubject } from './check.ts';
import { failedIfAny, notApplicable, notPerformed } from './check-outcome.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { fieldsNotRead } from './fields-not-read.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';
import { charactersOfReading, naming } from './named-characters.ts';
import { pageRegion, regionOf } from './photo-region.ts';
import { missingSide } from './required-sides.ts';
import { rounded } from './rounded.ts';
import { sidesShown } from './sides-shown.ts';

const NAME = 'fields-readable';

/** Every required field that the document prints was read with enough confidence by some witness. */
export const fieldsReadable: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const { required_fields } = subject.request.policy;
    if (required_fields.length === 0) return notApplicable(NAME, 'the policy requires no field');
    const { unreadable } = fieldsNotRead(subject);
    if (unreadable.length > 0 && !subject.fields.some(({ field }) => required_fields.includes(field))) {
      return notPerformed(NAME, 'no required field was seen');
    }
    const isSideWanted = missingSide(subject) !== undefined || sidesShown(subject).some((one) => one.isRepeated);
    if (unreadable.length > 0 && isSideWanted) return notPerformed(NAME, 'a side of the document is missing');
    const measured = required_fields.filter((field) => bestReading(subject, field));
    return failedIfAny(
      NAME,
      'field_unreadable',
      unreadable.map((field) => evidenceOf(subject, field)),
      measured.map((field) => evidenceOf(subject, field)),
    );
  },
};

function evidenceOf(subject: CheckSubject, field: FieldName): Evidence {
  const reading = bestReading(subject, field);
  const common = {
    measure: 'reading confidence',
    observed: rounded(reading?.confidence ?? 0),
    threshold: subject.request.policy.thresholds.field_confidence_min,
    unit: '0–1',
    field,
  } as const;
  if (reading) {
    const { witness } = reading;
    const characters = naming(charactersOfReading(subject, reading));
    return { ...common, sources: [sourceOf(reading)], ...placeOf(reading), ...characters, detector: witness };
  }
  return { ...common, ...placeOfLabel(subject, field), detector: 'visual_zone' };
}

/** Where the field's label stands; without one, the first page as a whole. */
function placeOfLabel(subject: CheckSubject, field: FieldName): Pick<Evidence, 'region' | 'media_id'> {
  const pages = locatedPages(subject);
  for (const { mediaId, reading } of pages) {
    const label = reading.visualZone.labelsWithoutValue.find((one) => one.field === field);
    if (label) return { region: regionOf(label.region), media_id: mediaId };
  }
  const [first] = pages;
  return first ? { region: pageRegion(first.page), media_id: first.mediaId } : {};
}
