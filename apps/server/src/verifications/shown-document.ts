/**
 * Whether later photographs of a verification show what its first ones showed. A bad picture is no other document: only what was read
 * for certain, both times, tells two of them apart.
 */
import type { CheckReport, FieldName, FieldReport } from '@vidimus/vocabulary';
import { compareHolders, type HolderReading } from '../accounts/recovery-agreement.ts';

/** What was read together; its photographs have their own ids. */
export type Reading = Pick<CheckReport, 'document' | 'checks' | 'photos'>;

/** What later photographs show instead of what the first ones did. */
export type ShownInstead = {
  /** `holder`: another person's; `document`: another document, of the same person or of nobody knows whom. */
  readonly is: 'holder' | 'document';
  /** Name and birth date are the first ones': a renewed or a second document. */
  readonly isSamePerson: boolean;
  readonly differing: readonly [Difference, ...Difference[]];
};

type Difference = {
  readonly field: FieldName;
  readonly before: string;
  readonly now: string;
  readonly witnesses: FieldReport['witnesses'];
};

/** For each reading, the oldest first, what it shows instead; undefined where that is the same, or cannot be told. */
export function shownInstead(readings: readonly Reading[]): readonly (ShownInstead | undefined)[] {
  let first: Known | undefined;
  return readings.map((reading) => {
    const now = { sure: holderOf(reading, isSure), likely: holderOf(reading, isLikely) };
    const instead = first === undefined ? undefined : compare(first, now, reading);
    // What could not be read at first is known from whatever shows the same.
    if (instead === undefined) first = first === undefined ? now : withMore(first, now);
    return instead;
  });
}

/** The photographs on which a difference stands. */
export function photographsOf({ differing }: ShownInstead): ReadonlySet<string> {
  const media = differing.flatMap(({ witnesses }) => witnesses.map(({ media_id = '' }) => media_id));
  return new Set(media.map((name) => name.replace(/_page_\d+$/, '')));
}

/** As certain as a finding against the document must be, and as likely as what a person is shown. */
type Known = { readonly sure: HolderReading; readonly likely: HolderReading };

/** The same as of readings that a check may rest on (engine, `reading-weight.ts`). */
const LIKELY_CONFIDENCE = 0.85;

function compare(first: Known, now: Known, reading: Reading): ShownInstead | undefined {
  const [sure, likely] = [compareHolders(first.sure, now.sure), compareHolders(first.likely, now.likely)];
  const isSurelyCut = isCutOff(first.sure, now.sure);
  const isOtherName = sure.outcome === 'differs' && sure.readings.name === 'different' && !isSurelyCut;
  const isOtherBirth = sure.readings.birth_date === 'different';
  // Print alone may be misread in one place, not in the name and in the birth date.
  const areBothLikely =
    likely.outcome === 'differs' &&
    likely.readings.name === 'different' &&
    likely.readings.birth_date === 'different' &&
    !isCutOff(first.likely, now.likely);
  const isHolder = isOtherName || isOtherBirth || areBothLikely;
  const isDocument = sure.readings.document_number === 'different';
  if (!isHolder && !isDocument) return undefined;
  const fields = isHolder
    ? [...NAMES, 'birth_date' as const, 'document_number' as const]
    : ['document_number' as const];
  const [one, ...others] = fields.flatMap((field) => differenceIn(field, first.likely, now.likely, reading));
  if (one === undefined) return undefined;
  const isSamePerson = !isHolder && likely.readings.name === 'same' && likely.readings.birth_date === 'same';
  return { is: isHolder ? 'holder' : 'document', isSamePerson, differing: [one, ...others] };
}

const NAMES = ['primary_identifier', 'secondary_identifier'] as const;
const OF_HOLDER = {
  primary_identifier: 'primary',
  secondary_identifier: 'secondary',
  birth_date: 'birth_date',
  document_number: 'document_number',
} as const satisfies Partial<Record<FieldName, keyof HolderReading>>;

function differenceIn(
  field: keyof typeof OF_HOLDER,
  first: HolderReading,
  then: HolderReading,
  { document }: Reading,
): readonly Difference[] {
  const [before, now] = [first[OF_HOLDER[field]], then[OF_HOLDER[field]]];
  if (before === null || now === null || before === now) return [];
  const witnesses = document.fields.find((one) => one.field === field)?.witnesses ?? [];
  return [{ field, before, now, witnesses: witnesses.filter(({ value }) => value !== null) }];
}

function holderOf(reading: Reading, counts: (field: FieldReport, reading: Reading) => boolean): HolderReading {
  const value = (name: FieldName) => {
    const found = reading.document.fields.find(({ field }) => field === name);
    return found !== undefined && counts(found, reading) ? longest(found) : null;
  };
  return {
    document_number: value('document_number'),
    primary: value('primary_identifier'),
    secondary: value('secondary_identifier'),
    birth_date: value('birth_date'),
    nationality: null,
    issuing_state: reading.document.issuing_state,
  };
}

/** Two witnesses agree, or a code vouches for every letter; no check digit covers a name (ICAO Doc 9303-3 §4.9). */
function isSure({ field, agreement, witnesses }: FieldReport, { checks }: Reading): boolean {
  if (agreement !== 'one_witness') return agreement === 'agree';
  const [only] = witnesses;
  if (only?.witness === 'barcode') return true;
  const isName = field === 'primary_identifier' || field === 'secondary_identifier';
  return (
    only?.witness === 'mrz' &&
    !isName &&
    checks.some(({ check, outcome }) => check === 'check-digits-hold' && outcome === 'passed')
  );
}

function isLikely(field: FieldReport, reading: Reading): boolean {
  if (isSure(field, reading)) return true;
  const best = field.witnesses.find(({ value }) => value === field.value);
  return field.agreement === 'one_witness' && (best?.confidence ?? 0) >= LIKELY_CONFIDENCE;
}

/** Of witnesses that agree the zone may have no room for all of a name (ICAO Doc 9303-3 §4.6). */
function longest({ field, value, agreement, witnesses }: FieldReport): string {
  if (agreement !== 'agree' || (field !== 'primary_identifier' && field !== 'secondary_identifier')) return value;
  return witnesses.reduce((most, one) => ((one.value ?? '').length > most.length ? (one.value ?? '') : most), value);
}

/** Whether one of the names is the beginning of the other, so that they may be one. */
function isCutOff(a: HolderReading, b: HolderReading): boolean {
  return NAMES.every((name) => {
    const [one, other] = [bare(a[OF_HOLDER[name]]), bare(b[OF_HOLDER[name]])];
    return one.startsWith(other) || other.startsWith(one);
  });
}

function bare(name: string | null): string {
  return (name ?? '').replaceAll(/[^\p{L}]/gu, '').toUpperCase();
}

function withMore(first: Known, now: Known): Known {
  return { sure: filled(first.sure, now.sure), likely: filled(first.likely, now.likely) };
}

function filled(first: HolderReading, now: HolderReading): HolderReading {
  return {
    document_number: first.document_number ?? now.document_number,
    primary: first.primary ?? now.primary,
    secondary: first.secondary ?? now.secondary,
    birth_date: first.birth_date ?? now.birth_date,
    nationality: null,
    issuing_state: first.issuing_state ?? now.issuing_state,
  };
}
