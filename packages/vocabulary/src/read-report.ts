import { z } from 'zod';
import { characterReadingSchema, regionSchema } from './evidence.ts';
import { fieldNameSchema } from './field-name.ts';
import { documentSchema, photoSchema, qualitySchema, reportHeadShape } from './report-parts.ts';

/** A character of the zone as read. */
export const mrzCharacterSchema = z.strictObject({
  ...characterReadingSchema.shape,
  /** What else it could be, the likeliest first. */
  alternatives: z.array(characterReadingSchema),
  /** Check digits that decided where the picture left the character open; absent where the picture decided. */
  decided_by: z.array(z.string()).optional(),
  region: regionSchema,
});

/** The machine-readable zone as printed. */
export const mrzSchema = z.strictObject({
  media_id: z.string(),
  format: z.enum(['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B', 'FRA-ID']),
  lines: z.array(z.string()),
  check_digits: z.array(
    z.strictObject({
      of: z.string(),
      outcome: z.enum(['passed', 'failed', 'not_performed']),
      expected: z.string().optional(),
      observed: z.string().optional(),
    }),
  ),
  name_truncated: z.boolean(),
  line_regions: z.array(regionSchema),
  /** Line by line, one for each character of `lines`. */
  characters: z.array(z.array(mrzCharacterSchema)).optional(),
});

export const barcodeSchema = z.strictObject({
  media_id: z.string(),
  symbology: z.string(),
  standard: z.string(),
  version: z.number().int().optional(),
  region: regionSchema.optional(),
});

/** A field of the zone. */
export const mrzFieldSchema = z.strictObject({
  field: fieldNameSchema,
  value: z.string(),
  printed: z.string(),
  confidence: z.number(),
  region: regionSchema.optional(),
});

/** A photo, or a page of a PDF, of which the zone alone was read. */
export const mrzPhotoSchema = z.strictObject({
  media_id: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Null where none was read; `tried` then says what was tried. */
  mrz: mrzSchema.nullable(),
  fields: z.array(mrzFieldSchema),
  tried: z.array(z.string()),
  not_usable: photoSchema.shape.not_usable,
});

/** What `vidimus read --only mrz --json` prints: the zone of each photo. */
export const mrzReportSchema = z.strictObject({
  ...reportHeadShape,
  kind: z.literal('mrz'),
  photos: z.array(mrzPhotoSchema),
});
export type MrzReport = z.infer<typeof mrzReportSchema>;

/** What `vidimus read --json` prints: all that the photos say, nothing judged. */
export const readReportSchema = z.strictObject({
  ...reportHeadShape,
  kind: z.literal('read'),
  document: documentSchema.omit({ fields: true }),
  /** Null where none was read; `not_read` then says what was tried. */
  mrz: mrzSchema.nullable(),
  barcode: barcodeSchema.nullable(),
  not_read: z.array(z.strictObject({ media_id: z.string(), witness: z.string(), tried: z.array(z.string()) })),
  fields: documentSchema.shape.fields,
  /** Every line of printed text, as recognised. */
  text: z.array(
    z.strictObject({ media_id: z.string(), text: z.string(), confidence: z.number(), region: regionSchema }),
  ),
  /** One entry per document seen on a photo. */
  quality: z.array(qualitySchema.extend({ media_id: z.string() })),
  photos: z.array(photoSchema),
});
export type ReadReport = z.infer<typeof readReportSchema>;
