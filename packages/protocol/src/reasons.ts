import { disclosureSchema, evidenceSchema, REASON_CODES, reasonClassSchema } from '@vidimus/vocabulary';
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
