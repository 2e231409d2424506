import type { PersonName } from '../standards/index.ts';
import { readingsOf } from './best-reading.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { givenOf, isTruncated } from './witness-name.ts';

/** A name of the document as one witness gives it; `text` in the order in which people write it. */
export type DocumentName = { readonly name: PersonName; readonly text: string; readonly reading: SubjectReading };

/** Every name that the document gives its holder: each witness's, and the spelling in its own script. The most trustworthy first. */
export function documentNames(subject: CheckSubject): readonly DocumentName[] {
  return readingsOf(subject, 'primary_identifier').flatMap((reading) => {
    const given = givenOf(subject, reading);
    const latin = nameOf(reading, reading.value, given?.value ?? '', isTruncated(subject, reading));
    if (!reading.original) return [latin];
    return [latin, nameOf(reading, reading.original.text, given?.original?.text ?? '', false)];
  });
}

function nameOf(reading: SubjectReading, primary: string, secondary: string, truncated: boolean): DocumentName {
  return { name: { primary, secondary, truncated }, text: `${secondary} ${primary}`.trim(), reading };
}
