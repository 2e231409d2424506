import { STATE_SCRIPTS } from '../standards/index.ts';
import { leastConfidence } from './align-readings.ts';
import { readingsOf } from './best-reading.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { type LocatedPage, locatedPages } from './located-pages.ts';
import { pictureFault } from './picture-fault.ts';
import { SURE } from './reading-weight.ts';

/** The script (ISO 15924) in which alone the name is printed, and the page where that was seen. */
export type UnreadScript = { readonly script: string; readonly located: LocatedPage };

/** Letters of another script come out of a recogniser of Latin ones as a guess: the least of them stays under this. */
const GUESSED_BELOW = 0.5;
/** The picture is good enough to blame the script when so many fields in digits and Latin letters were read well. */
const FIELDS_READ_MIN = 3;
/** ISO 15924: a script that could not be told. */
const UNKNOWN_SCRIPT = 'Zzzz';

/**
 * The script that keeps the name from being read; undefined where a name in Latin letters was read, or where the picture may be to
 * blame. The state's own script where it has one; `Zzzz` where none is known of it.
 */
export function unreadScript(subject: CheckSubject): UnreadScript | undefined {
  const names = [...readingsOf(subject, 'primary_identifier'), ...readingsOf(subject, 'secondary_identifier')];
  if (names.some(isReadLatin)) return undefined;
  const located = locatedPages(subject).find(({ reading }) => reading.visualZone.unreadScripts.length > 0);
  if (!located) return undefined;
  const named = located.reading.visualZone.unreadScripts.find((script) => script !== UNKNOWN_SCRIPT);
  if (named !== undefined) return { script: named, located };
  if (pictureFault(subject) !== null) return undefined;
  const readWell = new Set(
    subject.fields.filter((one) => one.confidence >= SURE && isNotName(one)).map(({ field }) => field),
  );
  if (readWell.size < FIELDS_READ_MIN || !(names.length > 0 || isNameLabelled(subject))) return undefined;
  return { script: STATE_SCRIPTS.get(subject.kind.issuingState ?? '') ?? UNKNOWN_SCRIPT, located };
}

function isReadLatin(reading: SubjectReading): boolean {
  if (!/\p{Script=Latin}/u.test(reading.value)) return false;
  return reading.witness !== 'visual_zone' || leastConfidence(reading) >= GUESSED_BELOW;
}

function isNotName({ field }: SubjectReading): boolean {
  return field !== 'primary_identifier' && field !== 'secondary_identifier';
}

/** The label of a name was read without a value: something stands there. */
function isNameLabelled(subject: CheckSubject): boolean {
  return locatedPages(subject).some(({ reading }) =>
    reading.visualZone.labelsWithoutValue.some(({ field }) => field === 'primary_identifier'),
  );
}
