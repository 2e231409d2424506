import type { Evidence, FieldName } from '@vidimus/vocabulary';
import { charactersOf, leastConfidence, lettersAndDigits, partingOf } from './align-readings.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { looksAlike, valuesAgree } from './compare-values.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { givenOf, nameVerdict, type Verdict } from './names-of-witnesses.ts';
import { printedElsewhere } from './printed-elsewhere.ts';
import { isSettled, isSure, weightOf } from './reading-weight.ts';

/** What two witnesses say of one field. `unclear` is neither agreement nor difference. */
export type WitnessPair = {
  readonly field: FieldName;
  readonly printed: SubjectReading;
  readonly coded: SubjectReading;
  readonly verdict: Verdict['verdict'];
  /** Why it is unclear, or what lies over a difference. */
  readonly because?: string;
  readonly disturbed: boolean;
  readonly sameMedia: boolean;
};

/** Fields that print and code both carry; names are compared together. */
const COMPARED: readonly FieldName[] = ['document_number', 'birth_date', 'expiry_date', 'sex', 'nationality'];
/** Where one of these agrees, print and code are known to be about one document and one person. */
export const ANCHORS: ReadonlySet<FieldName> = new Set<FieldName>([
  'document_number',
  'birth_date',
  'primary_identifier',
  'secondary_identifier',
]);
/** Every character of a printed date or sex must be read at least so surely before a difference counts. */
const SURE_CHARACTERS = 0.85;
/** One character alone may be a misreading; numbers of two documents differ in many. */
const SURE_NUMBER_CHARACTERS_MIN = 2;

/** Printed fields against those of the zone and the bar code, and those two against one another. */
export function witnessPairs(subject: CheckSubject): readonly WitnessPair[] {
  const pairs: WitnessPair[] = [];
  for (const field of COMPARED) {
    const readings = subject.fields.filter((one) => one.field === field);
    for (const [printed, coded] of pairings(readings))
      pairs.push(judge(subject, printed, coded, fieldVerdict(subject, printed, coded)));
  }
  for (const [printed, coded] of pairings(subject.fields.filter(({ field }) => field === 'primary_identifier'))) {
    const verdict = nameVerdict(subject, printed, coded);
    const given = [givenOf(subject, printed), givenOf(subject, coded)] as const;
    const [a, b] = verdict.field === 'secondary_identifier' ? given : [];
    pairs.push(judge(subject, a ?? printed, b ?? coded, verdict));
    // A name is one: where it agrees, so do its parts.
    if (verdict.verdict === 'agree' && given[0] && given[1]) {
      pairs.push(judge(subject, given[0], given[1], { ...verdict, field: 'secondary_identifier' }));
    }
  }
  return [...pairs, ...foundInPrint(subject, pairs)];
}

/** The evidence of a comparison: both readings side by side, and why they were not compared where that is so. */
export function pairEvidence({ field, printed, coded, verdict, because }: WitnessPair): Evidence {
  return {
    measure: `${printed.witness} against ${coded.witness}`,
    observed: printed.value,
    threshold: coded.value,
    field,
    sources: [sourceOf(printed), sourceOf(coded)],
    ...placeOf(printed),
    detector: printed.witness,
    ...(verdict === 'unclear' ? { facts: { not_compared: because ?? 'not read with certainty' } } : {}),
  };
}

/** Coded values that stand somewhere in print although the field itself was not read, or read otherwise. */
function foundInPrint(subject: CheckSubject, pairs: readonly WitnessPair[]): readonly WitnessPair[] {
  return subject.fields
    .filter(({ field, witness }) => ANCHORS.has(field) && witness !== 'visual_zone')
    .filter((coded) => !pairs.some((pair) => pair.coded === coded && pair.verdict !== 'unclear'))
    .flatMap((coded) => {
      const printed = printedElsewhere(subject, coded);
      return printed ? [judge(subject, printed, coded, { verdict: 'agree' })] : [];
    });
}

function pairings(readings: readonly SubjectReading[]): readonly (readonly [SubjectReading, SubjectReading])[] {
  const by = (witness: string) => readings.filter((one) => one.witness === witness);
  const cross = (a: readonly SubjectReading[], b: readonly SubjectReading[]) =>
    a.flatMap((x) => b.map((y) => [x, y] as const));
  return [
    ...cross(by('visual_zone'), [...by('mrz'), ...by('barcode')]),
    ...cross(by('mrz'), by('barcode')),
    // Two sides that both print a field; the same witness twice in one photo is one document's repetition.
    ...by('visual_zone')
      .flatMap((x, i, all) => all.slice(i + 1).map((y) => [x, y] as const))
      .filter(([x, y]) => x.mediaId !== y.mediaId),
  ];
}

function judge(subject: CheckSubject, printed: SubjectReading, coded: SubjectReading, verdict: Verdict): WitnessPair {
  const field = verdict.field ?? printed.field;
  const common = { field, printed, coded, sameMedia: printed.mediaId === coded.mediaId };
  if (verdict.verdict === 'agree') return { ...common, verdict: 'agree', disturbed: false };
  const weight = weightOf(subject, [printed, coded]);
  if (weight.is === 'disturbed') return { ...common, verdict: 'unclear', because: weight.because, disturbed: true };
  if (verdict.verdict === 'unclear') {
    return {
      ...common,
      verdict: 'unclear',
      because: verdict.because ?? `${field} was not read with certainty`,
      disturbed: false,
    };
  }
  return { ...common, verdict: 'differ', disturbed: false };
}

function fieldVerdict(subject: CheckSubject, printed: SubjectReading, coded: SubjectReading): Verdict {
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
    (one) => isSettled(subject, one) || (isSure(subject, one) && leastConfidence(one) >= SURE_CHARACTERS),
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

const CODE_LETTERS = 3;

function belongsElsewhere(subject: CheckSubject, printed: SubjectReading): boolean {
  if (!printed.field.endsWith('_date')) return false;
  return subject.fields.some(
    (one) => one.witness !== 'visual_zone' && one.field !== printed.field && one.value === printed.value,
  );
}
