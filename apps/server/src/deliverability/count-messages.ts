/**
 * Counts messages and handings over into cells, hour by hour. An hour in which something changed is counted anew as a whole, so that
 * counting twice is counting once, and what came late is counted where it belongs.
 */
import { type RawBuilder, sql } from 'kysely';
import { ENTERED } from '../courier/settle-messages.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { foldedBefore } from './fold-days.ts';

/** What one message costs on each route. */
export type RouteCosts = Readonly<Record<string, number>>;

/** Ends of the steps in which times to delivery are counted, in seconds; each at most a quarter longer than the one before. */
export const WITHIN_SECONDS: readonly number[] = [
  1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 60, 75, 90, 112, 140, 175, 218, 270, 335, 420, 525, 650,
  800, 1000, 1250, 1550, 1900, 2400, 3000, 3600,
];
/** Longer ones; nobody waits for them any more. */
const LONGEST_SECONDS = 86_400;

/** A change is committed a little after the moment that it carries. */
const COMMITTED_WITHIN_MS = 2 * 60 * 1000;
/** Messages are kept so long: nothing older can have changed. */
const KEPT_MS = 31 * 24 * 60 * 60 * 1000;

/** As the organization: counts what changed since it was counted last. Two at once wait for each other. */
export async function countMessages(
  trx: DatabaseTransaction,
  organizationId: string,
  costs: RouteCosts,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('delivery_watch')
    .values({ organization_id: organizationId, counted_until: new Date(now.getTime() - KEPT_MS) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { counted_until: until } = await trx
    .selectFrom('delivery_watch')
    .select('counted_until')
    .where('organization_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const since = new Date(until.getTime() - COMMITTED_WITHIN_MS);
  const { rows } = await sql<{ hour: Date }>`
    select distinct ${HOUR} as hour from message m
    where m.organization_id = ${organizationId} and m.updated_at >= ${since}
      and m.created_at >= ${foldedBefore(now)}`.execute(trx);
  const hours = rows.map(({ hour }) => hour);
  if (hours.length > 0) {
    await trx
      .deleteFrom('delivery_count')
      .where('organization_id', '=', organizationId)
      .where('hour', 'in', hours)
      .execute();
    for (const hour of hours) await countHour(trx, organizationId, costs, hour);
  }
  await trx
    .updateTable('delivery_watch')
    .set({ counted_until: now })
    .where('organization_id', '=', organizationId)
    .execute();
}

/** Cells of before that moment. */
export async function forgetCounts(trx: DatabaseTransaction, before: Date): Promise<void> {
  await trx.deleteFrom('delivery_count').where('hour', '<', before).execute();
}

const HOUR = sql`date_trunc('hour', m.created_at, 'UTC')`;
const HOUR_MS = 60 * 60 * 1000;

async function countHour(
  trx: DatabaseTransaction,
  organizationId: string,
  costs: RouteCosts,
  hour: Date,
): Promise<void> {
  const end = new Date(hour.getTime() + HOUR_MS);
  const those = sql`m.organization_id = ${organizationId} and m.created_at >= ${hour} and m.created_at < ${end}`;
  await sql`
    insert into delivery_count (organization_id, mode, hour, counted, channel, country, prefix, route, outcome, reason,
      within_seconds, count, codes, entered, cost)
    select ${organizationId}, mode, ${hour}, counted, channel, country, prefix, route, outcome,
      case when outcome = 'undelivered' then reason end, case when outcome = 'delivered' then within_seconds end,
      count(*), count(*) filter (where is_code), count(*) filter (where is_entered), sum(cost)
    from (${messages(those)} union all ${handovers(those, costs)}) one
    group by mode, counted, channel, country, prefix, route, outcome,
      case when outcome = 'undelivered' then reason end, case when outcome = 'delivered' then within_seconds end`.execute(
    trx,
  );
}

/** The last message about a code that was entered: whatever its carrier says, or does not say, it arrived. */
const IS_ENTERED = sql<boolean>`(c.used_at is not null
  and not exists (select from message n where n.organization_id = m.organization_id and n.object_id = m.object_id and n.id > m.id))`;

function messages(those: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select m.mode, 'message' as counted, m.channel, m.country, m.prefix, null::text as route,
      case when ${IS_ENTERED} then 'delivered'
        when m.state in ('delivered', 'unconfirmed', 'undelivered') then m.state
        when m.state = 'expired' then 'undelivered'
        when m.state = 'accepted' and m.due_at is null then 'untold'
        else 'pending' end as outcome,
      coalesce(m.reason, 'not_sent_in_time') as reason,
      ${within(sql`(select min(e.at) from message_event e where e.message_id = m.id and e.state = 'delivered'
        and e.carrier_code is distinct from ${ENTERED}) - m.created_at`)} as within_seconds,
      m.purpose = 'code' as is_code, ${IS_ENTERED} as is_entered, 0::float8 as cost
    from message m left join contact_code c on c.id = m.object_id where ${those}`;
}

/** Of one that was put off nothing went out: the next one counts. A long message costs as many times as it has parts. */
function handovers(those: RawBuilder<unknown>, costs: RouteCosts): RawBuilder<unknown> {
  const isLast = sql`(h.number = m.handovers and ${IS_ENTERED})`;
  return sql`
    select m.mode, 'handover', m.channel, m.country, m.prefix, h.route,
      case when ${isLast} then 'delivered'
        when h.outcome in ('delivered', 'unconfirmed', 'undelivered') then h.outcome
        when h.outcome = 'refused' then 'undelivered'
        when h.outcome = 'interrupted' then 'unconfirmed'
        when h.outcome = 'accepted' and m.state = 'accepted' and m.due_at is null then 'untold'
        else 'pending' end,
      coalesce(h.reason, 'carrier_gave_no_reason'),
      ${within(sql`case when h.outcome = 'delivered' then h.ended_at - h.at end`)},
      m.purpose = 'code', ${isLast},
      case when h.outcome in ('open', 'refused') then 0
        else coalesce((${JSON.stringify(costs)}::jsonb ->> h.route)::float8, 0) * greatest(1, cardinality(h.carrier_ids)) end
    from message m join message_handover h on h.message_id = m.id left join contact_code c on c.id = m.object_id
    where ${those} and h.outcome <> 'postponed'`;
}

/** The step that a length of time falls into. */
function within(length: RawBuilder<unknown>): RawBuilder<unknown> {
  const steps = sql.raw(`array[${[...WITHIN_SECONDS, LONGEST_SECONDS].join(', ')}]::int[]`);
  const bounds = sql.raw(`array[${WITHIN_SECONDS.join(', ')}]::float8[]`);
  return sql`(${steps})[width_bucket(extract(epoch from ${length})::float8, ${bounds}) + 1]`;
}
