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
  const printed = new Set(reading.visualZone.fields.map((field) => field.field));
  if (printed.has('primary_identifier') || printed.has('birth_date')) return 'front';
  if (printed.has('licence_categories')) return 'back';
  return 'unknown';
}
