/** A delivery and the job that does it, in the caller's transaction: both exist, or neither. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { newDelivery } from './webhook.ts';

export type NewDelivery = {
  readonly organizationId: string;
  readonly endpointId: string;
  readonly eventId: string;
  /** 0 for what is sent by itself; those that somebody asks for count from 1. */
  readonly redelivery: number;
  readonly now: Date;
};

/** Queues the first try for now; answers with the delivery's id. */
export async function queueDelivery(trx: DatabaseTransaction, jobs: Jobs, wanted: NewDelivery): Promise<string> {
  const { organizationId, now } = wanted;
  const id = newId('webhook_delivery', now.getTime());
  const { tries } = newDelivery(now);
  await trx
    .insertInto('webhook_delivery')
    .values({
      id,
      organization_id: organizationId,
      endpoint_id: wanted.endpointId,
      event_id: wanted.eventId,
      redelivery: wanted.redelivery,
      state: 'pending',
      tries,
      last_answer: null,
      next_try_at: now,
      created_at: now,
      ended_at: null,
    })
    .execute();
  await jobs.enqueue(trx, 'deliver-webhook', { organizationId, deliveryId: id }, { key: id });
  return id;
}
