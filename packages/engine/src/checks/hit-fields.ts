import type { FieldName } from '@vidimus/vocabulary';
import type { PageArea, PhotoPoint, Quad } from '../photo/index.ts';
import type { CheckSubject } from './check.ts';
import type { LocatedPage } from './located-pages.ts';
import { hitShare } from './photo-region.ts';

/** A place on a page that belongs to a field: a reading's, or where the value of a label stands that nobody could read. */
export type FieldPlace = { readonly field: FieldName; readonly region: Quad<PhotoPoint> };

/** A value stands this many heights of its label below its top, as passports and cards are laid out (ICAO Doc 9303-4 §4.1). */
const VALUE_FROM = 1;
const VALUE_TO = 2.7;
/** It is at least this many heights of the label long. */
const VALUE_LENGTH = 8;
/** Labels shorter than this are numbers of ISO/IEC 18013-1: the value stands beside them. */
const NUMBER_LENGTH = 2.5;
const BESIDE_GAP = 0.3;
/** With fewer fields in print a page is no page of labels, or was hardly read. */
const FEWEST_PRINTED = 4;

/** Where fields stand on a page. */
export function fieldPlaces(subject: CheckSubject, { mediaId, reading }: LocatedPage): readonly FieldPlace[] {
  const read = subject.fields.flatMap(({ mediaId: from, field, region }) =>
    from === mediaId && region ? [{ field, region }] : [],
  );
  const labels = reading.visualZone.labelsWithoutValue;
  const values = labels.map(({ field, region }) => ({ field, region: placeOfValue(region) }));
  return [...read, ...labels, ...values];
}

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

/** Below a label, or beside a number. */
function placeOfValue([a, b, c, d]: Quad<PhotoPoint>): Quad<PhotoPoint> {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const height = Math.hypot(d.x - a.x, d.y - a.y);
  if (!(length > 0 && height > 0)) return [a, b, c, d];
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const down = { x: d.x - a.x, y: d.y - a.y };
  const reach = Math.max(length, VALUE_LENGTH * height);
  const at = (from: PhotoPoint, u: number, v: number): PhotoPoint => ({
    x: from.x + along.x * u + down.x * v,
    y: from.y + along.y * u + down.y * v,
  });
  if (length < NUMBER_LENGTH * height) {
    const gap = BESIDE_GAP * height;
    return [at(b, gap, 0), at(b, reach, 0), at(b, reach, 1), at(b, gap, 1)];
  }
  return [at(a, 0, VALUE_FROM), at(a, reach, VALUE_FROM), at(a, reach, VALUE_TO), at(a, 0, VALUE_TO)];
}
