import type { Fault } from '../fault.ts';
import type { SpecimenKind } from '../flat-document.ts';
import { corruptCheckDigit } from './corrupt-check-digit.ts';
import {
  addDays,
  composeZone,
  type DocumentRecord,
  fromPattern,
  issueDocument,
  sameDay,
  type Zone,
} from './issue-document.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { IssuingState } from './states.table.ts';

/** What each part of a document says. They agree unless a fault sets them apart. */
export type PrintPlan = {
  readonly front: DocumentRecord;
  /** Printed and encoded on the back. */
  readonly back: DocumentRecord;
  readonly zone: Zone | undefined;
  /** Vocabulary names of what is not printed. */
  readonly absent: ReadonlySet<string>;
  /** Names stand in their original script alone. */
  readonly originalOnly: boolean;
  readonly punched: boolean;
};

/** Kinds whose zone or barcode is on the back. */
const DATA_ON_BACK: readonly SpecimenKind[] = ['identity-card-td1', 'driving-licence-na'];
/** Kinds with one page. */
const ONE_SIDED: readonly SpecimenKind[] = ['passport', 'visa-a', 'visa-b'];

/** Decides what is printed where, with the faults of groups E to G applied; faults of the picture are left to the camera. */
export function planPrint(
  kind: SpecimenKind,
  state: IssuingState,
  asOf: string,
  faults: readonly Fault[],
  random: SeededRandom,
): PrintPlan {
  const unread = faults.some(({ name }) => name === 'unread-script');
  const tradition = unread && state.traditions.every((name) => LATIN_TRADITIONS.has(name)) ? 'georgian' : undefined;
  const issued = issueDocument(kind, state, asOf, random, tradition);
  const record = faults.reduce((so, fault) => withDateFault(so, fault, asOf, random), issued);
  const absent = new Set(
    faults.filter(({ name }) => name === 'field-absent').map(({ field }) => field ?? absentByDefault(kind)),
  );
  const otherSide = faults.some(({ name }) => name === 'sides-mismatch');
  if (otherSide && ONE_SIDED.includes(kind))
    throw new Error(`sides-mismatch needs a document with two sides, ${kind} has one`);
  const back = otherSide ? withoutFaults(issueDocument(kind, state, asOf, random), record) : record;
  const mismatch = faults.find(({ name }) => name === 'mrz-mismatch');
  const holderOfZone = DATA_ON_BACK.includes(kind) ? back : record;
  const zoneRecord =
    mismatch === undefined ? holderOfZone : changed(holderOfZone, mismatch.field ?? 'document_number', random);
  const zone = unread ? undefined : composeZone(zoneRecord, absent);
  const digit = faults.find(({ name }) => name === 'mrz-check-digit');
  if ((digit ?? mismatch) !== undefined && zone === undefined)
    throw new Error(`${kind} has no machine-readable zone to go wrong`);
  return {
    front: record,
    back: mismatch !== undefined && kind === 'driving-licence-na' ? zoneRecord : back,
    zone: digit === undefined || zone === undefined ? zone : corruptCheckDigit(zone, digit.field ?? 'document_number'),
    absent,
    originalOnly: unread,
    punched: faults.some(({ name }) => name === 'punched'),
  };
}

const LATIN_TRADITIONS: ReadonlySet<string> = new Set([
  'utopian',
  'german',
  'french',
  'spanish',
  'polish',
  'danish',
  'icelandic',
  'turkish',
  'vietnamese',
  'english',
  'mononym',
  'overlong',
]);

/** What a document can lack altogether: the date of issue stands in no zone; a licence has no zone at all. */
function absentByDefault(kind: SpecimenKind): string {
  return kind === 'driving-licence-eu' || kind === 'driving-licence-na' ? 'expiry_date' : 'issue_date';
}

const DAYS_EXPIRED = 45;
const DAYS_LEFT = 12;
const YEARS_VALID = 10;

function withDateFault(record: DocumentRecord, fault: Fault, asOf: string, random: SeededRandom): DocumentRecord {
  switch (fault.name) {
    case 'expired':
      return expiringOn(record, addDays(asOf, -(fault.strength ?? DAYS_EXPIRED + random.whole(0, 900))));
    case 'expires-soon':
      return expiringOn(record, addDays(asOf, fault.strength ?? DAYS_LEFT));
    case 'impossible-date':
      return impossible(record, fault.field ?? 'birth_date', random);
    default:
      return record;
  }
}

function expiringOn(record: DocumentRecord, expiryDate: string): DocumentRecord {
  return { ...record, expiryDate, issueDate: addDays(sameDay(expiryDate, -YEARS_VALID), 1) };
}

/** A day that no calendar has; the expiry before the issue is impossible too, but that is the order's fault, not the date's. */
function impossible(record: DocumentRecord, field: string, random: SeededRandom): DocumentRecord {
  const monthDay = random.pick(['02-30', '02-31', '04-31', '13-12', '11-31']);
  const onThatDay = (iso: string): string => `${iso.slice(0, 4)}-${monthDay}`;
  switch (field) {
    case 'birth_date':
      return { ...record, birthDate: onThatDay(record.birthDate) };
    case 'issue_date':
      return { ...record, issueDate: onThatDay(record.issueDate) };
    case 'expiry_date':
      return { ...record, expiryDate: onThatDay(record.expiryDate) };
    default:
      throw new Error(`impossible-date knows birth_date, issue_date and expiry_date, not ${field}`);
  }
}

/** The same record with one data element that says something else. */
function changed(record: DocumentRecord, field: string, random: SeededRandom): DocumentRecord {
  switch (field) {
    case 'document_number':
      return { ...record, documentNumber: otherNumber(record, random) };
    case 'birth_date':
      return { ...record, birthDate: sameDay(record.birthDate, -random.whole(1, 9)) };
    case 'expiry_date':
      return { ...record, expiryDate: sameDay(record.expiryDate, random.whole(1, 4)) };
    case 'primary_identifier':
      return { ...record, holder: { ...record.holder, primary: { latin: OTHER_NAME, mrz: OTHER_NAME } } };
    case 'secondary_identifier':
      return { ...record, holder: { ...record.holder, secondary: { latin: OTHER_NAME, mrz: OTHER_NAME } } };
    case 'sex':
      return { ...record, holder: { ...record.holder, sex: record.holder.sex === 'F' ? 'M' : 'F' } };
    default:
      throw new Error(`mrz-mismatch cannot change ${field}`);
  }
}

/** No table of holders has it. */
const OTHER_NAME = 'QUILLFEATHER';

function otherNumber(record: DocumentRecord, random: SeededRandom): string {
  const { passportNumber, cardNumber } = record.state;
  const pattern = ['passport', 'visa-a', 'visa-b'].includes(record.kind) ? passportNumber : cardNumber;
  const number = fromPattern(pattern, random);
  return number === record.documentNumber ? otherNumber(record, random) : number;
}

/** Another person's back must differ in what the sides share, whatever the dice said. */
function withoutFaults(other: DocumentRecord, front: DocumentRecord): DocumentRecord {
  return other.birthDate === front.birthDate ? { ...other, birthDate: sameDay(other.birthDate, -3) } : other;
}
