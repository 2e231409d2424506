/** One-time codes: sent to somebody, and proof that they can be reached there. */
import { LOCALES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { CHANNELS, deliverySchema, REACHED_BY, REACHED_KINDS } from './courier.ts';
import { idSchema, instantSchema, modeSchema, stateCodeSchema } from './ids.ts';
import { reasonViewSchema } from './reasons.ts';

const CONTACT_MOST = 254;
const CODE_MOST = 12;
const URL_MOST = 2000;

/** `sign_in` runs out after 10 minutes everywhere; `confirm` after 24 hours by e-mail (NIST SP 800-63A-4 §3.8), 10 minutes else. */
export const CODE_PURPOSES = ['sign_in', 'confirm'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

const networkAddressSchema = z.union([z.ipv4(), z.ipv6()]);

/** How each channel’s contact is written; `push` goes by the operator’s own reference, which the routes check. */
const toSchema = z
  .string()
  .trim()
  .min(3)
  .max(CONTACT_MOST)
  .meta({
    description:
      'A telephone number with its country (`+506 8…`), an e-mail address, or for `push` your own reference of a person’s app, which your gateway knows: letters, digits and `. _ ~ : / = + - [ ]`. Kept sealed, as a number is.',
    examples: ['+50688880001'],
  });

const bodySchema = z.strictObject({
  channel: z.enum(CHANNELS),
  to: toSchema,
  purpose: z.enum(CODE_PURPOSES).default('confirm'),
  locale: z.enum(LOCALES).default('en'),
  network_address: networkAddressSchema.optional().meta({
    examples: ['203.0.113.7'],
    description: 'Of whoever asks you for the code: bounds how many one place can have sent. Kept as a keyed hash.',
  }),
  return_url: z
    .url({ protocol: /^https?$/ })
    .max(URL_MOST)
    .optional()
    .meta({ description: 'Where the code’s own page sends the person afterwards.' }),
  alternatives: z
    .array(z.strictObject({ channel: z.enum(CHANNELS), to: toSchema }))
    .max(1)
    .default([])
    .meta({
      description:
        'Another contact of the same person and of another kind (a number beside an app, an address beside a number, an app beside either), offered to them where the first one fails. It gets digits of its own; `reached` says which contact was proven.',
    }),
  correctable: z.boolean().default(false).meta({
    description:
      'Whether the person may correct number or address on the code’s page, up to three times (`confirm` only; never a reference of an app). Then read `corrected_to` before you believe in the contact that you named.',
  }),
});

/** What `POST /v1/contact-codes` takes. */
export const contactCodeBodySchema = bodySchema.refine(
  ({ channel, alternatives: [other] }) => other === undefined || REACHED_BY[other.channel] !== REACHED_BY[channel],
  { error: 'another kind of contact than `channel` reaches', path: ['alternatives', 0, 'channel'] },
);
export type ContactCodeBody = z.output<typeof contactCodeBodySchema>;

/** Another way to the same code. */
export const resendBodySchema = z.strictObject({
  channel: z
    .enum(CHANNELS)
    .optional()
    .meta({ description: 'Left out: the same channel, by another route where there is one.' }),
  network_address: networkAddressSchema.optional().meta({
    examples: ['203.0.113.7'],
    description:
      'Of whoever asks you for it again. Left out: counts for the one that the code was first asked for from.',
  }),
});

/**
 * `waiting`: can be entered. `refused`: nothing was sent, `reasons` says why. Neither a message that did not arrive nor a resend
 * uses up a try.
 */
export const CODE_STATES = ['waiting', 'accepted', 'expired', 'tries_used', 'refused'] as const;
export type CodeState = (typeof CODE_STATES)[number];

export const contactCodeSchema = z
  .strictObject({
    object: z.literal('contact_code'),
    id: idSchema('cod'),
    mode: modeSchema,
    state: z.enum(CODE_STATES),
    purpose: z.enum(CODE_PURPOSES),
    channel: z.enum(CHANNELS).meta({ description: 'Of the latest message.' }),
    hint: z
      .string()
      .meta({ description: 'The end of the number or reference, or the address with its middle left out.' }),
    country: stateCodeSchema.nullable().meta({ description: 'Of the telephone number.' }),
    tries_left: z.int().min(0),
    expires_at: instantSchema,
    resend: z.strictObject({
      possible_at: instantSchema.nullable().meta({ description: 'Null: not any more; ask for another code.' }),
      channels: z.array(z.enum(CHANNELS)).meta({ description: 'By which a resend can go.' }),
      another_route: z.boolean().meta({ description: 'Whether it will go by another route than so far.' }),
    }),
    outage: z
      .strictObject({
        since: instantSchema,
        channels: z.array(z.enum(CHANNELS)).meta({ description: 'By which messages arrive there.' }),
      })
      .nullable()
      .meta({
        description:
          'By that channel nothing arrives there at the moment, whatever route it takes. Null: no such outage is known.',
      }),
    reached: z.enum(REACHED_KINDS).nullable().meta({
      description: 'Which contact the code had been sent to that was accepted: of an alternative, not the first one.',
    }),
    corrected: z.int().min(0).meta({ description: 'How often the person corrected number or address.' }),
    corrected_to: z.string().nullable().meta({
      description: 'The contact in full that was proven, where the person had corrected the one that you named.',
    }),
    reasons: z.array(reasonViewSchema).meta({ description: 'Why it did not arrive, or was not sent.' }),
    deliveries: z.array(deliverySchema).meta({ description: 'The newest message first.' }),
    created_at: instantSchema,
  })
  .meta({ id: 'ContactCode' });
export type ContactCodeView = z.output<typeof contactCodeSchema>;

/** A code that was just made, with the address of its page. */
export const contactCodeMadeSchema = contactCodeSchema
  .extend({
    url: z.url().meta({ description: 'The person’s own page of this code. Told here alone; hand it to nobody else.' }),
  })
  .meta({ id: 'ContactCodeMade' });

export const codeEnteredSchema = z.strictObject({
  code: z
    .string()
    .trim()
    .min(1)
    .max(CODE_MOST)
    .meta({ examples: ['123456'] }),
});

/** Whether it was the code. What is not accepted is an answer, never a refusal of the request. */
export const codeAnswerSchema = z.strictObject({
  object: z.literal('contact_code_answer'),
  accepted: z.boolean(),
  tries_left: z.int().min(0),
  reasons: z.array(reasonViewSchema),
});
