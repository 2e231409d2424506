import { documentTypeSchema, fieldNameSchema, LOCALES, outcomeSchema } from '@vidimus/vocabulary';
import { z } from 'zod';
import { contactAnswerSchema, ownContactSchema } from './contacts.ts';
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

/** What later photographs show instead of what the first ones did. */
export const shownOtherSchema = z.enum(['document', 'holder']);

export const appealSchema = z.strictObject({ statement: z.string().min(1).max(5000) });

/** What was found on a photograph, read on its own before anything is handed in; after a decision what the decision found on it. */
export const lookViewSchema = z.strictObject({
  /** `unavailable`: ours; it can be handed in all the same. */
  state: z.enum(['reading', 'done', 'unavailable']),
  /** What is shown of a reason follows its disclosure. */
  reasons: z.array(reasonViewSchema),
  /** Of the upright photograph, in whose pixels every region is; the picture that is served is scaled down. */
  picture: z.strictObject({ width_px: z.int().positive(), height_px: z.int().positive() }).nullable(),
  /** It shows another document than the first photographs, or another holder; null where that is the same, or cannot be told. */
  shows_other: shownOtherSchema.nullable(),
});
export type LookView = z.infer<typeof lookViewSchema>;

export const attemptViewSchema = z.strictObject({
  id: idSchema('att'),
  step: stepNameSchema,
  media_id: idSchema('med').nullable(),
  /** Handed in for a decision, or replaced by a later one before that. */
  submitted: z.boolean(),
  created_at: instantSchema,
  /** Null where it is no photograph. */
  look: lookViewSchema.nullable(),
});

/** A field as it was read: what the best of its witnesses says. */
export const readFieldSchema = z.strictObject({
  name: fieldNameSchema,
  /** As on the wire: EDTF days, three-letter states. */
  value: z.string(),
  /** As people write it in the verification's language; a name also in its own script where that is printed. */
  text: z.string(),
  witness: z.enum(['machine_zone', 'barcode', 'visual_zone']),
  /** Another witness says something else. */
  differs: z.boolean(),
});
export type ReadField = z.infer<typeof readFieldSchema>;

/** What the standing photographs say, for "Is this right?". */
export const readingViewSchema = z.strictObject({
  document_type: documentTypeSchema.nullable(),
  issuing_state: z.string().nullable(),
  fields: z.array(readFieldSchema),
  /** Latin spellings of the name that the document allows, never a guess; empty where there is but one. */
  spellings: z.array(z.string()),
  /** The one of them that was claimed. */
  claimed_spelling: z.string().nullable(),
});
export type ReadingView = z.infer<typeof readingViewSchema>;

/** What a browser could not do, told by the page. */
export const deviceTroubleSchema = z.strictObject({
  code: z.enum(['camera_permission_denied', 'camera_unavailable', 'browser_not_supported']),
  browser: z.enum(['chrome', 'firefox', 'safari', 'edge', 'samsung', 'other']).optional(),
  detail: z
    .enum([
      'denied_by_person',
      'denied_by_system',
      'insecure_context',
      'no_camera',
      'in_use',
      'black_frames',
      'no_frames',
      'overconstrained',
      'interface_missing',
      'other',
    ])
    .optional(),
});
export type DeviceTrouble = z.infer<typeof deviceTroubleSchema>;

/** What is told about it, in the verification's language. No try was used. */
export const deviceTroubleToldSchema = z.strictObject({ reason: reasonViewSchema });

