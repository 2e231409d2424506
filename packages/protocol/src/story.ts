/** One verification on one screen: what a person needs who decides about it, or explains what was decided. */
import {
  documentTypeSchema,
  evidenceSchema,
  fieldNameSchema,
  outcomeSchema,
  REASON_CODES,
  regionSchema,
  witnessSchema,
} from '@vidimus/vocabulary';
import { z } from 'zod';
import { shownOtherSchema } from './applicant.ts';
import { idSchema, instantSchema, stateCodeSchema } from './ids.ts';
import { reasonViewSchema } from './reasons.ts';
import { reviewSchema } from './reviews.ts';
import { claimsSchema, stepNameSchema, verificationSchema } from './verifications.ts';

/** A reason with its evidence, in all three voices, and the rule of the policy that it rests on, where it rests on one. */
export const storyReasonSchema = z.strictObject({
  ...reasonViewSchema.required().shape,
  /** The check that raised it. */
  check: z.string(),
  policy_rules: z.array(
    z.strictObject({
      /** JSON Pointer into the document of the version. */
      pointer: z.string(),
      value: z.unknown(),
      meaning: z.string(),
    }),
  ),
});
export type StoryReason = z.infer<typeof storyReasonSchema>;

const photographSchema = z.strictObject({
  media_id: idSchema('med'),
  step: stepNameSchema,
  attempt_id: idSchema('att'),
  side: z.enum(['front', 'back']),
  /** Of the upright photograph, in whose pixels every region is; null until it was read. */
  width_px: z.int().positive().nullable(),
  height_px: z.int().positive().nullable(),
  /** Handed in for a decision, or replaced by a later one before that. */
  submitted: z.boolean(),
  /** Whether there is a picture to look at: `GET /v1/verifications/{id}/media/{media_id}`. */
  has_preview: z.boolean(),
  created_at: instantSchema,
  erased: z.boolean(),
});

const attemptSchema = z.strictObject({
  id: idSchema('att'),
  step: stepNameSchema,
  /** From 1, of its step. */
  number: z.int().positive(),
  media_id: idSchema('med').nullable(),
  submitted: z.boolean(),
  /** The one that its step stands for now. */
  stands: z.boolean(),
  created_at: instantSchema,
  /** Reading it before it is handed in; null where it is no photograph, or never was. */
  look: z.enum(['reading', 'done', 'unavailable']).nullable(),
  /** What the last decision by rule found on this photograph, with the evidence that lies on it; before one, what was seen. */
  reasons: z.array(storyReasonSchema),
  /** This photograph shows another document than the first ones, or another holder; null where that is the same, or cannot be told. */
  shows_other: shownOtherSchema.nullable(),
});

const fieldSchema = z.strictObject({
  name: fieldNameSchema,
  /** Of the witness that is surest. */
  value: z.string(),
  /** Null: there is nothing to compare with, or it cannot be told. */
  agree: z.boolean().nullable(),
  witnesses: z.array(
    z.strictObject({
      witness: witnessSchema,
      value: z.string().nullable(),
      printed: z.string().optional(),
      original_script: z.strictObject({ script: z.string(), text: z.string() }).optional(),
      confidence: z.number().min(0).max(1).nullable(),
      region: regionSchema.optional(),
      media_id: z.string().nullable(),
    }),
  ),
});

const observed = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A check as it ended; the figures are those of its first evidence. */
const checkSchema = z.strictObject({
  check: z.string(),
  /** The claim as an English sentence. */
  claim: z.string(),
  result: z.enum(['passed', 'failed', 'inconclusive', 'not_applicable', 'not_performed']),
  code: z.enum(REASON_CODES).nullable(),
  measure: z.string().nullable(),
  observed,
  threshold: z.union([z.string(), z.number()]).nullable(),
  unit: z.string().nullable(),
  /** Why it could not tell, was not needed, or did not look. */
  note: z.string().nullable(),
  evidence: z.array(evidenceSchema),
});

const decisionSchema = z.strictObject({
  id: idSchema('dec'),
  outcome: outcomeSchema,
  decided_by: z.strictObject({
    kind: z.enum(['rule', 'person', 'provider']),
    id: z.string().nullable(),
    /** Of a member, to those who may see members. */
    name: z.string().nullable(),
    grounds: z.string().nullable(),
  }),
  policy: z.strictObject({ id: idSchema('pol'), version: z.int() }),
  detectors: z.record(z.string(), z.string()),
  /** Keyed hashes of what it rests on. */
  inputs: z.array(z.string()),
  reasons: z.array(storyReasonSchema),
  /** What passed but was close. */
  notes: z.array(storyReasonSchema),
  created_at: instantSchema,
});

/** One thing that happened. */
const momentSchema = z.strictObject({
  at: instantSchema,
  /** A word that stays: `verification.submit`, `attempt`, `media.viewed`. */
  kind: z.string(),
  actor_kind: z.enum(['applicant', 'member', 'api_key', 'system']),
  /** `mem_…`, `key_…`, or which part of the system. */
  actor: z.string().nullable(),
  /** An English sentence. */
  words: z.string(),
});

/** All of it. Reading it is an entry of the record. */
export const storySchema = z.strictObject({
  object: z.literal('verification_story'),
  verification: verificationSchema,
  /** Test mode: nobody's real document. */
  simulated: z.boolean(),
  policy: z.strictObject({ id: idSchema('pol'), version: z.int(), name: z.string(), operator: z.string() }),
  document: z.strictObject({ type: documentTypeSchema.nullable(), issuing_state: z.string().nullable() }).nullable(),
  photographs: z.array(photographSchema),
  attempts: z.array(attemptSchema),
  /** As last read, for a decision or before one; empty before that. */
  fields: z.array(fieldSchema),
  checks: z.array(checkSchema),
  claims: z.strictObject({
    operator: claimsSchema,
    applicant: claimsSchema,
    /** What the applicant said of the document. */
    details: z
      .strictObject({
        document_type: documentTypeSchema,
        issuing_state: stateCodeSchema.nullable(),
        residence: stateCodeSchema.nullable(),
      })
      .nullable(),
    consent: z.boolean().nullable(),
  }),
  /** The oldest first. */
  decisions: z.array(decisionSchema),
  /** The oldest first. */
  reviews: z.array(
    z.strictObject({
      ...reviewSchema.shape,
      claimed_by_name: z.string().nullable(),
      claimed_at: instantSchema.nullable(),
      /** Who gave the first of two opinions. */
      first_member: z.string().nullable(),
    }),
  ),
  /** What the applicant said against it. */
  appeals: z.array(
    z.strictObject({
      id: idSchema('apl'),
      /** `disowned`: this was not me. */
      kind: z.enum(['appeal', 'disowned']),
      /** Null where nothing was decided yet. */
      review: idSchema('rev').nullable(),
      /** Empty where nothing was said. */
      statement: z.string(),
      created_at: instantSchema,
    }),
  ),
  /** The oldest first. */
  timeline: z.array(momentSchema),
});
export type Story = z.infer<typeof storySchema>;
