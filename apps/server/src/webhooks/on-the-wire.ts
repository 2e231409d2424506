/** Rows of endpoints and deliveries as the interface shows them: no secret, sealed or not. */
import type { webhookDeliverySchema, webhookEndpointSchema } from '@vidimus/protocol';
import type { z } from 'zod';
import type { DeliveryRow } from './delivery-store.ts';
import type { EndpointRow } from './store.ts';

/** As `webhookEndpointSchema` describes it. `now` tells whether the old secret is still of use. */
export function endpointOnTheWire(row: EndpointRow, now: Date): z.output<typeof webhookEndpointSchema> {
  const until = row.old_secret_until;
  return {
    id: row.id,
    mode: row.mode,
    url: row.url,
    events: [...row.events],
    enabled: row.disabled_at === null,
    disabled_because: row.disabled_because,
    created_at: row.created_at.toISOString(),
    disabled_at: row.disabled_at?.toISOString() ?? null,
    old_secret_until: until !== null && until > now ? until.toISOString() : null,
  };
}

/** As `webhookDeliverySchema` describes it. */
export function deliveryOnTheWire(row: DeliveryRow): z.output<typeof webhookDeliverySchema> {
  return {
    id: row.id,
    endpoint_id: row.endpoint_id,
    event_id: row.event_id,
    event_type: row.event_type,
    redelivery: row.redelivery,
    state: row.state,
    next_try_at: row.next_try_at?.toISOString() ?? null,
    last_answer: row.last_answer,
    created_at: row.created_at.toISOString(),
    ended_at: row.ended_at?.toISOString() ?? null,
    tries: row.tries_made.map(({ number, at, answer, duration_ms }) => ({
      number,
      at: at.toISOString(),
      answer,
      duration_ms,
    })),
  };
}
