import { z } from 'zod';

/**
 * The data elements of a document, by the names of ICAO Doc 9303-3 (VIZ data elements), in snake_case as on the wire.
 * Dates are EDTF level 1 (`1985-03-XX` where a part is unknown: ICAO Doc 9303-3 §4.8).
 */
export const FIELD_NAMES = [
  'document_type',
  'issuing_state',
  'document_number',
  'primary_identifier',
  'secondary_identifier',
  'nationality',
  'birth_date',
  'sex',
  'issue_date',
  'expiry_date',
  'personal_number',
  'birth_place',
  'address',
  'licence_categories',
  'issuing_authority',
] as const;

export const fieldNameSchema = z.enum(FIELD_NAMES);
export type FieldName = z.infer<typeof fieldNameSchema>;

/** The witnesses that read a document without reading one another. `claim` is what the applicant said. */
export const witnessSchema = z.enum(['mrz', 'barcode', 'visual_zone', 'claim']);
export type Witness = z.infer<typeof witnessSchema>;

export const documentTypeSchema = z.enum(['passport', 'identity_card', 'driving_licence', 'visa', 'residence_permit']);
export type DocumentType = z.infer<typeof documentTypeSchema>;

export const documentSideSchema = z.enum(['front', 'back']);
export type DocumentSide = z.infer<typeof documentSideSchema>;
