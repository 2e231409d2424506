import { SURE_CHARACTER } from '../reading/index.ts';
import { charactersOf, leastConfidence, partingOf } from './align-readings.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { valuesAgree } from './compare-values.ts';
import { lettersAndDigits } from './letters-and-digits.ts';
import { looksAlike } from './look-alikes.ts';
import { isSettled, isSure } from './reading-weight.ts';
import type { Verdict } from './verdict.ts';

/** One character alone may be a misreading; numbers of two documents differ in many. */
const SURE_NUMBER_CHARACTERS_MIN = 2;
/** Codes of states have three letters (ISO 3166-1 alpha-3; ICAO Doc 9303-3 §5). */
const CODE_LETTERS = 3;

/**
 * Whether a witness of print and another say the same of one field, names left out. They differ only where neither may have misread:
 * numbers in several characters, dates and other values in any, so long as every character is sure.
 */
export function fieldVerdict(subject: CheckSubject, printed: SubjectReading, coded: SubjectReading): Verdict {
  const { field } = printed;
  if (valuesAgree(field, printed.value, coded.value)) return { verdict: 'agree' };
  if (field === 'document_number') return numberVerdict(subject, printed, coded);
  // The value of another label, taken for this one's.
  if (belongsElsewhere(subject, printed)) {
    return { verdict: 'unclear', because: `what was read as ${field} is coded as another field` };
  }
  if (field === 'nationality' && isPartOfWord(printed)) {
    return { verdict: 'unclear', because: 'the printed nationality may be a part of a word' };
  }
  const sure = [printed, coded].every(
    (one) => isSettled(subject, one) || (isSure(subject, one) && leastConfidence(one) >= SURE_CHARACTER),
  );
  return sure ? { verdict: 'differ' } : { verdict: 'unclear' };
}

/** Numbers differ where several characters do for certain; what stands beside a number may have been read as part of it. */
function numberVerdict(subject: CheckSubject, printed: SubjectReading, coded: SubjectReading): Verdict {
  const settled = isSettled(subject, coded);
  // The check digit or the bar code settles O against 0; print alone cannot.
  if (settled && looksAlike(printed.value, coded.value)) return { verdict: 'agree' };
  const [shown, known] = [lettersAndDigits(printed.value), lettersAndDigits(coded.value)];
  if (shown.includes(known)) return { verdict: 'agree' };
  if (known.includes(shown)) return { verdict: 'unclear', because: 'only a part of the number was read' };
  const parting = partingOf(charactersOf(printed, isSettled(subject, printed)), charactersOf(coded, settled));
  return parting.sure >= SURE_NUMBER_CHARACTERS_MIN
    ? { verdict: 'differ' }
    : { verdict: 'unclear', because: 'characters of the number were not read with certainty' };
}

/** Three letters in print may be a state's code or what is left of its name: the last word of VIỆT NAM is Namibia's code. */
function isPartOfWord({ witness, printed }: SubjectReading): boolean {
  return witness === 'visual_zone' && lettersAndDigits(printed).length <= CODE_LETTERS;
}

/** A date that the code gives to another field: the print's label was set beside the wrong value. */
function belongsElsewhere(subject: CheckSubject, printed: SubjectReading): boolean {
  if (!printed.field.endsWith('_date')) return false;
  return subject.fields.some(
    (one) => one.witness !== 'visual_zone' && one.field !== printed.field && one.value === printed.value,
  );
}
