/** Accounts of applicants: kept from a verification, entered by passkey, authenticator app or code, and recovered by document. */
import { LOCALES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { CODE_STATES } from './codes.ts';
import { CHANNELS, TYPED_CHANNELS } from './courier.ts';
import { idSchema, instantSchema, modeSchema, stateCodeSchema } from './ids.ts';
import { ownDeliverySchema } from './own-code.ts';
import { passkeyAnswerSchema, passkeyRegistrationSchema } from './people.ts';
import { verificationStateSchema } from './verifications.ts';

const CONTACT_MOST = 254;
const CODE_MOST = 12;
const TOKEN_MOST = 200;

const to = z
  .string()
  .trim()
  .min(3)
  .max(CONTACT_MOST)
  .meta({
    description: 'A telephone number with its country (`+506 8…`), or an e-mail address.',
    examples: ['somebody@example.com'],
  });
const token = z
  .string()
  .max(TOKEN_MOST)
  .meta({ examples: ['vct_0'] });
const codeEntered = z
  .string()
  .trim()
  .min(1)
  .max(CODE_MOST)
  .meta({ examples: ['123456'] });

/** Whose accounts. */
const place = {
  organization: idSchema('org')
    .optional()
    .meta({ description: 'Left out where this server works for one organization alone.' }),
  mode: modeSchema.default('live'),
};

/** A contact, and by which channel a code goes there. */
export const accountContactSchema = z.strictObject({
  channel: z.enum(TYPED_CHANNELS).meta({ examples: ['email'] }),
  to,
  locale: z.enum(LOCALES).default('en'),
});
export const accountCodeBodySchema = accountContactSchema.extend(place);

/** Whose accounts, in an address. */
export const accountPlaceQuerySchema = z.strictObject(place);
/** Where codes do not arrive at the moment: for whoever is about to ask for one. The oldest first. */
export const accountOutagesSchema = z.strictObject({
  outages: z.array(
    z.strictObject({
      channel: z.enum(TYPED_CHANNELS),
      country: stateCodeSchema.nullable().meta({ description: 'Null: wherever it goes.' }),
      partly: z.boolean().meta({ description: 'Some numbers of the country, and not all.' }),
      since: instantSchema,
    }),
  ),
});
export type AccountOutages = z.output<typeof accountOutagesSchema>;

/** What a code was sent for; the token is told this once. */
export const accountTicketSchema = z.strictObject({ object: z.literal('account_ticket'), ticket: z.string() });
export const ticketBodySchema = z.strictObject({ ticket: token });
export const ticketResendSchema = z.strictObject({
  ticket: token,
  channel: z
    .enum(TYPED_CHANNELS)
    .optional()
    .meta({ description: 'Left out: the same channel, by another route if any.' }),
});
export const ticketCodeSchema = z.strictObject({ ticket: token, code: codeEntered });

/**
 * The code as its asker sees it. The history is shown to a browser that was signed in to the account before, and to whoever adds a way
 * in: to others it would tell whether an account exists.
 */
export const accountCodeSchema = z.strictObject({
  object: z.literal('account_code'),
  /** By the clock of the server: a browser's own may be wrong. */
  now: instantSchema,
  purpose: z.enum(['sign_in', 'keep', 'way']),
  state: z.enum(CODE_STATES),
  channel: z.enum(CHANNELS),
  hint: z.string(),
  tries_left: z.int().min(0),
  expires_at: instantSchema,
  sent_at: instantSchema,
  /** A message that takes longer than this often does not come. */
  usual_seconds: z.int().positive(),
  /** Since when hardly any message to numbers like this one arrives; null: they do. */
  outage_since: instantSchema.nullable(),
  resend: z.strictObject({ possible_at: instantSchema.nullable(), channels: z.array(z.enum(TYPED_CHANNELS)) }),
  deliveries: z.array(ownDeliverySchema).nullable().meta({ description: 'Null: not shown to this browser.' }),
});
export type AccountCodeView = z.output<typeof accountCodeSchema>;

/** Whether it was the code. `accepted`: the session travels in a cookie. */
export const accountEnteredSchema = z.strictObject({
  object: z.literal('account_code_answer'),
  accepted: z.boolean(),
  why: z.enum(['wrong', 'expired', 'used', 'tries_used']).nullable(),
  tries_left: z.int().min(0),
});

/** A session that was opened; its token travels in a cookie that no script reads. */
export const accountOpenedSchema = z.strictObject({ expires_at: instantSchema });

/** What the authenticator app shows, for the account that has this contact. */
export const accountTotpSchema = z.strictObject({ ...place, to, code: codeEntered });

export const WAY_KINDS = ['passkey', 'totp', 'email', 'phone'] as const;
export const accountWaySchema = z.strictObject({
  id: idSchema('way'),
  kind: z.enum(WAY_KINDS),
  /** Of a telephone number or address: enough to recognise it. */
  hint: z.string().nullable(),
  created_at: instantSchema,
  /** The last one by which somebody comes in stays. */
  removable: z.boolean(),
});

export const RECOVERY_STATES = [
  'asked',
  'in_review',
  'waiting',
  'ready',
  'done',
  'stopped',
  'refused',
  'expired',
] as const;
export type RecoveryState = (typeof RECOVERY_STATES)[number];
export const RECOVERY_REFUSALS = ['not_agreeing', 'not_approved', 'person_decided'] as const;
export type RecoveryRefusal = (typeof RECOVERY_REFUSALS)[number];
/** Of a field in the new reading and the verified one of before. */
export const AGREEMENT_WORDS = ['same', 'different', 'unclear', 'missing'] as const;
export type AgreementWord = (typeof AGREEMENT_WORDS)[number];
export const READ_FIELDS = ['document_number', 'name', 'birth_date', 'nationality', 'issuing_state'] as const;
export type Readings = Readonly<Record<(typeof READ_FIELDS)[number], AgreementWord>>;
const readingsSchema = z.strictObject({
  document_number: z.enum(AGREEMENT_WORDS),
  name: z.enum(AGREEMENT_WORDS),
  birth_date: z.enum(AGREEMENT_WORDS),
  nationality: z.enum(AGREEMENT_WORDS),
  issuing_state: z.enum(AGREEMENT_WORDS),
});

/** The account as its person sees it. */
export const accountSchema = z.strictObject({
  object: z.literal('account'),
  id: idSchema('acc'),
  mode: modeSchema,
  operator: z.string(),
  ways: z.array(accountWaySchema),
  verifications: z.array(
    z.strictObject({
      id: idSchema('ver'),
      state: verificationStateSchema,
      created_at: instantSchema,
      erased: z.boolean(),
    }),
  ),
  sign_ins: z.array(
    z.strictObject({ at: instantSchema, by: z.enum(WAY_KINDS), open: z.boolean(), this_one: z.boolean() }),
  ),
  /** Somebody asks to recover this account. */
  recovery: z
    .strictObject({ state: z.enum(RECOVERY_STATES), asked_at: instantSchema, wait_until: instantSchema.nullable() })
    .nullable(),
  created_at: instantSchema,
});
export type AccountView = z.output<typeof accountSchema>;

/** Whether the applicant of a link has an account. */
export const keptAccountSchema = z.strictObject({
  kept: z.boolean(),
  organization: idSchema('org'),
  mode: modeSchema,
});
/** With a session, the verification of a receipt joins the account that is signed in. */
export const accountReceiptSchema = z.strictObject({ token: z.string(), url: z.url() });
export const accountRegistrationSchema = passkeyRegistrationSchema;
export const accountAnswerSchema = passkeyAnswerSchema;

/** "I have lost everything": a contact of the account, and one where the person can be reached now. */
export const recoveryBodySchema = z.strictObject({
  ...place,
  contact: to,
  new_contact: to,
  locale: z.enum(LOCALES).default('en'),
});
/** What to do next: prove who you are with the link; `token` shows how the recovery stands. Both are told this once. */
export const recoveryAskedSchema = z.strictObject({
  object: z.literal('account_recovery_asked'),
  token: z.string(),
  verification: z.strictObject({ token: z.string(), url: z.url() }),
});
export const recoveryTokenSchema = z.strictObject({ token });
export const recoveryStatusSchema = z.strictObject({
  object: z.literal('account_recovery'),
  state: z.enum(RECOVERY_STATES),
  refusal: z.enum(RECOVERY_REFUSALS).nullable(),
  operator: z.string(),
  asked_at: instantSchema,
  wait_until: instantSchema.nullable(),
});

/** For the desk, where a person decides. */
export const accountRecoverySchema = z
  .strictObject({
    object: z.literal('account_recovery'),
    id: idSchema('rcv'),
    mode: modeSchema,
    state: z.enum(RECOVERY_STATES),
    refusal: z.enum(RECOVERY_REFUSALS).nullable(),
    readings: readingsSchema.nullable(),
    verification: idSchema('ver'),
    earlier_verifications: z.array(idSchema('ver')),
    asked_at: instantSchema,
    wait_until: instantSchema.nullable(),
    ended_at: instantSchema.nullable(),
    /** By a person; null where the readings agreed, or differed, by themselves. */
    decision: z
      .strictObject({
        by: idSchema('mem'),
        /** To those who may see members. */
        name: z.string().nullable(),
        grounds: z.string(),
        at: instantSchema,
      })
      .nullable(),
  })
  .meta({ id: 'AccountRecovery' });
export const accountRecoveryListSchema = z.strictObject({ data: z.array(accountRecoverySchema) });
export const accountRecoveryQuerySchema = z.strictObject({ state: z.enum(RECOVERY_STATES).optional() });
const LONGEST_GROUNDS = 5000;
export const recoveryDecisionSchema = z.strictObject({
  agree: z.boolean(),
  grounds: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_GROUNDS)
    .meta({ description: 'Why, in words; members read them, the person does not.' }),
});

const WAIT_HOURS_MOST = 720;
const recoveryWaitHours = z
  .int()
  .min(1)
  .max(WAIT_HOURS_MOST)
  .meta({ description: 'Between a recovery that agrees and the new way in; the old channels are told meanwhile.' });
const recoveryPolicy = idSchema('pol').nullable().meta({
  description: 'Under which a recovery by document is verified; null: under the one that was published last.',
});
/** Of the organization. */
export const accountSettingsSchema = z.strictObject({
  recovery_wait_hours: recoveryWaitHours,
  recovery_policy: recoveryPolicy,
});
export const accountSettingsChangeSchema = z.strictObject({
  recovery_wait_hours: recoveryWaitHours,
  recovery_policy: recoveryPolicy.optional(),
});
