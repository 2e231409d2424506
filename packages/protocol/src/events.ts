/** What happened, as the operator reads it: in the list of events, and in the body of a webhook. */
import { z } from 'zod';

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
  'appeal.created',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Sent on request, to one endpoint, whatever it asked for. */
export const TEST_EVENT_TYPE = 'webhook.test';

const AnyEventType = z.enum([...EVENT_TYPES, TEST_EVENT_TYPE]);

/** Ids, states and reason codes; `id` is that of the object that the event is about. Never what a document or a person says. */
export const EventData = z.object({ id: z.string() }).catchall(z.union([z.string(), z.array(z.string())]));

/** An event in the list. `id` is also the `webhook-id` under which it was delivered. */
export const Event = z.object({
  id: z.string(),
  type: AnyEventType,
  mode: z.enum(['live', 'test']),
  timestamp: z.iso.datetime(),
  data: EventData,
});
export type Event = z.output<typeof Event>;

/** The body of a webhook (Standard Webhooks, thin payload): look the object up for more. */
export const WebhookBody = z.object({ type: AnyEventType, timestamp: z.iso.datetime(), data: EventData });
export type WebhookBody = z.output<typeof WebhookBody>;
