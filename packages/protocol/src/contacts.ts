/** Contacts that an applicant confirms with a code (confirmation codes, NIST SP 800-63A-4 §3.8). */
import { z } from 'zod';
import { CHANNELS, TYPED_CHANNELS } from './courier.ts';
import { idSchema, instantSchema } from './ids.ts';
import { ownCodeSchema } from './own-code.ts';
import { reasonViewSchema } from './reasons.ts';

const CONTACT_MOST = 254;
const contactText = z.string().trim().min(3).max(CONTACT_MOST);

/** What kinds of contact there are. */
export const CONTACT_KINDS = ['phone', 'email'] as const;
const contactKindSchema = z.enum(CONTACT_KINDS);

/** Contacts that the operator knows already: the applicant only confirms them, or names another. */
export const knownContactsSchema = z
  .strictObject({
    phone: contactText.optional().meta({ examples: ['+50688880001'] }),
    email: contactText.optional().meta({ examples: ['person@example.com'] }),
  })
  .default({})
  .meta({
    description:
      'A number or address of the applicant’s that you know: where the policy asks for it, they are sent a code there without typing it, or name another. Kept sealed, and never shown in full.',
  });
export type KnownContacts = z.output<typeof knownContactsSchema>;

/** A contact as the operator sees it: never in full. */
export const confirmedContactSchema = z.strictObject({
  kind: contactKindSchema,
  state: z.enum(['asked', 'confirmed']),
  hint: z.string().nullable().meta({
    description: 'The end of the number, or a shortened address; with the right evidence:read alone.',
  }),
  channel: z.enum(CHANNELS).nullable().meta({ description: 'That the code had come by.' }),
  confirmed_at: instantSchema.nullable(),
  named_by: z.enum(['applicant', 'operator']).nullable().meta({
    description: '`operator`: the number or address that you had named. `applicant`: another one.',
  }),
  code: idSchema('cod').nullable().meta({
    description: 'The latest code that was sent there; GET /v1/contact-codes/{id} tells what became of its messages.',
  }),
});
export type ConfirmedContact = z.output<typeof confirmedContactSchema>;

/** What an applicant confirmed, as it is kept under seal and told to nobody else: the contact in full. */
export const contactAnswerSchema = z.strictObject({
  kind: contactKindSchema,
  to: z.string(),
  hint: z.string(),
  /** That the latest message went by. */
  channel: z.enum(CHANNELS),
  named_by: z.enum(['applicant', 'operator']),
});
export type ContactAnswer = z.infer<typeof contactAnswerSchema>;

/** Which contact a route is about. */
export const contactParamsSchema = z.strictObject({ kind: contactKindSchema });

/** A contact as its applicant sees it. */
export const ownContactSchema = z.strictObject({
  kind: contactKindSchema,
  channels: z.array(z.enum(TYPED_CHANNELS)).meta({ description: 'By which a code may be sent, the first one first.' }),
  by_itself: z.boolean().meta({
    description: 'Where a code did not arrive, the next of the channels is taken without asking.',
  }),
  known_hint: z.string().nullable().meta({ description: 'Of the contact that whoever asks has named.' }),
  confirmed: z.strictObject({ hint: z.string(), channel: z.enum(CHANNELS), at: instantSchema }).nullable(),
  code: ownCodeSchema.nullable().meta({ description: 'The latest one that was sent, with what became of it.' }),
  reasons: z.array(reasonViewSchema).meta({
    description:
      'Why it was not sent, did not arrive or was not accepted, with the evidence. None of them ends anything.',
  }),
});
export type OwnContact = z.output<typeof ownContactSchema>;

/** Where the code shall go. */
export const ownContactBodySchema = z.strictObject({
  to: contactText.optional().meta({
    description: 'A telephone number or e-mail address. Left out: the one that whoever asks has named.',
    examples: ['+50688880001'],
  }),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .meta({
      description: 'Whose calling code a number without one has (ISO 3166-1 alpha-3).',
      examples: ['CRI'],
    }),
  channel: z
    .enum(TYPED_CHANNELS)
    .optional()
    .meta({ description: 'Left out: the first one that the policy names and that reaches it.' }),
});
export type OwnContactBody = z.output<typeof ownContactBodySchema>;
