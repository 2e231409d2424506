/** Events and the webhooks that tell of them. */
import type { AnyEventType } from '@vidimus/protocol';
import type { ColumnType } from 'kysely';
import type { Later, Mode, Written } from './column-types.ts';

/** Append-only, thin: ids and states, no personal data. */
export type EventTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly type: AnyEventType;
  readonly object_id: string;
  readonly payload: ColumnType<Readonly<Record<string, string | readonly string[]>>, string, never>;
  readonly created_at: Written;
};

export type WebhookEndpointTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  url: string;
  /** Event types, or `*`. */
  events: string[];
  sealed_secret: Buffer;
  /** The one before, honoured while both sides change over. */
  sealed_old_secret: Buffer | null;
  old_secret_until: Later;
  readonly created_at: Written;
  disabled_at: Later;
  /** `gone`: it answered 410 (Standard Webhooks: stop sending). `request`: somebody asked for it. */
  disabled_because: 'gone' | 'request' | null;
};

export type WebhookDeliveryTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  /** A redelivery asked for by a person has its own row. */
  readonly redelivery: number;
  state: 'pending' | 'delivered' | 'failed';
  tries: number;
  /** Of the last try: an HTTP status, or a code of ours where none came. */
  last_answer: string | null;
  next_try_at: Later;
  readonly created_at: Written;
  ended_at: Later;
};

/** One row a try. */
export type WebhookTryTable = {
  readonly delivery_id: string;
  readonly organization_id: string;
  /** From 1. */
  readonly number: number;
  readonly at: Written;
  /** An HTTP status, or a code of ours where none came. */
  readonly answer: string;
  readonly duration_ms: number;
};
