import type { FieldName } from '@vidimus/vocabulary';
import type { PhotoPoint, Quad } from '../photo/index.ts';
import type { CheckSubject } from './check.ts';
import type { LocatedPage } from './located-pages.ts';

/** A place on a page that belongs to a field: a reading's, or a label's whose value nobody could read. */
export type FieldPlace = { readonly field: FieldName; readonly region: Quad<PhotoPoint> };

/** Where fields stand on a page. */
export function fieldPlaces(subject: CheckSubject, { mediaId, reading }: LocatedPage): readonly FieldPlace[] {
  const read = subject.fields.flatMap(({ mediaId: from, field, region }) =>
    from === mediaId && region ? [{ field, region }] : [],
  );
  return [...read, ...reading.visualZone.labelsWithoutValue];
}
