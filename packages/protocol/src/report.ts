import { checkReportSchema, evidenceSchema, outcomeSchema, REASON_CODES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { CONTACT_KINDS } from './contacts.ts';
import { CHANNELS } from './courier.ts';
import { idSchema, instantSchema, modeSchema, stateCodeSchema } from './ids.ts';
import { stepNameSchema, verificationStateSchema } from './verifications.ts';

/** A new optional key is no new version; anything else is. */
export const VERIFICATION_REPORT_VERSION = 1;

const reasonInReportSchema = z.strictObject({
  code: z.enum(REASON_CODES),
  class: z.string(),
  check: z.string(),
  heading: z.string(),
  /** To staff, in English. */
  reviewer_message: z.string(),
  evidence: z.array(evidenceSchema),
});

/** What a verification came to, with the evidence; what `vidimus report verify` reads. */
export const verificationReportSchema = z.strictObject({
  vidimus_verification_report: z.literal(VERIFICATION_REPORT_VERSION),
  issued_at: instantSchema,
  organization: z.strictObject({ id: idSchema('org'), name: z.string() }),
  verification: z.strictObject({
    id: idSchema('ver'),
    mode: modeSchema,
    state: verificationStateSchema,
    applicant_reference: z.string().nullable(),
    residence: stateCodeSchema.nullable(),
    policy: z.strictObject({ id: idSchema('pol'), version: z.int(), name: z.string(), operator: z.string() }),
    created_at: instantSchema,
    decided_at: instantSchema.nullable(),
  }),
  /** What the operator said of the applicant. */
  claims: z.record(z.string(), z.string()),
  /** Contacts that were confirmed with a code; never in full. */
  contacts: z
    .array(
      z.strictObject({
        kind: z.enum(CONTACT_KINDS),
        hint: z.string(),
        channel: z.enum(CHANNELS),
        named_by: z.enum(['applicant', 'operator']),
        confirmed_at: instantSchema,
      }),
    )
    .optional(),
  attempts: z.array(
    z.strictObject({
      id: idSchema('att'),
      step: stepNameSchema,
      media_id: idSchema('med').nullable(),
      /** Keyed hash of the photograph: the same as in a decision's inputs. */
      fingerprint: z.string().nullable(),
      submitted: z.boolean(),
      created_at: instantSchema,
    }),
  ),
  decisions: z.array(
    z.strictObject({
      id: idSchema('dec'),
      outcome: outcomeSchema,
      decided_by: z.strictObject({
        kind: z.enum(['rule', 'person', 'provider']),
        id: z.string().optional(),
        grounds: z.string().optional(),
      }),
      policy: z.strictObject({ id: idSchema('pol'), version: z.int() }),
      detectors: z.record(z.string(), z.string()),
      inputs: z.array(z.string()),
      reasons: z.array(reasonInReportSchema),
      notes: z.array(reasonInReportSchema),
      created_at: instantSchema,
    }),
  ),
  /** What the engine read and measured for the last decision that rests on photographs. */
  reading: checkReportSchema.nullable(),
});
export type VerificationReport = z.infer<typeof verificationReportSchema>;

/** A report and the signature over its canonical form (RFC 8785). */
export const signedReportSchema = z.strictObject({
  report: verificationReportSchema,
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    canonicalization: z.literal('RFC 8785'),
    /** Base64. Compare it with the one that the installation publishes: a file's own key proves only that it was not changed. */
    public_key: z.string(),
    value: z.string(),
  }),
});
export type SignedReport = z.infer<typeof signedReportSchema>;

/** What signs the reports of an installation. */
export const signingKeySchema = z.strictObject({ algorithm: z.literal('Ed25519'), public_key: z.string() });
