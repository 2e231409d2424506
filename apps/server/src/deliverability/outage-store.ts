/** Outages in the database. */
import type { OutageEnd, OutageView } from '@vidimus/protocol';
import type { Selectable } from 'kysely';
import type { Database, Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { FoundOutage } from './find-outages.ts';
import type { Settled } from './outage.ts';

export type OutageRow = Selectable<Database['outage']>;

/** Undefined where one of the same place is open already. */
export async function insertOutage(
  trx: DatabaseTransaction,
  organizationId: string,
  { place, since, usualShare, recent }: FoundOutage,
  now: Date,
): Promise<OutageRow | undefined> {
  return trx
    .insertInto('outage')
    .values({
      id: newId('outage', now.getTime()),
      organization_id: organizationId,
      ...place,
      begun_at: since,
      seen_at: now,
      ended_at: null,
      ended_because: null,
      usual_share: usualShare,
      settled: recent.settled,
      failed: recent.failed,
      last_settled_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** The organization's that last, of both modes. */
export async function openOutages(trx: DatabaseTransaction, organizationId: string): Promise<readonly OutageRow[]> {
  return trx
    .selectFrom('outage')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .execute();
}

/** What is known of it by now. */
export async function noteOutage(
  trx: DatabaseTransaction,
  id: string,
  { settled, failed }: Settled,
  lastSettledAt: Date,
): Promise<void> {
  await trx
    .updateTable('outage')
    .set({ settled, failed, last_settled_at: lastSettledAt })
    .where('id', '=', id)
    .execute();
}

/** It stays on record, with why it ended. */
export async function endOutage(trx: DatabaseTransaction, id: string, why: OutageEnd, now: Date): Promise<void> {
  await trx.updateTable('outage').set({ ended_at: now, ended_because: why }).where('id', '=', id).execute();
}

/** Newest first, at most `limit`. */
export async function listOutages(
  trx: DatabaseTransaction,
  owner: { readonly organizationId: string; readonly mode: Mode },
  wanted: { readonly limit: number; readonly after: string | undefined; readonly isOpen: boolean },
): Promise<readonly OutageRow[]> {
  let query = trx
    .selectFrom('outage')
    .selectAll()
    .where('organization_id', '=', owner.organizationId)
    .where('mode', '=', owner.mode)
    .orderBy('id', 'desc')
    .limit(wanted.limit);
  if (wanted.after !== undefined) query = query.where('id', '<', wanted.after);
  if (wanted.isOpen) query = query.where('ended_at', 'is', null);
  return query.execute();
}

/** Outages that ended before that moment. */
export async function forgetOutages(trx: DatabaseTransaction, before: Date): Promise<void> {
  await trx.deleteFrom('outage').where('ended_at', '<', before).execute();
}

/** As the interface tells it. */
export function presentOutage(row: OutageRow): OutageView {
  return {
    object: 'outage',
    id: row.id,
    mode: row.mode,
    channel: row.channel,
    country: row.country,
    prefix: row.prefix,
    route: row.route,
    begun_at: row.begun_at.toISOString(),
    seen_at: row.seen_at.toISOString(),
    ended_at: row.ended_at?.toISOString() ?? null,
    ended_because: row.ended_because,
    numbers: { settled: row.settled, failed: row.failed, usual_share: Math.round(row.usual_share * 1000) / 1000 },
  };
}
