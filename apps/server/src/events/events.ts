/** What happened, told to the operator: an event, and a delivery to every endpoint that asked for it, in the caller's transaction. */
import type { EventType } from '@vidimus/protocol';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

export type { EventType };

/** Thin: ids, states and reason codes; never what a document or a person says. */
export type NewEvent = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly type: EventType;
  readonly objectId: string;
  readonly payload: Readonly<Record<string, string | readonly string[]>>;
};

export type Events = { readonly record: (trx: DatabaseTransaction, event: NewEvent) => Promise<void> };
