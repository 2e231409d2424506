import { LOCALES, outcomeSchema, REASON_CODES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { confirmedContactSchema, knownContactsSchema } from './contacts.ts';
import { daySchema, idSchema, instantSchema, modeSchema, stateCodeSchema } from './ids.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { reasonViewSchema } from './reasons.ts';

export const verificationStateSchema = z.enum([
  'created',
  'open',
  'processing',
  'delayed',
  'in_review',
  'action_required',
  'approved',
  'declined',
  'expired',
  'cancelled',
]);
export const stepNameSchema = z.enum([
  'consent',
  'details',
  'contact_phone',
  'contact_email',
  'document_front',
  'document_back',
]);

/** What is known of the applicant and held against the document; dates may have unknown parts (`1985-03-XX`). */
export const claimsSchema = z.strictObject({
  name: z.string().min(1).max(300).optional(),
  primary_identifier: z.string().min(1).max(200).optional(),
  secondary_identifier: z.string().min(1).max(200).optional(),
  birth_date: z
    .string()
    .regex(/^(\d{4}|XXXX)-(\d{2}|XX)-(\d{2}|XX)$/, 'a day as YYYY-MM-DD, XX for parts that are unknown')
    .meta({ examples: ['1985-03-XX'] })
    .optional(),
  document_number: z.string().min(1).max(40).optional(),
  nationality: stateCodeSchema.optional(),
  sex: z.enum(['F', 'M', 'X']).optional(),
});
export type WireClaims = z.infer<typeof claimsSchema>;

const SECONDS_OF_AN_HOUR = 3600;
const SECONDS_OF_A_DAY = 24 * SECONDS_OF_AN_HOUR;

/** Lower case, without port: `shop.example.com`; international names as they go over the wire (`xn--…`). */
const hostSchema = z
  .string()
  .max(253)
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'a host such as shop.example.com',
  )
  .meta({ examples: ['shop.example.com'] });
/** Where applicants may be led back to. Empty: anywhere. */
export const returnHostsBodySchema = z.strictObject({ hosts: z.array(hostSchema).max(50) });
export const returnHostsSchema = z.strictObject({ hosts: z.array(z.string()) });

/** What `POST /v1/verifications` takes. */
export const createVerificationSchema = z.strictObject({
  /** Its published version decides. Left out: the organization's only published policy. */
  policy: idSchema('pol').optional(),
  applicant: z
    .strictObject({
      /** Your own word for this applicant, e.g. a customer number; never a name or an address. */
      reference: z.string().min(1).max(100).optional(),
    })
    .default({}),
  residence: stateCodeSchema.optional(),
  locale: z.enum(LOCALES).default('en'),
  claims: claimsSchema.default({}),
  contacts: knownContactsSchema,
  /** Where the applicant is sent afterwards: `https`, and on a host of `/v1/organization/return-hosts` where some are named. */
  return_url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  /** How long the link works. */
  expires_in: z
    .int()
    .min(SECONDS_OF_AN_HOUR)
    .max(30 * SECONDS_OF_A_DAY)
    .default(7 * SECONDS_OF_A_DAY),
});
export type CreateVerification = z.infer<typeof createVerificationSchema>;

export const stepViewSchema = z.strictObject({
  name: stepNameSchema,
  state: z.enum(['asked', 'submitted', 'finished']),
  /** Tries that count against the limit. */
  used: z.int().min(0),
  attempts: z.array(idSchema('att')),
});

export const decisionViewSchema = z.strictObject({
  id: idSchema('dec'),
  outcome: outcomeSchema,
  decided_by: z.enum(['rule', 'person', 'provider']),
  reason_codes: z.array(z.enum(REASON_CODES)),
  policy: z.strictObject({ id: idSchema('pol'), version: z.int() }),
  created_at: instantSchema,
});

export const verificationSchema = z.strictObject({
  object: z.literal('verification'),
  id: idSchema('ver'),
  mode: modeSchema,
  state: verificationStateSchema,
  applicant: z.strictObject({ id: idSchema('app'), reference: z.string().nullable() }),
  policy: z.strictObject({ id: idSchema('pol'), version: z.int() }),
  residence: stateCodeSchema.nullable(),
  locale: z.enum(LOCALES),
  return_url: z.string().nullable(),
  steps: z.array(stepViewSchema),
  contacts: z.array(confirmedContactSchema),
  /** Never empty where something was refused or somebody waits for a person. The easiest to mend first. */
  reasons: z.array(reasonViewSchema),
  decisions: z.array(decisionViewSchema),
  /** By when what it waits for happens. */
  expected_by: instantSchema.nullable(),
  appeal: z.strictObject({ path: z.string(), last_day: daySchema }).nullable(),
  expires_at: instantSchema,
  redaction: z.enum(['none', 'scheduled', 'running', 'done']),
  created_at: instantSchema,
  updated_at: instantSchema,
  decided_at: instantSchema.nullable(),
});
export type VerificationView = z.infer<typeof verificationSchema>;

/** A page of verifications. */
export const verificationListSchema = pageSchema(verificationSchema);

/** The answer to `POST /v1/verifications`: what was made, and the applicant's link, which is shown once. */
export const createdVerificationSchema = z.strictObject({
  ...verificationSchema.shape,
  link: z.strictObject({
    /** Bearer token of the applicant's part of the interface; for this verification alone. */
    token: z.string().meta({
      description: 'For your own page or app: the applicant’s part of the interface takes it as the bearer token.',
    }),
    /** The page that does it all, for the applicant to open. */
    url: z.url(),
  }),
});

export const listVerificationsSchema = pageQuerySchema.extend({
  state: verificationStateSchema.optional(),
  reference: z.string().max(100).optional(),
  reason: z.enum(REASON_CODES).optional().meta({ description: 'Those that have it now, or had it in a decision.' }),
  created_from: instantSchema.optional(),
  created_before: instantSchema.optional(),
});
