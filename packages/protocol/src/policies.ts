/** Policies on the wire: versions, words, preflight and simulation. */
import {
  documentTypeSchema,
  evidenceSchema,
  LOCALES,
  outcomeSchema,
  PRODUCTION_POLICY,
  policySchema,
  REASON_CODES,
  reasonClassSchema,
} from '@vidimus/vocabulary';
import { z } from 'zod';
import { CONTACT_KINDS } from './contacts.ts';
import { CHANNELS } from './courier.ts';

const instantSchema = z.iso.datetime();
const countrySchema = z.string().regex(/^[A-Z]{3}$/, 'three capital letters, e.g. CRI (ISO 3166-1 alpha-3)');
const reasonCodeSchema = z.enum(REASON_CODES);
const localeSchema = z.enum(LOCALES);

export const policyStateSchema = z.enum(['draft', 'published', 'archived']);

/** A version of a policy, without what it says. */
export const policyVersionSummarySchema = z.strictObject({
  version: z.number().int().positive(),
  state: policyStateSchema,
  created_at: instantSchema,
  published_at: instantSchema.nullable(),
  archived_at: instantSchema.nullable(),
});
export type PolicyVersionSummary = z.infer<typeof policyVersionSummarySchema>;

/** A version with its document, in which the version's number stands, too. */
export const policyVersionSchema = policyVersionSummarySchema.extend({ policy_id: z.string(), document: policySchema });

export const policyResourceSchema = z.strictObject({
  id: z.string(),
  /** Of the published version; where none is, of the newest. */
  name: z.string(),
  created_at: instantSchema,
  /** A verification is made under it where none is named. */
  is_default: z.boolean(),
  /** The version that verifications are made under; null: none can be. */
  published_version: z.number().int().positive().nullable(),
  draft_version: z.number().int().positive().nullable(),
  /** The oldest first. */
  versions: z.array(policyVersionSummarySchema),
});

/** The newest policy first. */
export const policyListSchema = z.strictObject({
  data: z.array(policyResourceSchema),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
});

const POLICIES_A_PAGE = 20;
const POLICIES_A_PAGE_MAX = 100;

export const policyListQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(POLICIES_A_PAGE_MAX).default(POLICIES_A_PAGE),
  cursor: z.string().optional(),
});

/** A policy as a file says it (`vidimus policy init` writes one). Its `version` is set by the server. What is wrong in it is told key by key. */
export const policyDraftBodySchema = z.strictObject({
  document: z.record(z.string(), z.unknown()).meta({ examples: [PRODUCTION_POLICY] }),
});

/** What is wrong with a document, and where; empty where it could be published. */
export const policyVerdictSchema = z.strictObject({
  valid: z.boolean(),
  problems: z.array(
    z.strictObject({
      /** JSON Pointer into the document: `/documents/0/types`. */
      pointer: z.string(),
      expected: z.string(),
      observed: z.string(),
      /** One sentence with all of it. */
      message: z.string(),
    }),
  ),
});

export const policyParamsSchema = z.strictObject({ id: z.string() });
export const policyVersionParamsSchema = z.strictObject({
  id: z.string(),
  version: z.coerce.number().int().positive(),
});

export const policyWordsQuerySchema = z.strictObject({
  for: z.enum(['applicant', 'auditor']),
  /** For applicants; auditors read English. */
  locale: localeSchema.default('en'),
});

/** A document that is not kept, in words. */
export const policyDraftWordsBodySchema = z.strictObject({
  ...policyDraftBodySchema.shape,
  for: z.enum(['applicant', 'auditor']),
  /** For applicants; auditors read English. */
  locale: localeSchema.default('en'),
});

const wordSectionSchema = z.strictObject({ heading: z.string(), sentences: z.array(z.string()) });

const applicantWordsSchema = z.strictObject({
  for: z.literal('applicant'),
  locale: localeSchema,
  direction: z.enum(['ltr', 'rtl']),
  title: z.string(),
  sections: z.array(wordSectionSchema),
});
const practiceShape = {
  sections: z.array(wordSectionSchema),
  rules: z.array(
    z.strictObject({
      /** JSON Pointer into the document. */
      pointer: z.string(),
      /** Null where the policy leaves the rule out. */
      value: z.unknown(),
      meaning: z.string(),
      reason_codes: z.array(reasonCodeSchema),
    }),
  ),
};

/** What an applicant needs, in their language; or, for an auditor, the practice that the version sets, rule by rule. */
export const policyWordsSchema = z.discriminatedUnion('for', [
  applicantWordsSchema,
  z.strictObject({
    for: z.literal('auditor'),
    locale: z.literal('en'),
    policy_id: z.string(),
    ...policyVersionSummarySchema.shape,
    ...practiceShape,
  }),
]);

/** The same of a document that is no version yet. */
export const policyDraftWordsSchema = z.discriminatedUnion('for', [
  applicantWordsSchema,
  z.strictObject({ for: z.literal('auditor'), locale: z.literal('en'), ...practiceShape }),
]);

