/** Writes an event and a delivery to everybody who asked for its type, in the transaction of the change that it tells of. */
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { queueDelivery } from '../webhooks/queue-delivery.ts';
import { endpointsThatAskedFor } from '../webhooks/store.ts';
import type { Events, NewEvent } from './events.ts';
import { insertEvent } from './store.ts';

/** A state, a reason code, or an id of ours. Names and sentences look otherwise; a number of a document does, too. */
const THIN = /^(?:[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*|[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26})$/;

/**
 * `clock` is the real one: a webhook's time is checked by its receiver, in test mode, too. `record` throws for a payload that is
 * more than states, codes and ids: events leave the house, and nothing calls them back.
 */
export function eventRecorder(parts: { readonly jobs: Jobs; readonly clock: Clock }): Events {
  return {
    record: async (trx, event) => {
      assertThin(event);
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

function assertThin({ type, objectId, payload }: NewEvent): void {
  const parts = Object.entries({ id: objectId, ...payload });
  const fat = parts.find(([, value]) => [value].flat().some((word) => !THIN.test(word)));
  if (fat !== undefined) throw new Error(`${fat[0]} of the event ${type} is no state, code or id`);
}
