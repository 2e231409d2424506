/**
 * Whether two readings are of one person, as far as documents tell. All the same: it may go on. A renewed document has another number:
 * then a person looks. Another birth date, or a name that is no spelling of the first: somebody else's document.
 */
import { compareNames, type PersonName } from '@vidimus/engine/standards';
import { type AgreementWord, READ_FIELDS, type Readings } from '@vidimus/protocol';
import type { CheckReport, FieldReport } from '@vidimus/vocabulary';

/** What a reading says of its holder; null where it says nothing. */
export type HolderReading = {
  readonly document_number: string | null;
  readonly primary: string | null;
  readonly secondary: string | null;
  readonly birth_date: string | null;
  readonly nationality: string | null;
  readonly issuing_state: string | null;
};

export type Agreement = { readonly outcome: 'agrees' | 'person' | 'differs'; readonly readings: Readings };

/** A whole date; one with a part that nobody knows (`1990-XX-XX`) tells two people apart as little as none. */
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

export function compareHolders(before: HolderReading, now: HolderReading): Agreement {
  const readings: Readings = {
    document_number: same(before.document_number, now.document_number),
    name: sameName(before, now),
    birth_date: sameDay(before.birth_date, now.birth_date),
    nationality: same(before.nationality, now.nationality),
    issuing_state: same(before.issuing_state, now.issuing_state),
  };
  return { outcome: outcomeOf(readings, isFamilyNameAlone(before, now)), readings };
}

/** The best of several earlier readings: whoever renewed a document was verified with both. */
export function bestAgreement(agreements: readonly Agreement[]): Agreement | undefined {
  const order: readonly Agreement['outcome'][] = ['agrees', 'person', 'differs'];
  return agreements.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))[0];
}

/** Of a report: nothing where its witnesses differ. */
export function holderReading({ document }: Pick<CheckReport, 'document'>): HolderReading {
  const value = (name: FieldReport['field']) => {
    const found = document.fields.find(({ field }) => field === name);
    return found === undefined || found.agreement === 'differ' ? null : found.value;
  };
  return {
    document_number: value('document_number'),
    primary: value('primary_identifier'),
    secondary: value('secondary_identifier'),
    birth_date: value('birth_date'),
    nationality: value('nationality'),
    issuing_state: value('issuing_state') ?? document.issuing_state,
  };
}

function outcomeOf(readings: Readings, isFamilyNameOnly: boolean): Agreement['outcome'] {
  if (readings.birth_date === 'different') return 'differs';
  // A family name changes by marriage; whoever has another given name as well is somebody else.
  if (readings.name === 'different' && !isFamilyNameOnly) return 'differs';
  return READ_FIELDS.every((field) => readings[field] === 'same') ? 'agrees' : 'person';
}

function same(a: string | null, b: string | null): AgreementWord {
  if (a === null || b === null) return 'missing';
  return plain(a) === plain(b) ? 'same' : 'different';
}

function sameDay(a: string | null, b: string | null): AgreementWord {
  if (a === null || b === null) return 'missing';
  if (!WHOLE_DAY.test(a) || !WHOLE_DAY.test(b)) return 'unclear';
  return a === b ? 'same' : 'different';
}

function isFamilyNameAlone(before: HolderReading, now: HolderReading): boolean {
  const [a, b] = [before.secondary, now.secondary];
  if (a === null || b === null || a === '' || b === '') return false;
  const { outcome } = compareNames(
    { whole: a },
    { whole: b },
    now.issuing_state === null ? {} : { state: now.issuing_state },
  );
  return outcome === 'same' || outcome === 'same_under';
}

function sameName(before: HolderReading, now: HolderReading): AgreementWord {
  const [a, b] = [nameOf(before), nameOf(now)];
  if (a === undefined || b === undefined) return 'missing';
  const { outcome } = compareNames(a, b, now.issuing_state === null ? {} : { state: now.issuing_state });
  if (outcome === 'inconclusive') return 'unclear';
  return outcome === 'different' ? 'different' : 'same';
}

function nameOf({ primary, secondary }: HolderReading): PersonName | undefined {
  if (primary === null && secondary === null) return undefined;
  return { primary: primary ?? '', secondary: secondary ?? '' };
}

/** Fillers and spaces say nothing (ICAO Doc 9303-3 §4.2). */
function plain(value: string): string {
  return value.replaceAll(/[\s<-]/g, '').toUpperCase();
}
