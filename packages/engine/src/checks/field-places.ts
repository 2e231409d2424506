import type { FieldName } from '@vidimus/vocabulary';
import type { PhotoPoint, Quad } from '../photo/index.ts';
import type { CheckSubject } from './check.ts';
import type { LocatedPage } from './located-pages.ts';

/** A place on a page that belongs to a field: a reading's, or where the value of a label stands that nobody could read. */
export type FieldPlace = { readonly field: FieldName; readonly region: Quad<PhotoPoint> };

/** A value stands this many heights of its label below its top, as passports and cards are laid out (ICAO Doc 9303-4 §4.1). */
const VALUE_FROM = 1;
const VALUE_TO = 2.7;
/** It is at least this many heights of the label long. */
const VALUE_LENGTH = 8;
/** Labels of fewer heights are numbers of ISO/IEC 18013-1: the value stands beside them. */
const NUMBER_LENGTH = 2.5;
/** The value begins this many of its heights behind the number. */
const BESIDE_GAP = 0.3;

/** Where fields stand on a page, in pixels of the photo: readings, labels without a value, and where those values should be. */
export function fieldPlaces(subject: CheckSubject, { mediaId, reading }: LocatedPage): readonly FieldPlace[] {
  const read = subject.fields.flatMap(({ mediaId: from, field, region }) =>
    from === mediaId && region ? [{ field, region }] : [],
  );
  const labels = reading.visualZone.labelsWithoutValue;
  const values = labels.map(({ field, region }) => ({ field, region: placeOfValue(region) }));
  return [...read, ...labels, ...values];
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
