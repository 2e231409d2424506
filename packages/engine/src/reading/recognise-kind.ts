import { type DocumentType, documentTypeSchema } from '@vidimus/vocabulary';
import { TYPE_OF_FORMAT } from '../standards/index.ts';
import type { DocumentKind, FieldReading, SideReading } from './document-reading.ts';

/** How sure a layout is, by what carried it. A zone or an AAMVA file names its document; a title may stand on anything. */
const SCORES = { machine: 0.98, title: 0.85, fields: 0.6, someFields: 0.35, nothing: 0 } as const;
/** From so many different fields on, a page is some document's, although its kind is not known. */
const FIELDS_OF_A_DOCUMENT = 4;

/** A letter of a blurred zone that is likelier another names no document. */
const SURE_LETTER = 0.5;

/** What kind of document the pages are of: from the zone's layout or its letter, where that was surely read, else the bar code, else the title. */
export function recogniseKind(sides: readonly SideReading[]): DocumentKind {
  const machine = sides.flatMap(({ mrz, barcode }) => [
    ...('fields' in mrz ? mrz.fields : []),
    ...('fields' in barcode ? barcode.fields : []),
  ]);
  const printed = sides.flatMap(({ visualZone }) => visualZone.fields);
  const byMachine = typeOfZone(sides) ?? typeIn(machine.filter(isSure));
  const type = byMachine ?? typeIn(printed) ?? licenceIn(printed);
  const issuingState = valueIn(machine, 'issuing_state') ?? valueIn(printed, 'issuing_state');
  if (machine.length > 0 && (byMachine !== null || type === null)) return { type, issuingState, score: SCORES.machine };
  if (type !== null) return { type, issuingState, score: SCORES.title };
  const names = new Set(printed.map(({ field }) => field));
  const score =
    names.size >= FIELDS_OF_A_DOCUMENT ? SCORES.fields : names.size > 0 ? SCORES.someFields : SCORES.nothing;
  return { type, issuingState, score };
}

function typeOfZone(sides: readonly SideReading[]): DocumentType | null {
  const known = sides.flatMap(({ mrz }) => ('format' in mrz ? (TYPE_OF_FORMAT[mrz.format] ?? []) : []));
  return known[0] ?? null;
}

function isSure({ confidence }: FieldReading): boolean {
  return confidence >= SURE_LETTER;
}

function typeIn(fields: readonly FieldReading[]): DocumentType | null {
  const value = valueIn(fields, 'document_type');
  const named = documentTypeSchema.safeParse(value);
  return named.success ? named.data : null;
}

/** Only licences print categories of vehicles. */
function licenceIn(fields: readonly FieldReading[]): DocumentType | null {
  return fields.some(({ field }) => field === 'licence_categories') ? 'driving_licence' : null;
}

function valueIn(fields: readonly FieldReading[], name: FieldReading['field']): string | null {
  return fields.find(({ field }) => field === name)?.value ?? null;
}
