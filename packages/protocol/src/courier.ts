/** Messages that leave the house, and what became of each. */
import { z } from 'zod';
import { instantSchema } from './ids.ts';

/**
 * Ways to reach somebody. `call` reads the message aloud; `whatsapp` stands for messengers behind an HTTP gateway; `push` is a
 * notification of an app that the operator has.
 */
export const CHANNELS = ['sms', 'call', 'whatsapp', 'email', 'push'] as const;
/** One of `CHANNELS`. */
export type Channel = (typeof CHANNELS)[number];

/** Whose addresses people know and type themselves: a policy and an account ask for these alone. */
export const TYPED_CHANNELS = ['sms', 'call', 'whatsapp', 'email'] as const;
/** One of `TYPED_CHANNELS`. */
export type TypedChannel = (typeof TYPED_CHANNELS)[number];

/** Whether it is one of `TYPED_CHANNELS`. */
export function isTyped(channel: Channel): channel is TypedChannel {
  return channel !== 'push';
}

/** What can be reached. `push`: an app, by the operator’s own reference for it, which nobody types. */
export const REACHED_KINDS = ['phone', 'email', 'push'] as const;
/** One of `REACHED_KINDS`. */
export type ReachedKind = (typeof REACHED_KINDS)[number];

/** What each channel reaches. */
export const REACHED_BY: Readonly<Record<Channel, ReachedKind>> = {
  sms: 'phone',
  call: 'phone',
  whatsapp: 'phone',
  email: 'email',
  push: 'push',
};

/**
 * `queued`: waits for its turn. `sent`: handed to a carrier whose answer is to come. `accepted`: the carrier took it. `unconfirmed`:
 * no receipt came within the route's usual time; one may still come.
 */
export const DELIVERY_STATES = [
  'queued',
  'sent',
  'accepted',
  'delivered',
  'undelivered',
  'expired',
  'unconfirmed',
] as const;
/** One of `DELIVERY_STATES`. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a message did not arrive, whatever the carrier calls it. */
export const UNDELIVERED_REASONS = [
  'absent_subscriber',
  'number_not_in_service',
  'landline',
  'roaming',
  'handset_full',
  'blocked_by_carrier',
  'content_refused',
  'throttled',
  'expired_at_carrier',
  'mailbox_unknown',
  'mailbox_full',
  'mail_domain_unknown',
  'mail_refused',
  'app_removed',
  'notifications_off',
  'route_failed',
  'interrupted',
  'no_route',
  'carrier_gave_no_reason',
] as const;
/** One of `UNDELIVERED_REASONS`. */
export type UndeliveredReason = (typeof UNDELIVERED_REASONS)[number];

/** One thing that happened to a message. */
export const deliveryEventSchema = z.strictObject({
  at: instantSchema,
  state: z.enum(DELIVERY_STATES),
  route: z.string().nullable().meta({ description: 'By the operator’s own name for it.' }),
  carrier_code: z
    .string()
    .nullable()
    .meta({ description: 'As the carrier said it: an SMTP status, an SMPP status or error, a word of a gateway.' }),
  reason: z.enum(UNDELIVERED_REASONS).nullable(),
  words: z.string().meta({ description: 'What happened, in the language of the message.' }),
  next_step: z.string().nullable().meta({ description: 'What helps.' }),
});
export type DeliveryEventView = z.output<typeof deliveryEventSchema>;

/** A message with its history, the oldest event first. */
export const deliverySchema = z.strictObject({
  channel: z.enum(CHANNELS),
  state: z.enum(DELIVERY_STATES),
  reason: z.enum(UNDELIVERED_REASONS).nullable(),
  route: z.string().nullable(),
  confirm_by: instantSchema
    .nullable()
    .meta({ description: 'While it is accepted: by when the route usually tells that a message arrived.' }),
  created_at: instantSchema,
  history: z.array(deliveryEventSchema),
});
export type DeliveryView = z.output<typeof deliverySchema>;

/** What `POST /v1/applicant/notice-of-change` takes. */
export const noticeOfChangeSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .max(254)
    .meta({ examples: ['person@example.com'] })
    .pipe(z.email()),
});
/** That somebody will be told; the same whether the address was known or not. The link by which it is forgotten goes by mail alone. */
export const noticeTakenSchema = z.strictObject({ object: z.literal('notice_of_change'), kept_until: instantSchema });
