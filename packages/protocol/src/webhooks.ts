/** Endpoints that are told of events, and what became of each delivery. */
import { z } from 'zod';
import { EVENT_TYPES } from './events.ts';

const LONGEST_URL = 2048;

/** Types of events, or `*` for all there are and will be. */
const Subscription = z
  .array(z.enum([...EVENT_TYPES, '*']))
  .min(1)
  .max(EVENT_TYPES.length + 1);
const Url = z.string().min(1).max(LONGEST_URL);

/** What a new endpoint is made of. */
export const NewWebhookEndpoint = z.strictObject({ url: Url, events: Subscription.default(['*']) });

/** What of an endpoint can be changed; `enabled: true` takes up an endpoint that was disabled, by whomever. */
export const WebhookEndpointChange = z.strictObject({
  url: Url.optional(),
  events: Subscription.optional(),
  enabled: z.boolean().optional(),
});

/** An endpoint as everybody sees it, without its secret. */
export const WebhookEndpoint = z.object({
  id: z.string(),
  mode: z.enum(['live', 'test']),
  url: z.string(),
  events: z.array(z.string()),
  enabled: z.boolean(),
  /** `gone`: it answered 410. `request`: a person or program asked for it. */
  disabled_because: z.enum(['gone', 'request']).nullable(),
  created_at: z.iso.datetime(),
  disabled_at: z.iso.datetime().nullable(),
  /** Until then every delivery is signed with the secret before, too. */
  old_secret_until: z.iso.datetime().nullable(),
});
export type WebhookEndpoint = z.output<typeof WebhookEndpoint>;

/** Shown when the secret is made, and never again. */
export const WebhookEndpointWithSecret = WebhookEndpoint.extend({ secret: z.string() });

/** One try to deliver. `answer` is the HTTP status, or a code where none came. */
export const WebhookTry = z.object({
  number: z.number().int(),
  at: z.iso.datetime(),
  answer: z.string(),
  duration_ms: z.number().int(),
});

/** An event on its way to an endpoint. `redelivery` counts from 1 for those that somebody asked for again. */
export const WebhookDelivery = z.object({
  id: z.string(),
  endpoint_id: z.string(),
  event_id: z.string(),
  event_type: z.string(),
  redelivery: z.number().int(),
  state: z.enum(['pending', 'delivered', 'failed']),
  last_answer: z.string().nullable(),
  next_try_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
  tries: z.array(WebhookTry),
});
export type WebhookDelivery = z.output<typeof WebhookDelivery>;
