import { composeMrz, type MrzFormat } from '@vidimus/engine/standards';
import type { SpecimenKind } from '../flat-document.ts';
import { drawHolder, type Holder } from '../holders/draw-holder.ts';
import type { TraditionName } from '../holders/holders.table.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { IssuingState } from './states.table.ts';

/** Everything that is written on a document, before it is laid out. Dates are `YYYY-MM-DD`. */
export type DocumentRecord = {
  readonly kind: SpecimenKind;
  readonly state: IssuingState;
  readonly holder: Holder;
  readonly documentNumber: string;
  readonly personalNumber?: string;
  readonly birthDate: string;
  readonly issueDate: string;
  readonly expiryDate: string;
  readonly birthPlace: string;
  readonly address: readonly [string, string];
  /** Driving licences only: `A`, `B`, … */
  readonly categories: readonly string[];
};

/** A machine-readable zone as printed. */
export type Zone = { readonly format: MrzFormat; readonly lines: readonly string[] };

/** Issues a document of the kind to a drawn holder, valid on the day `asOf`. */
export function issueDocument(
  kind: SpecimenKind,
  state: IssuingState,
  asOf: string,
  random: SeededRandom,
  tradition?: TraditionName,
): DocumentRecord {
  const holder = drawHolder(tradition ?? random.pick(state.traditions), random);
  const validYears = kind === 'visa-a' || kind === 'visa-b' ? VISA_YEARS : random.pick([5, 10]);
  const issueDate = addDays(asOf, -random.whole(30, DAYS_A_YEAR * validYears - LEAST_DAYS_LEFT));
  const expiryDate = addDays(sameDay(issueDate, validYears), -1);
  const isPassport = kind === 'passport' || kind === 'visa-a' || kind === 'visa-b';
  return {
    kind,
    state,
    holder,
    documentNumber: fromPattern(isPassport ? state.passportNumber : state.cardNumber, random),
    ...(state.personalNumber === undefined ? {} : { personalNumber: fromPattern(state.personalNumber, random) }),
    birthDate: addDays(asOf, -random.whole(DAYS_A_YEAR * YOUNGEST, DAYS_A_YEAR * OLDEST)),
    issueDate,
    expiryDate,
    birthPlace: random.pick(state.places),
    address: addressOf(state, random),
    categories: random.pick(CATEGORY_SETS),
  };
}

const VISA_YEARS = 2;
const DAYS_A_YEAR = 365;
/** A valid specimen stays valid long enough for any policy's "days left". */
const LEAST_DAYS_LEFT = 250;
const YOUNGEST = 19;
const OLDEST = 78;
const CATEGORY_SETS = [['B'], ['AM', 'B'], ['A', 'B'], ['B', 'C1'], ['AM', 'A', 'B', 'BE']] as const;

const ZONE_FORMATS: Readonly<Partial<Record<SpecimenKind, { readonly format: MrzFormat; readonly code: string }>>> = {
  passport: { format: 'TD3', code: 'P' },
  'identity-card-td1': { format: 'TD1', code: 'I' },
  'identity-card-td2': { format: 'TD2', code: 'I' },
  'visa-a': { format: 'MRV-A', code: 'V' },
  'visa-b': { format: 'MRV-B', code: 'V' },
};

/** The first characters of the zone, also printed as the document's type; undefined for kinds without a zone. */
export function documentCode(kind: SpecimenKind): string | undefined {
  return ZONE_FORMATS[kind]?.code;
}

/** Optional data that may carry the personal number: 14 characters in TD3, 15 in TD1 (ICAO Doc 9303-4, -5 §4.2.2). */
const PERSONAL_NUMBER_ROOM: Readonly<Partial<Record<MrzFormat, number>>> = { TD3: 14, TD1: 15, TD2: 7 };
const NUMBER_BEFORE_OVERFLOW = 9;

/** The zone of the record; undefined for kinds without one. `absent` data elements are filled with `<`. */
export function composeZone(record: DocumentRecord, absent: ReadonlySet<string> = new Set()): Zone | undefined {
  const kind = ZONE_FORMATS[record.kind];
  if (kind === undefined) return undefined;
  const { holder, state } = record;
  const personal = record.personalNumber ?? '';
  const fits =
    personal.length <= (PERSONAL_NUMBER_ROOM[kind.format] ?? 0) &&
    record.documentNumber.length <= NUMBER_BEFORE_OVERFLOW &&
    !absent.has('personal_number');
  const optional = kind.format === 'TD3' ? { personal_number: personal } : { optional_data: personal };
  const composed = composeMrz(kind.format, {
    document_code: kind.code,
    issuing_state: state.code,
    primary_identifier: holder.primary.mrz,
    secondary_identifier: holder.secondary?.mrz ?? '',
    document_number: record.documentNumber,
    nationality: state.code,
    birth_date: absent.has('birth_date') ? 'XXXX-XX-XX' : record.birthDate,
    sex: absent.has('sex') ? 'X' : holder.sex,
    expiry_date: absent.has('expiry_date') ? 'XXXX-XX-XX' : record.expiryDate,
    ...(fits ? optional : {}),
  });
  if (!composed.ok) throw new Error(`zone of ${record.kind} ${state.code} cannot be written: ${composed.error.code}`);
  return { format: kind.format, lines: composed.value };
}

const MS_A_DAY = 86_400_000;

/** The ISO date so many days later. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * MS_A_DAY).toISOString().slice(0, 10);
}

/** The same day so many years later; 29 February becomes the 28th. */
export function sameDay(iso: string, years: number): string {
  return `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`.replace('-02-29', '-02-28');
}

function addressOf(state: IssuingState, random: SeededRandom): readonly [string, string] {
  return random.pick(state.addresses);
}

/** Fills a pattern: `A` a letter (I and O left out, as issuers do), `9` a digit. */
export function fromPattern(pattern: string, random: SeededRandom): string {
  return [...pattern]
    .map((mark) => (mark === 'A' ? random.pick([...NUMBER_LETTERS]) : mark === '9' ? String(random.whole(0, 9)) : mark))
    .join('');
}

const NUMBER_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
