import type { FieldName } from '@vidimus/vocabulary';
import type { PageArea } from '../photo/index.ts';
import type { CheckSubject } from './check.ts';
import { fieldPlaces } from './field-places.ts';
import type { LocatedPage } from './located-pages.ts';
import { hitShare } from './photo-region.ts';

/** With fewer fields in print a page is no page of labels, or was hardly read. */
const FEWEST_PRINTED = 4;

/**
 * The field that something hides together with its label: the one required field that the print does not show, on a page of which
 * most was read. Null where several are missing, or where the areas lie on other fields.
 */
export function hiddenField(
  subject: CheckSubject,
  located: LocatedPage,
  areas: readonly PageArea[],
): { readonly field: FieldName; readonly area: PageArea } | null {
  const { page, mediaId, reading } = located;
  const printed = subject.fields.filter((one) => one.witness === 'visual_zone');
  if (printed.filter((one) => one.mediaId === mediaId).length < FEWEST_PRINTED) return null;
  const seen = new Set([...printed, ...reading.visualZone.labelsWithoutValue].map(({ field }) => field));
  const missing = subject.request.policy.required_fields.filter((field) => !seen.has(field));
  const [field] = missing;
  if (field === undefined || missing.length > 1) return null;
  const places = fieldPlaces(subject, located);
  const area = areas.find((one) => places.every(({ region }) => hitShare(page, region, [one]) === 0));
  return area ? { field, area } : null;
}
