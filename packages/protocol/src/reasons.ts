import { disclosureSchema, evidenceSchema, LOCALES, REASON_CODES, reasonClassSchema } from '@vidimus/vocabulary';
import { z } from 'zod';

/** A reason, to whoever may see it: without the right to evidence there is neither sentence nor value, as both quote the document. */
export const reasonViewSchema = z.strictObject({
  code: z.enum(REASON_CODES),
  number: z.number().int().positive(),
  class: reasonClassSchema,
  disclosure: disclosureSchema,
  heading: z.string(),
  /** To the applicant, in the verification's language. */
  message: z.string().optional(),
  /** To staff, in English. */
  reviewer_message: z.string().optional(),
  operator_message: z.string().optional(),
  evidence: z.array(evidenceSchema).optional(),
});
export type ReasonView = z.infer<typeof reasonViewSchema>;

/** An entry of the registry. */
export const reasonCodeSchema = z.strictObject({
  code: z.enum(REASON_CODES),
  number: z.int(),
  group: z.string(),
  class: reasonClassSchema,
  disclosure: disclosureSchema,
  /** `reserved` codes cannot be raised yet. */
  raised_by: z.enum(['engine', 'server', 'slot', 'reserved']),
  measure: z.string(),
  heading: z.string(),
  /** With {braces|and what stands in for them} where the evidence fills in. */
  applicant: z.string(),
});

/** Every entry. */
export const reasonCodeListSchema = z.strictObject({ data: z.array(reasonCodeSchema) });
/** In which language. */
export const reasonCodeQuerySchema = z.strictObject({ locale: z.enum(LOCALES).default('en') });
