/** A message and the job that sends it, in the transaction of what caused it: both exist, or neither. */
import type { Clock } from '../clock.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Vault } from '../vault/vault.ts';
import { insertMessage, type NewMessage } from './store.ts';

export type QueueParts = {
  readonly vault: Pick<Vault, 'seal' | 'blindIndex'>;
  readonly jobs: Jobs;
  /** The real one: carriers keep no other. */
  readonly clock: Clock;
};

/** Answers with the message's id. */
export async function queueMessage(parts: QueueParts, trx: DatabaseTransaction, wanted: NewMessage): Promise<string> {
  const id = await insertMessage(trx, parts.vault, wanted, parts.clock());
  const payload = { organizationId: wanted.organizationId, messageId: id };
  await parts.jobs.enqueue(trx, 'send-message', payload, { key: id });
  return id;
}
