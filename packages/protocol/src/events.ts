/** What happened, as the operator reads it: in the list of events, and in the body of a webhook. */
import { z } from 'zod';
import { instantSchema, modeSchema } from './ids.ts';
import { pageQuerySchema, pageSchema } from './page.ts';

/** Types of events that an endpoint can ask for. */
export const EVENT_TYPES = [
  'verification.created',
  'verification.opened',
  'verification.processing',
  'verification.approved',
  'verification.action_required',
  'verification.in_review',
  'verification.declined',
  'verification.delayed',
  'verification.expired',
  'verification.cancelled',
  'verification.overdue',
  'verification.redacted',
  'verification.disowned',
  'appeal.created',
  'account.recovery_asked',
  'account.recovery_in_review',
  'account.recovery_waiting',
  'account.recovery_stopped',
  'account.recovery_refused',
  'account.recovered',
  'messages.outage_begun',
  'messages.outage_ended',
] as const;
/** One of `EVENT_TYPES`. */
export type EventType = (typeof EVENT_TYPES)[number];

/** Sent on request, to one endpoint, whatever that asked for. */
export const TEST_EVENT_TYPE = 'webhook.test';
/** What an event in the list can be. */
export type AnyEventType = EventType | typeof TEST_EVENT_TYPE;

const anyEventType = z.enum([...EVENT_TYPES, TEST_EVENT_TYPE]);

const eventDataSchema = z
  .object({ id: z.string().meta({ description: 'Of the object that the event is about.' }) })
  .catchall(z.union([z.string(), z.array(z.string())]))
  .meta({ description: 'Ids, states and reason codes; never what a document or a person says.' });

/** An event in the list. */
export const eventSchema = z
  .object({
    id: z.string().meta({ description: 'Also the `webhook-id` under which it was delivered.' }),
    type: anyEventType,
    mode: modeSchema,
    timestamp: instantSchema,
    data: eventDataSchema,
  })
  .meta({ id: 'Event' });

/** A page of events. */
export const eventListSchema = pageSchema(eventSchema);

/** Filters of the list. */
export const eventQuerySchema = pageQuerySchema.extend({
  type: anyEventType.optional(),
  object_id: z.string().max(64).optional().meta({ description: 'Events about this object alone.' }),
});

/** The body of a webhook (Standard Webhooks, thin payload): ask the interface for the rest. */
export const webhookBodySchema = z
  .object({ type: anyEventType, timestamp: instantSchema, data: eventDataSchema })
  .meta({ id: 'WebhookBody' });
/** What a receiver parses. */
export type WebhookBody = z.output<typeof webhookBodySchema>;
