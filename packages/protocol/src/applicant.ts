import { documentTypeSchema, LOCALES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { daySchema, idSchema, instantSchema, modeSchema, stateCodeSchema } from './ids.ts';
import { reasonViewSchema } from './reasons.ts';
import { claimsSchema, stepNameSchema, stepViewSchema, verificationStateSchema } from './verifications.ts';

/** Whether the applicant agrees, purpose by purpose. */
export const consentAnswerSchema = z.strictObject({ document: z.boolean() });
export type ConsentAnswer = z.infer<typeof consentAnswerSchema>;

/** What the applicant says before photographing; what the operator said stands, and a difference is told, not overwritten. */
export const detailsAnswerSchema = z.strictObject({
  document_type: documentTypeSchema,
  issuing_state: stateCodeSchema.optional(),
  residence: stateCodeSchema.optional(),
  claims: claimsSchema.default({}),
});
export type DetailsAnswer = z.infer<typeof detailsAnswerSchema>;

export const appealSchema = z.strictObject({ statement: z.string().min(1).max(5000) });

export const attemptViewSchema = z.strictObject({
  id: idSchema('att'),
  step: stepNameSchema,
  media_id: idSchema('med').nullable(),
  /** Handed in for a decision, or replaced by a later one before that. */
  submitted: z.boolean(),
  created_at: instantSchema,
});

/** The verification as its applicant sees it; also the receipt. */
export const applicantViewSchema = z.strictObject({
  object: z.literal('applicant_verification'),
  id: idSchema('ver'),
  mode: modeSchema,
  state: verificationStateSchema,
  /** Who asks. */
  operator: z.string(),
  policy: z.strictObject({ name: z.string(), version: z.int() }),
  locale: z.enum(LOCALES),
  return_url: z.string().nullable(),
  steps: z.array(stepViewSchema),
  attempts: z.array(attemptViewSchema),
  /** What is shown of a reason follows its disclosure. */
  reasons: z.array(reasonViewSchema),
  expected_by: instantSchema.nullable(),
  appeal: z.strictObject({ path: z.string(), last_day: daySchema }).nullable(),
  expires_at: instantSchema,
  redaction: z.enum(['none', 'scheduled', 'running', 'done']),
  decided_at: instantSchema.nullable(),
});
export type ApplicantView = z.infer<typeof applicantViewSchema>;

/** A link that only shows; its token is told this once. */
export const receiptSchema = z.strictObject({ token: z.string() });
/** That what was sent will be erased. */
export const erasureScheduledSchema = z.strictObject({ redaction: z.literal('scheduled') });