const ownDecisionSchema = z.strictObject({
  outcome: outcomeSchema,
  decided_by: z.enum(['rule', 'person', 'provider']),
  at: instantSchema,
  reasons: z.array(reasonViewSchema),
  policy: z.strictObject({ name: z.string(), version: z.int() }),
});
/** `statement`: null where the link opens the outcome alone. */
const ownAppealSchema = z.strictObject({ at: instantSchema, statement: z.string().nullable() });

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
  /** The link that asks: `apply` does the steps, `receipt` shows. */
  link: z.strictObject({
    kind: z.enum(['apply', 'receipt']),
    /** `outcome`: nothing that was said, or read from the document; a receipt opens all of it for whoever knows the birth date. */
    opens: z.enum(['all', 'outcome']),
    /** Null: for as long as anything is kept. */
    expires_at: instantSchema.nullable(),
  }),
  /** Going on with another device: whether it can be offered, and when one was let in last. */
  hand_off: z.strictObject({
    offered: z.boolean(),
    opened_at: instantSchema.nullable(),
    /** While a device waits: the numbers to choose from; it shows one of them. */
    choose: z.array(z.int()),
  }),
  /** From the operator; then the question is not asked. */
  residence: stateCodeSchema.nullable(),
  /** What the applicant has said so far. */
  consent: z.boolean().nullable(),
  details: z
    .strictObject({
      document_type: documentTypeSchema,
      issuing_state: stateCodeSchema.nullable(),
      residence: stateCodeSchema.nullable(),
    })
    .nullable(),
  claims: claimsSchema,
  steps: z.array(stepViewSchema),
  /** Contacts to be confirmed with a code, or that were. */
  contacts: z.array(ownContactSchema),
  attempts: z.array(attemptViewSchema),
  /** Of the standing photographs; null until they have been read. */
  reading: readingViewSchema.nullable(),
  /** What is shown of a reason follows its disclosure. */
  reasons: z.array(reasonViewSchema),
  /** The newest first. */
  decisions: z.array(ownDecisionSchema),
  appeals: z.array(ownAppealSchema),
  /** What the browser could not do: tries that used nothing up. */
  device_troubles: z.array(z.strictObject({ at: instantSchema, reason: reasonViewSchema })),
  expected_by: instantSchema.nullable(),
  appeal: z.strictObject({ path: z.string(), last_day: daySchema }).nullable(),
  expires_at: instantSchema,
  redaction: z.enum(['none', 'scheduled', 'running', 'done']),
  decided_at: instantSchema.nullable(),
});
export type ApplicantView = z.infer<typeof applicantViewSchema>;

/** `all`: for an hour it opens what is the person's own; `outcome`: the birth date opens that. */
export const receiptQuerySchema = z.strictObject({ opens: z.enum(['outcome', 'all']).default('outcome') });

/** A link that only shows; its token is told this once. */
export const receiptSchema = z.strictObject({ token: z.string(), url: z.url() });
/** The birth date as it stands in the document: proof that the receipt is in the right hands. */
export const birthDateProofSchema = z.strictObject({ birth_date: daySchema });
/** A receipt that opens everything until then, and is an ordinary one afterwards; its token is told this once. */
export const openedReceiptSchema = receiptSchema.extend({ opens_until: instantSchema });
/** What a device gets that opened the link in the code: a link of its own, told this once, that opens nothing until the first device chose its number. */
export const waitingDeviceSchema = z.strictObject({ token: z.string(), number: z.int(), expires_at: instantSchema });
/** The number that the other device shows. */
export const handOffNumberSchema = z.strictObject({ number: z.int() });
/** `nobody`: no device shows this number; whatever waited is shut out, and a new code is needed. */
export const handOffConfirmedSchema = z.strictObject({ outcome: z.enum(['let_in', 'nobody']) });
/** What a waiting device shows. */
export const handOffWaitsSchema = z.strictObject({ number: z.int(), expires_at: instantSchema });
/** A link to go on with on another device; its token is told this once. */
export const handOffSchema = z.strictObject({
  token: z.string(),
  url: z.url(),
  /** Until when a device must be let in; from then on that device's own link lives as long as the first. */
  expires_at: instantSchema,
});
/** "This was not me", in own words. */
export const notMeSchema = z.strictObject({ statement: z.string().min(1).max(5000).optional() });
/** What follows: everything stopped and will be erased, or a person looks; where nothing was granted, it is on record. */
export const disownedSchema = z.strictObject({ outcome: z.enum(['stopped', 'in_review', 'recorded']) });

/** All that is kept about a person's verification, to take along. */
export const ownDataSchema = z.strictObject({
  object: z.literal('applicant_data'),
  made_at: instantSchema,
  verification: applicantViewSchema,
  /** What the operator said of the person before. */
  claims_of_operator: claimsSchema,
  /** Every answer that was given, the oldest first. */
  answers: z.array(
    z.strictObject({
      attempt: idSchema('att'),
      step: z.enum(['consent', 'details', 'contact_phone', 'contact_email']),
      at: instantSchema,
      answer: z.union([consentAnswerSchema, detailsAnswerSchema, contactAnswerSchema]),
    }),
  ),
  photographs: z.array(
    z.strictObject({
      media_id: idSchema('med'),
      attempt: idSchema('att'),
      file: z.string(),
      media_type: z.string(),
      bytes: z.int(),
      at: instantSchema,
    }),
  ),
  /** "This was not me", as it was said. */
  disowned: z.array(z.strictObject({ at: instantSchema, statement: z.string().nullable() })),
});
export type OwnData = z.infer<typeof ownDataSchema>;
/** That what was sent will be erased. */
export const erasureScheduledSchema = z.strictObject({ redaction: z.literal('scheduled') });
