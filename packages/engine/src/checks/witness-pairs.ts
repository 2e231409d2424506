import type { Evidence, FieldName } from '@vidimus/vocabulary';
import type { CheckSubject, SubjectReading } from './check.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { fieldVerdict } from './field-verdict.ts';
import { nameVerdict } from './name-verdict.ts';
import { printedElsewhere } from './printed-elsewhere.ts';
import { weightOf } from './reading-weight.ts';
import type { Verdict } from './verdict.ts';
import { givenOf } from './witness-name.ts';

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

/** Printed fields against those of the zone and the bar code, and those two against one another. */
export function witnessPairs(subject: CheckSubject): readonly WitnessPair[] {
  const pairs = [...fieldPairs(subject), ...namePairs(subject)];
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

function fieldPairs(subject: CheckSubject): readonly WitnessPair[] {
  return COMPARED.flatMap((field) =>
    pairings(subject.fields.filter((one) => one.field === field)).map(([printed, coded]) =>
      judge(subject, printed, coded, fieldVerdict(subject, printed, coded)),
    ),
  );
}

function namePairs(subject: CheckSubject): readonly WitnessPair[] {
  const surnames = subject.fields.filter(({ field }) => field === 'primary_identifier');
  return pairings(surnames).flatMap(([printed, coded]) => {
    const verdict = nameVerdict(subject, printed, coded);
    const [givenPrinted, givenCoded] = [givenOf(subject, printed), givenOf(subject, coded)];
    if (verdict.field === 'secondary_identifier') {
      return [judge(subject, givenPrinted ?? printed, givenCoded ?? coded, verdict)];
    }
    const whole = judge(subject, printed, coded, verdict);
    if (verdict.verdict !== 'agree' || !givenPrinted || !givenCoded) return [whole];
    // A name is one: where it agrees, so do its parts.
    return [whole, judge(subject, givenPrinted, givenCoded, { ...verdict, field: 'secondary_identifier' })];
  });
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

/** Pairs of witnesses, the printed one first; between two codes the zone, between two sides the one given first. */
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

/** A verdict with what the picture allows of it: under light or a finger a difference is unclear, an agreement is not. */
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
