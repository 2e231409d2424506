import type { Evidence, FieldName } from '@vidimus/vocabulary';
import { compareNames, type NameComparison, type PersonName } from '../standards/index.ts';
import type { CheckSubject } from './check.ts';
import { looksAlike, valuesAgree } from './compare-values.ts';
import { isConfirmed, placeOf, type SubjectReading, sourceOf, weightOf } from './field-evidence.ts';
import { locatedPages, mrzOf } from './located-pages.ts';

/** What two witnesses say of one field. `unclear` is neither agreement nor difference. */
export type WitnessPair = {
  readonly field: FieldName;
  readonly printed: SubjectReading;
  readonly coded: SubjectReading;
  readonly verdict: 'agree' | 'differ' | 'unclear';
  /** Why it is unclear, or what lies over a difference. */
  readonly because?: string;
  readonly disturbed: boolean;
  readonly sameMedia: boolean;
};

/** Fields that print and code both carry; names are compared together. */
const COMPARED: readonly FieldName[] = ['document_number', 'birth_date', 'expiry_date', 'sex', 'nationality'];

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
    const given = verdict.field === 'secondary_identifier';
    const [a, b] = given ? [givenOf(subject, printed) ?? printed, givenOf(subject, coded) ?? coded] : [printed, coded];
    pairs.push(judge(subject, a, b, verdict));
  }
  return pairs;
}

/** The evidence of a difference: both readings side by side. */
export function pairEvidence({ field, printed, coded }: WitnessPair): Evidence {
  return {
    measure: `${printed.witness} against ${coded.witness}`,
    observed: printed.value,
    threshold: coded.value,
    field,
    sources: [sourceOf(printed), sourceOf(coded)],
    ...placeOf(printed),
    detector: printed.witness,
  };
}

type Verdict = { readonly verdict: WitnessPair['verdict']; readonly because?: string; readonly field?: FieldName };

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
  if (verdict.verdict === 'unclear' || weight.is === 'unsure') {
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
  if (valuesAgree(printed.field, printed.value, coded.value)) return { verdict: 'agree' };
  // The check digit or the bar code settles O against 0; print alone cannot.
  const settled = coded.witness === 'barcode' || isConfirmed(subject, coded);
  if (printed.field === 'document_number' && settled && looksAlike(printed.value, coded.value))
    return { verdict: 'agree' };
  return { verdict: 'differ' };
}

function nameVerdict(subject: CheckSubject, printed: SubjectReading, coded: SubjectReading): Verdict {
  const state = subject.kind.issuingState;
  const options = state === null ? {} : { state };
  const inLatin = compareNames(nameOf(subject, printed), nameOf(subject, coded), options);
  const original = originalOf(subject, printed);
  const result = agrees(inLatin) || !original ? inLatin : compareNames(original, nameOf(subject, coded), options);
  if (agrees(result)) return { verdict: 'agree', field: 'primary_identifier' };
  if (result.outcome === 'inconclusive') {
    return { verdict: 'unclear', because: result.beyond.code, field: 'primary_identifier' };
  }
  const where =
    result.outcome === 'different' && result.where === 'secondary_identifier' ? result.where : 'primary_identifier';
  return { verdict: 'differ', field: where };
}

function agrees({ outcome }: NameComparison): boolean {
  return outcome === 'same' || outcome === 'same_under';
}

/** The name that one witness gives on one photo. */
function nameOf(subject: CheckSubject, primary: SubjectReading): PersonName {
  const truncated = locatedPages(subject).some(
    (page) => page.mediaId === primary.mediaId && mrzOf(page)?.nameTruncated === true,
  );
  return {
    primary: primary.value,
    secondary: givenOf(subject, primary)?.value ?? '',
    truncated: primary.witness === 'mrz' && truncated,
  };
}

function originalOf(subject: CheckSubject, primary: SubjectReading): PersonName | null {
  const given = givenOf(subject, primary);
  if (!primary.original) return null;
  return { primary: primary.original.text, secondary: given?.original?.text ?? given?.value ?? '' };
}

function givenOf(subject: CheckSubject, primary: SubjectReading): SubjectReading | undefined {
  return subject.fields.find(
    ({ field, witness, mediaId }) =>
      field === 'secondary_identifier' && witness === primary.witness && mediaId === primary.mediaId,
  );
}
