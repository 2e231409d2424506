import type { FieldName } from '@vidimus/vocabulary';
import type { CheckSubject, SubjectReading } from './check.ts';
import { isSettled } from './reading-weight.ts';

/** All readings of a field, the most trustworthy first: those that a code vouches for, then by confidence. */
export function readingsOf(subject: CheckSubject, field: FieldName): readonly SubjectReading[] {
  const rank = (reading: SubjectReading) => reading.confidence + (isSettled(subject, reading) ? 1 : 0);
  return subject.fields.filter((one) => one.field === field).toSorted((a, b) => rank(b) - rank(a));
}

/** The reading that counts; undefined where nobody read the field. */
export function bestReading(subject: CheckSubject, field: FieldName): SubjectReading | undefined {
  return readingsOf(subject, field)[0];
}
