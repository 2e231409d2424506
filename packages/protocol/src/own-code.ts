/** A one-time code as the person sees it whom it was sent to: on the code's own page, in a verification, at a sign-in. */
import { LOCALES, REASON_CODES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { CODE_PURPOSES, CODE_STATES } from './codes.ts';
import { CHANNELS, DELIVERY_STATES, REACHED_KINDS, UNDELIVERED_REASONS } from './courier.ts';
import { instantSchema, modeSchema } from './ids.ts';

const CONTACT_MOST = 254;

/** Why it did not arrive, or was not taken: code and words, and nothing that is for staff. */
export const ownReasonSchema = z.strictObject({
  code: z.enum(REASON_CODES),
  number: z.int().positive(),
  heading: z.string(),
  message: z.string().meta({ description: 'In the language of the code.' }),
});
export type OwnReason = z.output<typeof ownReasonSchema>;

/** One thing that happened to a message. */
export const ownDeliveryEventSchema = z.strictObject({
  at: instantSchema,
  state: z.enum(DELIVERY_STATES),
  route: z.int().positive().nullable().meta({
    description: 'Which of the routes that the code took, counted from 1 in the order that they were taken.',
  }),
  reason: z.enum(UNDELIVERED_REASONS).nullable(),
  carrier_code: z.string().nullable().meta({ description: 'As the carrier said it; for whoever asks the carrier.' }),
  words: z.string().meta({ description: 'What happened.' }),
  next_step: z.string().nullable().meta({ description: 'What helps.' }),
});

/** A message, the oldest event first. */
export const ownDeliverySchema = z.strictObject({
  channel: z.enum(CHANNELS),
  state: z.enum(DELIVERY_STATES),
  confirm_by: instantSchema
    .nullable()
    .meta({ description: 'While the carrier has it: by when it usually tells that a message arrived.' }),
  usual_seconds: z.int().nullable().meta({
    description:
      'Within how many seconds the route that has it, or had it last, usually confirms; null where it never does.',
  }),
  created_at: instantSchema,
  history: z.array(ownDeliveryEventSchema),
});
export type OwnDelivery = z.output<typeof ownDeliverySchema>;

/** Trouble that is known: said before somebody waits for a message that will not come. */
export const knownOutageSchema = z.strictObject({
  channel: z.enum(CHANNELS),
  since: instantSchema,
});

/** The code as it stands. */
export const ownCodeSchema = z
  .strictObject({
    object: z.literal('own_code'),
    now: instantSchema.meta({ description: 'When this was true; the times below are by this clock.' }),
    mode: modeSchema,
    state: z.enum(CODE_STATES),
    purpose: z.enum(CODE_PURPOSES),
    locale: z.enum(LOCALES),
    operator: z.string(),
    channel: z.enum(CHANNELS).meta({ description: 'Of the latest message.' }),
    hint: z.string().meta({
      description: 'Where the latest message went: the end of the number or reference, or a shortened address.',
    }),
    kind: z.enum(REACHED_KINDS).meta({ description: 'What it is to prove.' }),
    reached: z.enum(REACHED_KINDS).nullable().meta({ description: 'Where the accepted code had gone.' }),
    tries_left: z.int().min(0),
    expires_at: instantSchema,
    resend: z.strictObject({
      possible_at: instantSchema.nullable().meta({ description: 'Null: not any more.' }),
      ways: z
        .array(
          z.strictObject({
            channel: z.enum(CHANNELS),
            hint: z.string(),
            another_route: z.boolean().meta({ description: 'Whether it goes by a route that no message took yet.' }),
          }),
        )
        .meta({ description: 'By which channels it can be sent again; that of the latest message first.' }),
    }),
    corrections_left: z.int().min(0).meta({ description: 'How often number or address can still be corrected.' }),
    reasons: z.array(ownReasonSchema),
    outages: z.array(knownOutageSchema),
    deliveries: z.array(ownDeliverySchema).meta({ description: 'The newest message first.' }),
    return_url: z.string().nullable(),
  })
  .meta({ id: 'OwnCode' });
export type OwnCodeView = z.output<typeof ownCodeSchema>;

/** Whether it was the code. What is not accepted is an answer, never a refusal of the request. */
export const ownCodeAnswerSchema = z.strictObject({
  object: z.literal('own_code_answer'),
  accepted: z.boolean(),
  tries_left: z.int().min(0),
  reasons: z.array(ownReasonSchema),
});

/** The right number or address. It gets another code, and the former one is worth nothing. */
export const correctContactSchema = z.strictObject({
  to: z
    .string()
    .trim()
    .min(1)
    .max(CONTACT_MOST)
    .meta({ examples: ['+50688880002'] }),
});

/** In which language to go on. */
export const ownCodeLanguageSchema = z.strictObject({ locale: z.enum(LOCALES) });