/** The newest first, each with who published and archived it. */
export const policyHistorySchema = z.strictObject({
  data: z.array(
    policyVersionSummarySchema.extend({
      /** `member:mem_…`, `api_key:key_…`, `system:…`; null where it was not, or the record does not say. */
      published_by: z.string().nullable(),
      archived_by: z.string().nullable(),
      /** Verifications that were made under it, in both modes. */
      verifications: z.int().min(0),
    }),
  ),
});

/** The greatest age that somebody may say, in years. */
const AGE_MAX = 150;

/** What an applicant says of themselves; nothing of it is kept. What is left out is not judged. */
export const preflightBodySchema = z
  .strictObject({
    /** Which policy, by staff and their keys, as `POST /v1/verifications` takes it. An applicant's is that of the verification. */
    policy: z.string().optional(),
    residence: countrySchema.optional(),
    document_type: documentTypeSchema.optional(),
    issuing_state: countrySchema.optional(),
    /** In whole years; or the date of birth. */
    age: z.number().int().min(0).max(AGE_MAX).optional(),
    birth_date: z.iso.date().optional(),
    phone_country: countrySchema.optional(),
    locale: localeSchema.optional(),
  })
  .refine(({ age, birth_date }) => age === undefined || birth_date === undefined, {
    error: 'either the age or the date of birth, not both',
    path: ['age'],
  })
  .meta({ examples: [{ residence: 'CRI', document_type: 'passport', issuing_state: 'CRI', age: 30 }] });
export type PreflightBody = z.infer<typeof preflightBodySchema>;

export const preflightSubjectSchema = z.enum([
  'residence',
  'document_type',
  'issuing_state',
  'birth_date',
  'phone_country',
]);
export type PreflightSubject = z.infer<typeof preflightSubjectSchema>;

export const preflightAnswerSchema = z.strictObject({
  /** `incomplete`: nothing speaks against it so far, and the policy has a rule about something in `unanswered`. */
  outcome: z.enum(['eligible', 'not_eligible', 'incomplete']),
  policy: z.strictObject({ id: z.string(), version: z.number().int().positive() }),
  /** Every one, in the language asked for. */
  reasons: z.array(
    z.strictObject({
      code: reasonCodeSchema,
      class: reasonClassSchema,
      heading: z.string(),
      message: z.string(),
      evidence: z.array(evidenceSchema).min(1),
    }),
  ),
  unanswered: z.array(preflightSubjectSchema),
  contacts: z
    .array(z.strictObject({ kind: z.enum(CONTACT_KINDS), channels: z.array(z.enum(CHANNELS)) }))
    .meta({ description: 'What will be asked beside the document: confirmed with a code, by one of these channels.' }),
});

/** Each report is opened and judged while the request waits. */
const SIMULATED_MAX = 200;

export const simulateBodySchema = z.strictObject({
  /** How many of the last decided verifications. */
  last: z.number().int().min(1).max(SIMULATED_MAX),
  /** Which version; the draft where none is named. */
  version: z.number().int().positive().optional(),
});

const simulatedOutcomeSchema = z.strictObject({ outcome: outcomeSchema, reason_codes: z.array(reasonCodeSchema) });

export const simulatedVerificationSchema = z.strictObject({
  verification_id: z.string(),
  /** The policy that it was judged under. */
  policy: z.strictObject({ id: z.string(), version: z.number().int().positive() }),
  /** How it was decided in the end, and by whom. */
  decided: z.strictObject({ outcome: outcomeSchema, by: z.enum(['rule', 'person', 'provider']) }),
  /** What the rules said then. */
  had: simulatedOutcomeSchema,
  /** What they would say, with the checks of `not_reevaluated` as they were. */
  would_have: simulatedOutcomeSchema,
  differs: z.boolean(),
  reasons_added: z.array(reasonCodeSchema),
  reasons_removed: z.array(reasonCodeSchema),
  /** Checks whose rules changed and of which too little is on file. Only where it is empty is `would_have` certain. */
  not_reevaluated: z.array(
    z.strictObject({ check: z.string(), because: z.string(), might_raise: reasonCodeSchema.optional() }),
  ),
});
export type SimulatedVerification = z.infer<typeof simulatedVerificationSchema>;

export const simulationSchema = z.strictObject({
  policy_id: z.string(),
  version: z.number().int().positive(),
  /** Verifications that were judged again; fewer than asked for where fewer were decided or their data was erased. */
  considered: z.number().int().min(0),
  /** Of these: the outcome differs. */
  different: z.number().int().min(0),
  /** Of these: not all could be judged again. */
  uncertain: z.number().int().min(0),
  /** The latest decided first. */
  verifications: z.array(simulatedVerificationSchema),
});
export type SimulationAnswer = z.infer<typeof simulationSchema>;
