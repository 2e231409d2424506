import { z } from 'zod';
import { evidenceSchema, regionSchema, sourceSchema } from './evidence.ts';
import { documentSideSchema, documentTypeSchema, fieldNameSchema } from './field-name.ts';
import { disclosureSchema, reasonClassSchema } from './outcome.ts';
import { REASON_CODES } from './reason-code.ts';

/** Parts that the reports of `check` and `read` share. Keys are snake_case; places are in pixels of the upright photo. */
export const REPORT_VERSION = 1;

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');
const nonEmptyEvidenceSchema = z.tuple([evidenceSchema], evidenceSchema);

/** What every report says of itself. */
export const reportHeadShape = {
  vidimus_report: z.literal(REPORT_VERSION),
  /** The day that "today" meant. */
  as_of: dateSchema,
  engine: z.strictObject({
    version: z.string(),
    models: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  }),
  /** Milliseconds per stage, and `total`. */
  timings_ms: z.record(z.string(), z.number().min(0)),
};

/** What was measured on a page. */
export const qualitySchema = z.strictObject({
  /** Blur σ as a part of the text height; 0 is sharp. */
  blur_to_text_height: z.number().nullable(),
  glare_share: z.number(),
  covered_share: z.number(),
  mean_luma: z.number(),
  pixels_per_mm: z.number(),
  dpi: z.number(),
  chroma_deviation: z.number(),
  cut_off_edges: z.array(z.enum(['top', 'right', 'bottom', 'left'])),
  corners_visible: z.number(),
  recapture: z.number(),
});
export type QualityReport = z.infer<typeof qualitySchema>;

/** A document seen on a photo. */
export const pageSchema = z.strictObject({
  side: documentSideSchema.or(z.literal('unknown')),
  format: z.string(),
  /** Null: no outline was seen, and the whole frame served as the page. */
  outline: regionSchema.nullable(),
  text_lines: z.number().int(),
  /** Of these, lines that were not read because the time was up; absent where all were. */
  text_lines_left: z.number().int().positive().optional(),
  quality: qualitySchema,
});

/** A photo, or the reason why there is none. */
export const photoSchema = z.strictObject({
  media_id: z.string(),
  asked: documentSideSchema.optional(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** The largest first. */
  pages: z.array(pageSchema),
  /** Why the file could not be used. */
  not_usable: z.strictObject({ why: z.string(), observed: z.string(), limit: z.string().optional() }).optional(),
  /** What was tried before saying that there is no document. */
  tried: z.array(z.string()).optional(),
});
export type PhotoReport = z.infer<typeof photoSchema>;

/** A field with every witness that read it. */
export const fieldSchema = z.strictObject({
  field: fieldNameSchema,
  /** Of the witness that is surest. */
  value: z.string(),
  /** `differ` and `unclear` as the checks found; `one_witness`: nothing to compare with. */
  agreement: z.enum(['agree', 'differ', 'unclear', 'one_witness']),
  witnesses: z.array(
    sourceSchema.extend({
      printed: z.string().optional(),
      original: z.strictObject({ script: z.string(), text: z.string() }).optional(),
    }),
  ),
});
export type FieldReport = z.infer<typeof fieldSchema>;

export const documentSchema = z.strictObject({
  type: documentTypeSchema.nullable(),
  issuing_state: z.string().nullable(),
  /** How well the layout fits, 0–1. */
  score: z.number(),
  fields: z.array(fieldSchema),
});

/** A reason in words and in figures. */
export const reasonSchema = z.strictObject({
  code: z.enum(REASON_CODES),
  number: z.number().int().positive(),
  class: reasonClassSchema,
  disclosure: disclosureSchema,
  check: z.string(),
  heading: z.string(),
  /** To the applicant, in the report's language. */
  message: z.string(),
  /** To staff, in English. */
  reviewer_message: z.string(),
  operator_message: z.string(),
  evidence: nonEmptyEvidenceSchema,
});
export type ReasonReport = z.infer<typeof reasonSchema>;

/** A check as it ended. */
export const checkSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ check: z.string(), outcome: z.literal('passed'), evidence: z.array(evidenceSchema) }),
  z.strictObject({
    check: z.string(),
    outcome: z.literal('failed'),
    code: z.enum(REASON_CODES),
    evidence: nonEmptyEvidenceSchema,
  }),
  z.strictObject({
    check: z.string(),
    outcome: z.literal('inconclusive'),
    because: z.string(),
    evidence: nonEmptyEvidenceSchema,
  }),
  z.strictObject({ check: z.string(), outcome: z.literal('not_applicable'), because: z.string() }),
  z.strictObject({ check: z.string(), outcome: z.literal('not_performed'), because: z.string() }),
]);
export type CheckLine = z.infer<typeof checkSchema>;
