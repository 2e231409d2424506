import type { DocumentSide } from '@vidimus/vocabulary';
import type { SideReading } from './document-reading.ts';

/**
 * Which side of the document a page is, by what stands on it. The zone of a TD1 card is on its back (ICAO Doc 9303-5
 * §3), those of TD2, passports and visas on the front (9303-4, -6, -7); the AAMVA bar code is on the back (AAMVA DL/ID 2020 §D.3).
 * A page without a machine-readable part is a front when it names its holder or titles itself.
 */
export function recogniseSide(reading: Omit<SideReading, 'side'>): DocumentSide | 'unknown' {
  if ('format' in reading.mrz) return reading.mrz.format === 'TD1' ? 'back' : 'front';
  if ('standard' in reading.barcode && reading.barcode.standard === 'AAMVA') return 'back';
  const { fields, lines } = reading.visualZone;
  const printed = new Set(fields.map(({ field }) => field));
  if (FRONT.some((field) => printed.has(field))) return 'front';
  const categories = new Set(lines.flatMap(({ text }) => (CATEGORY.test(text) ? [text] : [])));
  if (categories.size >= LEAST_CATEGORIES || BACK.some((field) => printed.has(field))) return 'back';
  return 'unknown';
}

/** Every front names its holder, titles itself or says how long it is valid. */
const FRONT = ['primary_identifier', 'secondary_identifier', 'document_type', 'expiry_date', 'nationality'] as const;
const BACK = [
  'address',
  'birth_place',
  'birth_date',
  'issuing_authority',
  'licence_categories',
  'document_number',
  'issue_date',
] as const;
/** The table of categories on the back of a licence: Directive 2006/126/EC annex I. */
const CATEGORY = /^(AM|A1|A2|A|B1|B|C1|C|D1|D|BE|C1E|CE|D1E|DE|T)$/;
/** So many different ones, each on a line of its own, make the table. */
const LEAST_CATEGORIES = 3;
