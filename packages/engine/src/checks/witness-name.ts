import type { CheckSubject, SubjectReading } from './check.ts';
import { locatedPages, mrzOf } from './located-pages.ts';

/** The given names that the same witness read beside this surname. */
export function givenOf(subject: CheckSubject, primary: SubjectReading): SubjectReading | undefined {
  return subject.fields.find(
    ({ field, witness, mediaId }) =>
      field === 'secondary_identifier' && witness === primary.witness && mediaId === primary.mediaId,
  );
}

/** Whether the zone that this name was read in had no room for all of it (ICAO Doc 9303-3 §4.6). */
export function isTruncated(subject: CheckSubject, { witness, mediaId }: SubjectReading): boolean {
  if (witness !== 'mrz') return false;
  return locatedPages(subject).some((page) => page.mediaId === mediaId && mrzOf(page)?.nameTruncated === true);
}
