/** Endpoints that are told of events, and what became of each delivery. */
import { z } from 'zod';
import { EVENT_TYPES } from './events.ts';
import { instantSchema, modeSchema } from './ids.ts';
import { pageQuerySchema, pageSchema } from './page.ts';

const LONGEST_URL = 2048;

const subscription = z
  .array(z.enum([...EVENT_TYPES, '*']))
  .min(1)
  .max(EVENT_TYPES.length + 1)
  .meta({ description: 'Types of events, or `*` for all that there are and will be.', examples: [['*']] });
const url = z
  .string()
  .min(1)
  .max(LONGEST_URL)
  .meta({
    description: 'https, a public address, port 443 or from 1024 up.',
    examples: ['https://hooks.example/vidimus'],
  });

/** What a new endpoint is made of. */
export const newWebhookEndpointSchema = z.strictObject({ url, events: subscription.default(['*']) });

/** What of an endpoint can be changed. */
export const webhookEndpointChangeSchema = z.strictObject({
  url: url.optional(),
  events: subscription.optional(),
  enabled: z.boolean().optional().meta({ description: '`true` takes up an endpoint again, whoever disabled it.' }),
});

/** An endpoint as everybody sees it, without its secret. */
export const webhookEndpointSchema = z
  .object({
    id: z.string(),
    mode: modeSchema,
    url: z.string(),
    events: z.array(z.string()),
    enabled: z.boolean(),
    disabled_because: z
      .enum(['gone', 'request'])
      .nullable()
      .meta({ description: '`gone`: it answered 410. `request`: somebody asked for it.' }),
    created_at: instantSchema,
    disabled_at: instantSchema.nullable(),
    old_secret_until: instantSchema
      .nullable()
      .meta({ description: 'Until then every delivery is signed with the secret before, too.' }),
  })
  .meta({ id: 'WebhookEndpoint' });

/** All endpoints: there are few, so one page holds them. */
export const webhookEndpointListSchema = pageSchema(webhookEndpointSchema);

/** Answered when a secret is made, and never again. */
export const webhookEndpointWithSecretSchema = webhookEndpointSchema
  .extend({ secret: z.string().meta({ description: 'Shown this once.', examples: ['whsec_…'] }) })
  .meta({ id: 'WebhookEndpointWithSecret' });

const webhookTrySchema = z.object({
  number: z.int().meta({ description: 'From 1.' }),
  at: instantSchema,
  answer: z
    .string()
    .meta({ description: 'The HTTP status, or a code where none came.', examples: ['204', 'webhook-send.timeout'] }),
  duration_ms: z.int(),
});

/** An event on its way to an endpoint, with every try. */
export const webhookDeliverySchema = z
  .object({
    id: z.string(),
    endpoint_id: z.string(),
    event_id: z.string(),
    event_type: z.string(),
    redelivery: z.int().meta({ description: '0 for what was sent by itself; those that were asked for count from 1.' }),
    state: z.enum(['pending', 'delivered', 'failed']),
    next_try_at: instantSchema.nullable(),
    last_answer: z.string().nullable(),
    created_at: instantSchema,
    ended_at: instantSchema.nullable(),
    tries: z.array(webhookTrySchema),
  })
  .meta({ id: 'WebhookDelivery' });

/** A page of deliveries. */
export const webhookDeliveryListSchema = pageSchema(webhookDeliverySchema);

/** Filters of the deliveries of an endpoint. */
export const listWebhookDeliveriesSchema = pageQuerySchema.extend({
  state: z.enum(['pending', 'delivered', 'failed']).optional(),
});

/** All that was given up since then, and not delivered in the meantime. */
export const redeliverWebhooksSchema = z.strictObject({
  since: instantSchema.meta({ description: 'Deliveries that were made at this moment or later.' }),
});

/** How many events are on their way again. */
export const redeliveredWebhooksSchema = z.strictObject({
  queued: z.int().min(0),
  /** More were given up than one request sends again: ask again when these are through. */
  has_more: z.boolean(),
});
