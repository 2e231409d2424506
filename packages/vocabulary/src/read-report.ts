import { z } from 'zod';
import { regionSchema } from './evidence.ts';
import { documentSchema, photoSchema, qualitySchema, reportHeadShape } from './report-parts.ts';

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
});

export const barcodeSchema = z.strictObject({
  media_id: z.string(),
  symbology: z.string(),
  standard: z.string(),
  version: z.number().int().optional(),
  region: regionSchema.optional(),
});

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
