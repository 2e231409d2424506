/** An event as it is stored, and as it is told. */
import type { WebhookBody } from '@vidimus/protocol';
import type { Selectable } from 'kysely';
import type { Database } from '../db/schema.ts';

export type EventRow = Selectable<Database['event']>;

/** What a webhook says of it: the same text at every try, because the signature covers each byte. */
export function webhookBody(row: Pick<EventRow, 'type' | 'created_at' | 'object_id' | 'payload'>): WebhookBody {
  const payload = Object.entries(row.payload).map(([name, value]) => [name, isText(value) ? value : [...value]]);
  return {
    type: row.type,
    timestamp: row.created_at.toISOString(),
    data: { ...Object.fromEntries(payload), id: row.object_id },
  };
}

/** As the list shows it. */
export function eventOnTheWire(row: EventRow): WebhookBody & Pick<EventRow, 'id' | 'mode'> {
  return { id: row.id, mode: row.mode, ...webhookBody(row) };
}

function isText(value: string | readonly string[]): value is string {
  return typeof value === 'string';
}
