/** What carriers tell afterwards: twice, late, out of order, before their own answer, and of messages that nobody knows. */
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Vault } from '../vault/vault.ts';
import type { Receipt, TakeReceipt } from './carrier.ts';
import type { Courier } from './courier.ts';
import { endHandover, findHandover } from './handover-store.ts';
import { changeMessage, type MessageCommand } from './message.ts';
import { rankRoutes } from './message-route.ts';
import { REASONS } from './reasons.table.ts';
import { lockMessage, type MessageRow, messageOf, openMessage, saveMessage } from './store.ts';

export type ReceiptParts = {
  readonly db: Kysely<Database>;
  readonly vault: Pick<Vault, 'open'>;
  readonly jobs: Jobs;
  readonly courier: Pick<Courier, 'routesOf'>;
  readonly clock: Clock;
  /** Once it stands what became of the message. */
  readonly afterwards?: (of: { readonly organizationId: string; readonly messageId: string }) => Promise<void>;
};

/** Finds whose message it is, and writes it down as that organization. */
export function receiptTaker(parts: ReceiptParts): TakeReceipt {
  return async (receipt) => {
    const found = await inTransaction(parts.db, { role: 'clock' }, (trx) =>
      findHandover(trx, receipt.route, receipt.carrierId),
    );
    if (found === undefined) return 'unknown';
    const { organization_id: organizationId, message_id: messageId, number } = found;
    await inTransaction(parts.db, { role: 'tenant', organizationId }, (trx) =>
      record(parts, trx, receipt, { messageId, number }),
    );
    await parts.afterwards?.({ organizationId, messageId });
    return 'recorded';
  };
}

async function record(
  parts: ReceiptParts,
  trx: DatabaseTransaction,
  receipt: Receipt,
  { messageId, number }: { readonly messageId: string; readonly number: number },
): Promise<void> {
  const now = parts.clock();
  const row = await lockMessage(trx, messageId);
  if (row === undefined || receipt.outcome === 'on_its_way') return;
  const message = messageOf(row);
  const command: MessageCommand =
    receipt.outcome === 'delivered'
      ? { do: 'confirm', route: receipt.route }
      : {
          do: 'fail',
          route: receipt.route,
          reason: receipt.reason,
          another: REASONS[receipt.reason].anotherRouteHelps && (await hasAnother(parts, trx, row, receipt.route)),
          now,
        };
  const changed = changeMessage(message, command);
  // Told twice, or after it arrived: known already.
  if (!changed.ok) return;
  const reason = receipt.outcome === 'undelivered' ? { reason: receipt.reason } : {};
  await endHandover(trx, messageId, number, { outcome: receipt.outcome, ...reason, now });
  const isNews = changed.value.message !== message || !(await wasTold(trx, row, receipt));
  if (!isNews) return;
  await saveMessage(trx, row, changed.value, { now, carrierCode: receipt.code });
  const { state, dueAt } = changed.value.message;
  if (state !== 'queued' || dueAt === null) return;
  const payload = { organizationId: row.organization_id, messageId };
  await parts.jobs.enqueue(trx, 'send-message', payload, { key: `${messageId}/${dueAt.getTime()}` });
}

async function hasAnother(
  parts: ReceiptParts,
  trx: DatabaseTransaction,
  row: MessageRow,
  route: string,
): Promise<boolean> {
  const opened = await openMessage(trx, parts.vault, row);
  if (opened === undefined) return false;
  const told = { health: new Map(), without: [...row.given_up, route], avoid: [] };
  return rankRoutes(parts.courier.routesOf(row.mode), { channel: row.channel, to: opened.to }, told).length > 0;
}

/** Whether the history has this already: a late word of a route that was given up, told again. */
async function wasTold(trx: DatabaseTransaction, row: MessageRow, receipt: Receipt): Promise<boolean> {
  const told = await trx
    .selectFrom('message_event')
    .select('number')
    .where('message_id', '=', row.id)
    .where('route', '=', receipt.route)
    .where('carrier_code', '=', receipt.code)
    .executeTakeFirst();
  return told !== undefined;
}
