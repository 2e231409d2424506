import { documentTypeSchema, REASON_CODES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { idSchema, instantSchema } from './ids.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { stepNameSchema } from './verifications.ts';

export const reviewSchema = z.strictObject({
  object: z.literal('review'),
  id: idSchema('rev'),
  verification: idSchema('ver'),
  cause: z.enum(['decision', 'appeal', 'new_evidence', 'attempt_limit']),
  state: z.enum(['open', 'claimed', 'second_opinion', 'decided']),
  reason_codes: z.array(z.enum(REASON_CODES)),
  opened_at: instantSchema,
  expected_by: instantSchema,
  claimed_by: z.string().nullable(),
  decided_at: instantSchema.nullable(),
  /** Since it was opened, or for as long as it took. */
  age_s: z.int().min(0),
  /** It waits for longer than was promised. */
  overdue: z.boolean(),
  /** As read, to those who may see evidence; null before, and to others. */
  document: z.strictObject({ type: documentTypeSchema.nullable(), issuing_state: z.string().nullable() }).nullable(),
});
export type ReviewView = z.infer<typeof reviewSchema>;

/** A page of the queue. */
export const reviewListSchema = pageSchema(reviewSchema);

export const listReviewsSchema = pageQuerySchema.extend({
  state: z.enum(['open', 'claimed', 'second_opinion', 'decided']).optional(),
  mine: z.stringbool().optional().meta({ description: 'Taken by whoever asks; `false`: by others, or nobody.' }),
  overdue: z.stringbool().optional(),
});

/** What a person decides, and why. A refusal cites at least one registered code beside the written grounds. */
export const reviewDecisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approved'), grounds: z.string().min(1).max(5000) }),
  z.strictObject({
    outcome: z.literal('action_required'),
    grounds: z.string().min(1).max(5000),
    reasons: z.array(z.enum(REASON_CODES)).min(1),
    /** Which steps the applicant is asked for again. */
    ask: z.array(stepNameSchema).min(1),
  }),
  z.strictObject({
    outcome: z.literal('declined'),
    grounds: z.string().min(1).max(5000),
    reasons: z.array(z.enum(REASON_CODES)).min(1),
  }),
]);
export type ReviewDecision = z.infer<typeof reviewDecisionSchema>;
