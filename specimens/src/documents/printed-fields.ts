import type { SpecimenKind } from '../flat-document.ts';
import type { Holder } from '../holders/draw-holder.ts';
import { NAMING_TRADITIONS } from '../holders/holders.table.ts';
import { printDate } from './date-styles.ts';
import { type DocumentRecord, documentCode } from './issue-document.ts';
import type { IssuingState } from './states.table.ts';

/** A data element as it is printed, and what it means. */
export type PrintedField = {
  readonly printed: string;
  /** Normalised: dates EDTF, states alpha-3, names in Latin capitals. */
  readonly value: string;
  /** The same name in its original script. */
  readonly original?: string;
};

/** The data elements of a record by vocabulary name (and `document_code`, the type letter), as its state prints them. */
export function printedFields(
  record: DocumentRecord,
  absent: ReadonlySet<string>,
  originalOnly: boolean,
): ReadonlyMap<string, PrintedField> {
  const { state, holder } = record;
  const date = (iso: string): PrintedField => ({ printed: printDate(iso, state.dateStyle), value: iso });
  const plain = (text: string): PrintedField => ({ printed: text, value: text });
  const name = (part: { readonly latin: string; readonly original?: string } | undefined): PrintedField | undefined => {
    if (part === undefined) return undefined;
    if (part.original === undefined || !(originalOnly || printsOriginals(state, holder))) return plain(part.latin);
    const original = capitals(part.original);
    return originalOnly ? plain(original) : { ...plain(part.latin), original: original };
  };
  const all: readonly (readonly [string, PrintedField | undefined])[] = [
    ['document_code', optional(documentCode(record.kind), plain)],
    ['issuing_state', plain(state.code)],
    ['document_number', plain(record.documentNumber)],
    ['primary_identifier', name(holder.primary)],
    ['secondary_identifier', name(holder.secondary)],
    ['nationality', { printed: state.nationality, value: state.code }],
    ['birth_date', date(record.birthDate)],
    ['sex', plain(holder.sex)],
    ['birth_place', plain(record.birthPlace)],
    ['issue_date', date(record.issueDate)],
    ['expiry_date', date(record.expiryDate)],
    ['issuing_authority', plain(state.authority)],
    ['personal_number', optional(record.personalNumber, plain)],
    ['address', plain(record.address.join(', '))],
    ['licence_categories', { printed: record.categories.join('  '), value: record.categories.join(' ') }],
  ];
  return new Map(
    all.filter((entry): entry is [string, PrintedField] => entry[1] !== undefined && !absent.has(entry[0])),
  );
}

/** A state prints names in its own script, not in a newcomer's. */
function printsOriginals(state: IssuingState, holder: Holder): boolean {
  return NAMING_TRADITIONS[state.traditions[0]].script === holder.script;
}

/** The document's type by the vocabulary's name. */
export function documentType(kind: SpecimenKind): string {
  switch (kind) {
    case 'passport':
      return 'passport';
    case 'identity-card-td1':
    case 'identity-card-td2':
      return 'identity_card';
    case 'visa-a':
    case 'visa-b':
      return 'visa';
    case 'driving-licence-eu':
    case 'driving-licence-na':
      return 'driving_licence';
  }
}

/**
 * Capitals as documents print them: Greek ones bear no accent; Georgian keeps its everyday letters (Mkhedruli), its
 * Unicode capitals are in no font of ours.
 */
function capitals(text: string): string {
  const upper = text.toUpperCase().replace(/[\u1c90-\u1cbf]/g, (letter) => letter.toLowerCase());
  return /\p{Script=Greek}/u.test(upper) ? upper.normalize('NFD').replaceAll('\u0301', '') : upper;
}

function optional<T, R>(value: T | undefined, then: (value: T) => R): R | undefined {
  return value === undefined ? undefined : then(value);
}
