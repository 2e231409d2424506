/** What is known of late, and what is usual, of every place that messages went to. In the transaction of an organization. */
import { UNDELIVERED_REASONS, type UndeliveredReason } from '@vidimus/protocol';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Place } from './place.ts';
import { SPEAKS_OF_CARRIER } from './speaks-of-carrier.table.ts';

/** Numbers, of one prefix and by one route (or by all): the narrowest places. */
export type RecentCell = {
  readonly place: Place;
  readonly settled: number;
  readonly failed: number;
  /** Since when nothing arrives: of the last that did, else of the first that did not. */
  readonly since: Date;
};
export type UsualCell = { readonly place: Place; readonly settled: number; readonly failed: number };

/** A message that its carrier does not even take is given up after minutes; it has failed well before. */
const STUCK_MS = 60_000;
/** What a carrier tells later than this says nothing about now. */
const OLDEST_MS = 2 * 60 * 60 * 1000;
const USUAL_MS = 7 * 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

const AGAINST = UNDELIVERED_REASONS.filter((reason): reason is UndeliveredReason => SPEAKS_OF_CARRIER[reason]);

/** Numbers of which something became known within `windowMs`, of messages made from `after` on, and after earlier outages there. */
export async function recentCells(
  trx: DatabaseTransaction,
  organizationId: string,
  { now, windowMs, after }: { readonly now: Date; readonly windowMs: number; readonly after?: Date },
): Promise<readonly RecentCell[]> {
  const from = new Date(now.getTime() - windowMs);
  const oldest = after ?? new Date(now.getTime() - OLDEST_MS);
  const those = sql`m.organization_id = ${organizationId} and m.updated_at >= ${from} and m.created_at >= ${oldest}`;
  // What was made while an outage lasted that is over is explained by it, and begins no second one.
  const isExplained = sql`exists (select from outage o where o.organization_id = ${organizationId} and o.ended_at > t.created_at
    and o.ended_at > ${from} and o.mode = t.mode and o.channel = t.channel and (o.country is null or o.country = t.country)
    and (o.prefix is null or o.prefix = t.prefix) and (o.route is null or o.route = t.route))`;
  const { rows } = await sql<RecentRow>`
    with told as (${ofMessages(those, now)} union all ${ofHandovers(those, from)}),
    numbers as (
      select mode, channel, country, prefix, route, address, bool_or(arrived) as arrived, bool_or(failed) as failed,
        max(created_at) filter (where arrived) as last_arrived, min(created_at) filter (where failed) as first_failed
      from told t where (arrived or failed) and not ${isExplained} group by mode, channel, country, prefix, route, address)
    select mode, channel, country, prefix, route, count(*) as settled, count(*) filter (where failed and not arrived) as failed,
      coalesce(max(last_arrived), min(first_failed)) as since
    from numbers group by mode, channel, country, prefix, route`.execute(trx);
  return rows.map(({ settled, failed, since, ...place }) => ({
    place,
    settled: Number(settled),
    failed: Number(failed),
    since,
  }));
}

/** Of a week, without the last hour and without the hours of known outages. Messages, not numbers: the share is alike. */
export async function usualCells(
  trx: DatabaseTransaction,
  organizationId: string,
  now: Date,
): Promise<readonly UsualCell[]> {
  const { rows } = await sql<Omit<RecentRow, 'since'>>`
    select mode, channel, country, prefix, route,
      sum(count) filter (where outcome in ('delivered', 'untold', 'unconfirmed') or reason in (${sql.join(AGAINST)})) as settled,
      sum(count) filter (where outcome = 'unconfirmed' or reason in (${sql.join(AGAINST)})) as failed
    from delivery_count c
    where organization_id = ${organizationId} and hour >= ${new Date(now.getTime() - USUAL_MS)}
      and hour < ${new Date(now.getTime() - 2 * HOUR_MS)}
      and not exists (select from outage o where o.organization_id = c.organization_id and o.mode = c.mode and o.channel = c.channel
        and (o.country is null or o.country = c.country) and (o.prefix is null or o.prefix = c.prefix)
        and (o.route is null or o.route = c.route)
        and c.hour + interval '1 hour' > o.begun_at and (o.ended_at is null or c.hour < o.ended_at))
    group by mode, channel, country, prefix, route`.execute(trx);
  return rows.map(({ settled, failed, ...place }) => ({
    place,
    settled: Number(settled ?? 0),
    failed: Number(failed ?? 0),
  }));
}

type RecentRow = Place & { readonly settled: string | null; readonly failed: string | null; readonly since: Date };

/** Rows of before addresses were told apart count one each. */
const ADDRESS = sql`coalesce(m.address_index, convert_to(m.id, 'UTF8'))`;

function ofMessages(those: RawBuilder<unknown>, now: Date): RawBuilder<unknown> {
  return sql`
    select m.mode, m.channel, m.country, m.prefix, null::text as route, ${ADDRESS} as address, m.created_at,
      m.state = 'delivered' or (m.state = 'accepted' and m.due_at is null) as arrived,
      m.state in ('unconfirmed', 'expired') or (m.state = 'undelivered' and m.reason in (${sql.join(AGAINST)}))
        or (m.state = 'queued' and m.reason in (${sql.join(AGAINST)})
          and m.created_at < ${new Date(now.getTime() - STUCK_MS)}) as failed
    from message m where ${those}`;
}

function ofHandovers(those: RawBuilder<unknown>, from: Date): RawBuilder<unknown> {
  return sql`
    select m.mode, m.channel, m.country, m.prefix, h.route, ${ADDRESS}, m.created_at,
      h.outcome = 'delivered' or (m.state = 'delivered' and h.route = m.route and h.number = m.handovers)
        or (h.outcome = 'accepted' and m.state = 'accepted' and m.due_at is null) as arrived,
      (h.outcome = 'unconfirmed' or (h.outcome in ('undelivered', 'refused', 'postponed') and h.reason in (${sql.join(AGAINST)})))
        and not (m.state = 'delivered' and h.route = m.route) as failed
    from message m join message_handover h on h.message_id = m.id
    where ${those} and coalesce(h.ended_at, h.answered_at, h.at) >= ${from}`;
}
