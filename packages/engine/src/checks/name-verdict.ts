import { compareNames, type NameComparison, type PersonName, STATE_SCRIPTS } from '../standards/index.ts';
import { charactersOf, partingOf } from './align-readings.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { lettersAndDigits } from './letters-and-digits.ts';
import { locatedPages } from './located-pages.ts';
import { isSettled } from './reading-weight.ts';
import type { Verdict } from './verdict.ts';
import { givenOf, isTruncated } from './witness-name.ts';

/** So many letters must differ for certain: one alone is as often a misread one. */
const SURE_LETTERS_MIN = 2;

/** Compares the name that two witnesses give: under the legal spellings, then letter by letter as far as print can be trusted. */
export function nameVerdict(subject: CheckSubject, printed: SubjectReading, coded: SubjectReading): Verdict {
  const state = subject.kind.issuingState;
  const options = state === null ? {} : { state };
  const [printedName, codedName] = [nameOf(subject, printed), nameOf(subject, coded)];
  const inLatin = compareNames(printedName, codedName, options);
  const original = originalOf(subject, printed);
  const result = agrees(inLatin) || !original ? inLatin : compareNames(original, codedName, options);
  if (agrees(result) || sameWithoutMarks(printedName, codedName)) {
    return { verdict: 'agree', field: 'primary_identifier' };
  }
  if (result.outcome === 'inconclusive') {
    return { verdict: 'unclear', because: result.beyond.code, field: 'primary_identifier' };
  }
  const field =
    result.outcome === 'different' && result.where === 'secondary_identifier'
      ? 'secondary_identifier'
      : 'primary_identifier';
  if (isPrint(printed) && showsOtherScript(subject, printed)) {
    return { verdict: 'unclear', because: 'the name is printed in another script, too', field };
  }
  const pair =
    field === 'secondary_identifier' ? [givenOf(subject, printed), givenOf(subject, coded)] : [printed, coded];
  const [a = printed, b = coded] = pair;
  if (!isPrint(a) && !isPrint(b)) return { verdict: 'differ', field };
  const parting = partingOf(charactersOf(a, isSettled(subject, a)), charactersOf(b, isSettled(subject, b)));
  return parting.sure >= SURE_LETTERS_MIN
    ? { verdict: 'differ', field }
    : { verdict: 'unclear', because: 'letters of the name were not read with certainty', field };
}

function isPrint({ witness }: SubjectReading): boolean {
  return witness === 'visual_zone';
}

function agrees({ outcome }: NameComparison): boolean {
  return outcome === 'same' || outcome === 'same_under';
}

/** Marks are lost in small or blurred print, so that Ä reads A where the zone has AE. */
function sameWithoutMarks(a: PersonName, b: PersonName): boolean {
  if (!('primary' in a) || !('primary' in b)) return false;
  const bare = (text: string) => lettersAndDigits(text).replace(/AE|OE|UE|AA|TH|DH|SS/g, (pair) => BARE[pair] ?? pair);
  return bare(a.primary) === bare(b.primary) && bare(a.secondary) === bare(b.secondary);
}

/** Spellings of ICAO Doc 9303-3 §6 for letters with marks, and what is left of those without them: Ä, Ö, Ü, Å, Þ, Ð, ß. */
const BARE: Readonly<Record<string, string>> = { AE: 'A', OE: 'O', UE: 'U', AA: 'A', TH: 'P', DH: 'D', SS: 'B' };

function showsOtherScript(subject: CheckSubject, { mediaId }: SubjectReading): boolean {
  const { issuingState } = subject.kind;
  if (issuingState !== null && STATE_SCRIPTS.has(issuingState)) return true;
  return locatedPages(subject).some(
    (page) => page.mediaId === mediaId && page.reading.visualZone.unreadScripts.length > 0,
  );
}

/** The name that one witness gives on one photo. */
function nameOf(subject: CheckSubject, primary: SubjectReading): PersonName {
  const secondary = givenOf(subject, primary)?.value ?? '';
  return { primary: primary.value, secondary, truncated: isTruncated(subject, primary) };
}

function originalOf(subject: CheckSubject, primary: SubjectReading): PersonName | null {
  const given = givenOf(subject, primary);
  if (!primary.original) return null;
  return { primary: primary.original.text, secondary: given?.original?.text ?? given?.value ?? '' };
}
