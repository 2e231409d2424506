/** Cells of a span, and how they lie in time. */
import type { Channel } from '@vidimus/protocol';
import { sql } from 'kysely';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Cell } from './tell-deliverability.ts';

/** Half-open: `from` counts, `to` does not. */
export type AskedSpan = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly channel: Channel | undefined;
  readonly from: Date;
  readonly to: Date;
};

export type TimeCell = {
  readonly from: Date;
  readonly sent: number;
  readonly delivered: number;
  readonly undelivered: number;
  readonly unconfirmed: number;
};

export async function readCells(trx: DatabaseTransaction, asked: AskedSpan): Promise<readonly Cell[]> {
  const { rows } = await sql<CellRow>`
    select counted, channel, country, prefix, route, outcome, reason, within_seconds,
      sum(count) as count, sum(codes) as codes, sum(entered) as entered, sum(cost) as cost
    from delivery_count where ${within(asked)}
    group by counted, channel, country, prefix, route, outcome, reason, within_seconds`.execute(trx);
  return rows.map((row) => ({
    ...row,
    count: Number(row.count),
    codes: Number(row.codes),
    entered: Number(row.entered),
    cost: Number(row.cost),
  }));
}

/** Messages by hour or day, in UTC; hours and days without any are not there. */
export async function readTimes(
  trx: DatabaseTransaction,
  asked: AskedSpan,
  step: 'hour' | 'day',
): Promise<readonly TimeCell[]> {
  const of = (outcome: Cell['outcome']) => sql`coalesce(sum(count) filter (where outcome = ${outcome}), 0)`;
  const { rows } = await sql<Readonly<Record<Exclude<keyof TimeCell, 'from'>, string>> & { readonly from: Date }>`
    select date_trunc(${step}, hour, 'UTC') as "from", sum(count) as sent, ${of('delivered')} as delivered,
      ${of('undelivered')} as undelivered, ${of('unconfirmed')} as unconfirmed
    from delivery_count where ${within(asked)} and counted = 'message' group by 1 order by 1`.execute(trx);
  return rows.map(({ from, ...counts }) => ({
    from,
    sent: Number(counts.sent),
    delivered: Number(counts.delivered),
    undelivered: Number(counts.undelivered),
    unconfirmed: Number(counts.unconfirmed),
  }));
}

/** Undefined before the first count. */
export async function countedUntil(trx: DatabaseTransaction, organizationId: string): Promise<Date | undefined> {
  const row = await trx
    .selectFrom('delivery_watch')
    .select('counted_until')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row?.counted_until;
}

type CellRow = Omit<Cell, 'count' | 'codes' | 'entered' | 'cost'> &
  Readonly<Record<'count' | 'codes' | 'entered' | 'cost', string | number>>;

function within({ organizationId, mode, channel, from, to }: AskedSpan) {
  const byChannel = channel === undefined ? sql`true` : sql`channel = ${channel}`;
  return sql`organization_id = ${organizationId} and mode = ${mode} and hour >= ${from} and hour < ${to} and ${byChannel}`;
}
