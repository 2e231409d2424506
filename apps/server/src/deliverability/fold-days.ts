/** Hours of more than a month ago become days, so that thirteen months of cells stay few. */
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/transaction.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A little longer than messages are kept (30 days), so that no message of a folded day can be counted anew. */
const HOURS_KEPT_MS = 32 * DAY_MS;
/** In one transaction; what is left waits for the next hour. */
const MOST_DAYS = 40;

/** Days (in UTC) of before this moment lie in one hour each, the first of the day. It never goes back. */
export function foldedBefore(now: Date): Date {
  return new Date(Math.floor((now.getTime() - HOURS_KEPT_MS) / DAY_MS) * DAY_MS);
}

/** As the organization. A day that was folded once stays as it is. */
export async function foldDays(trx: DatabaseTransaction, organizationId: string, now: Date): Promise<void> {
  const { rows } = await sql<{ day: Date }>`
    select distinct ${DAY} as day from delivery_count
    where organization_id = ${organizationId} and hour < ${foldedBefore(now)} and hour <> ${DAY}
    order by day limit ${MOST_DAYS}`.execute(trx);
  for (const { day } of rows) await foldDay(trx, organizationId, day);
}

const DAY = sql`date_trunc('day', hour, 'UTC')`;

async function foldDay(trx: DatabaseTransaction, organizationId: string, day: Date): Promise<void> {
  const end = new Date(day.getTime() + DAY_MS);
  const columns = sql.raw('mode, counted, channel, country, prefix, route, outcome, reason, within_seconds');
  await sql`
    with hours as (
      delete from delivery_count where organization_id = ${organizationId} and hour >= ${day} and hour < ${end} returning *)
    insert into delivery_count (organization_id, hour, ${columns}, count, codes, entered, cost)
    select ${organizationId}, ${day}, ${columns}, sum(count), sum(codes), sum(entered), sum(cost)
    from hours group by ${columns}`.execute(trx);
}
