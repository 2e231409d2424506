import type { FieldName } from '@vidimus/vocabulary';
import { bestReading } from './best-reading.ts';
import type { CheckSubject } from './check.ts';
import { locatedPages } from './located-pages.ts';
import { pictureFault } from './picture-fault.ts';
import { missingSide } from './required-sides.ts';
import { unreadScript } from './unread-script.ts';

/** Required fields that no witness read with confidence, told apart by why. */
export type FieldsNotRead = {
  /** Printed, or perhaps printed: a better picture may show them. */
  readonly unreadable: readonly FieldName[];
  /** Not printed on this document: everything round them was read, and neither label nor value is there. */
  readonly absent: readonly FieldName[];
};

/** So many other fields must have been read in print before one that was not can be called absent. */
const FIELDS_LOOKED_AT_MIN = 6;
/** A reading under this confidence does not show that its part of the document was seen clearly. */
const LOOKED_AT_CONFIDENCE = 0.75;

/** No document does without these (ICAO Doc 9303-3 §3, ISO/IEC 18013-1 §7): one that was not read is there all the same. */
export const ALWAYS_PRINTED: ReadonlySet<FieldName> = new Set<FieldName>([
  'primary_identifier',
  'birth_date',
  'document_number',
]);
/** The two parts of a name. */
export const NAMES: ReadonlySet<FieldName> = new Set<FieldName>(['primary_identifier', 'secondary_identifier']);

/** Which required fields were not read, and whether they can be said to be absent. Names in a script that is not read are neither. */
export function fieldsNotRead(subject: CheckSubject): FieldsNotRead {
  const { required_fields, thresholds } = subject.request.policy;
  const inOtherScript = unreadScript(subject) !== undefined;
  const notRead = required_fields.filter(
    (field) =>
      !(inOtherScript && NAMES.has(field)) &&
      !((bestReading(subject, field)?.confidence ?? 0) >= thresholds.field_confidence_min),
  );
  const labelled = new Set(
    locatedPages(subject).flatMap(({ reading }) => reading.visualZone.labelsWithoutValue.map(({ field }) => field)),
  );
  const isAbsent = (field: FieldName) =>
    !ALWAYS_PRINTED.has(field) && !bestReading(subject, field) && !labelled.has(field) && wasLookedAt(subject);
  return { unreadable: notRead.filter((field) => !isAbsent(field)), absent: notRead.filter(isAbsent) };
}

/** Whether the whole document was looked at with confidence. */
function wasLookedAt(subject: CheckSubject): boolean {
  if (pictureFault(subject) !== null || missingSide(subject) !== undefined || subject.kind.type === null) return false;
  const read = subject.fields.filter(
    ({ witness, confidence }) => witness === 'visual_zone' && confidence >= LOOKED_AT_CONFIDENCE,
  );
  return new Set(read.map(({ field }) => field)).size >= FIELDS_LOOKED_AT_MIN;
}
