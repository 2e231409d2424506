/** Writes an event and a delivery to everybody who asked for its type, in the transaction of the change that it tells of. */
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { queueDelivery } from '../webhooks/queue-delivery.ts';
import { endpointsThatAskedFor } from '../webhooks/store.ts';
import type { Events } from './events.ts';
import { insertEvent } from './store.ts';

/** `clock` is the real one: a webhook's time is checked by its receiver, in test mode, too. */
export function eventRecorder(parts: { readonly jobs: Jobs; readonly clock: Clock }): Events {
  return {
    record: async (trx, event) => {
      const { organizationId, mode, type, objectId, payload } = event;
      const now = parts.clock();
      const id = newId('event', now.getTime());
      const owner = { organizationId, mode };
      await insertEvent(trx, { id, owner, type, objectId, payload, at: now });
      for (const endpointId of await endpointsThatAskedFor(trx, owner, type)) {
        await queueDelivery(trx, parts.jobs, { organizationId, endpointId, eventId: id, redelivery: 0, now });
      }
    },
  };
}
