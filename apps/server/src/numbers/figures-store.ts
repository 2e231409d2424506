/** Counts and times from the facts and the decisions, group by group. */
import type { NumbersBy } from '@vidimus/protocol';
import type { ReasonCode } from '@vidimus/vocabulary';
import { type RawBuilder, sql } from 'kysely';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

/** Half-open: `from` counts, `to` does not. */
export type Asked = { readonly mode: Mode; readonly from: Date; readonly to: Date; readonly by: NumbersBy };

/** `day` is empty for all days together. */
type Cell = { readonly grp: string | null; readonly day: string | null };
export type BegunCell = Cell & { readonly started: string; readonly expired: string };
export type DecidedCell = Cell & {
  readonly decided: string;
  readonly approved: string;
  readonly action_required: string;
  readonly in_review: string;
  readonly declined: string;
  readonly approved_at_first_try: string;
  readonly photographs: string | null;
};
export type TimeRow = {
  readonly grp: string | null;
  readonly opened_of: string;
  readonly opened: readonly number[] | null;
  readonly handed_in_of: string;
  readonly handed_in: readonly number[] | null;
};
export type ReasonRow = { readonly grp: string | null; readonly code: ReasonCode; readonly count: string };

/** Began and ran out, by group and day and by group alone. */
export async function countBegun(trx: DatabaseTransaction, asked: Asked): Promise<readonly BegunCell[]> {
  const { rows } = await sql<BegunCell>`
    with moments as (
      select verification_id, started_at as at, 'started' as what from verification_fact
        where mode = ${asked.mode} and started_at >= ${asked.from} and started_at < ${asked.to}
      union all
      select verification_id, expired_at, 'expired' from verification_fact
        where mode = ${asked.mode} and expired_at >= ${asked.from} and expired_at < ${asked.to}),
    dims as (${dimensions(asked)})
    select d.grp, ${DAY_OF('m.at')} as day, count(*) filter (where what = 'started') as started,
      count(*) filter (where what = 'expired') as expired
    from moments m join dims d using (verification_id)
    group by grouping sets ((d.grp), (d.grp, ${DAY_OF('m.at')}))`.execute(trx);
  return rows;
}

/** Decided: each verification as its last decision within the days, or within the day, says. */
export async function countDecided(trx: DatabaseTransaction, asked: Asked): Promise<readonly DecidedCell[]> {
  const { rows } = await sql<DecidedCell>`
    with ${decisions(asked)}, dims as (${dimensions(asked)}),
    lasts as (
      select distinct on (verification_id) null::text as day, * from made order by verification_id, id desc),
    lasts_of_days as (
      select distinct on (verification_id, ${DAY_OF('created_at')}) ${DAY_OF('created_at')} as day, * from made
      order by verification_id, ${DAY_OF('created_at')}, id desc)
    select d.grp, l.day, count(*) as decided,
      count(*) filter (where l.outcome = 'approved') as approved,
      count(*) filter (where l.outcome = 'action_required') as action_required,
      count(*) filter (where l.outcome = 'in_review') as in_review,
      count(*) filter (where l.outcome = 'declined') as declined,
      count(*) filter (where l.outcome = 'approved' and l.nth = 1) as approved_at_first_try,
      avg(f.photographs) as photographs
    from (select * from lasts union all select * from lasts_of_days) l
      join dims d using (verification_id) join verification_fact f using (verification_id)
    group by d.grp, l.day`.execute(trx);
  return rows;
}

/** Seconds until the first approval or decline, where that lies within the days: median and 90th percentile. */
export async function measureTimes(trx: DatabaseTransaction, asked: Asked): Promise<readonly TimeRow[]> {
  const { rows } = await sql<TimeRow>`
    with ${decisions(asked)}, dims as (${dimensions(asked)}),
    finals as (
      select m.verification_id,
        greatest(0, extract(epoch from m.created_at - f.opened_at))::float8 as opened,
        greatest(0, extract(epoch from m.created_at - f.handed_in_at))::float8 as handed_in
      from made m join verification_fact f using (verification_id)
      where m.outcome in ('approved', 'declined') and m.nth_final = 1)
    select d.grp, count(opened) as opened_of, percentile_cont(array[0.5, 0.9]) within group (order by opened) as opened,
      count(handed_in) as handed_in_of,
      percentile_cont(array[0.5, 0.9]) within group (order by handed_in) as handed_in
    from finals join dims d using (verification_id) group by d.grp`.execute(trx);
  return rows;
}

/** In how many verifications a decision gave each code. */
export async function countReasons(trx: DatabaseTransaction, asked: Asked): Promise<readonly ReasonRow[]> {
  const { rows } = await sql<ReasonRow>`
    with ${decisions(asked)}, dims as (${dimensions(asked)}),
    given as (select distinct verification_id, unnest(reason_codes) as code from made)
    select d.grp, g.code, count(*) as count from given g join dims d using (verification_id)
    group by d.grp, g.code order by count(*) desc, g.code`.execute(trx);
  return rows;
}

const DAY_OF = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD')`;

/** Decisions within the days, each with which one it is of its verification, from the first ever. */
function decisions({ mode, from, to }: Asked): RawBuilder<unknown> {
  return sql`numbered as (
      select d.*, row_number() over (partition by d.verification_id order by d.id) as nth,
        count(*) filter (where d.outcome in ('approved', 'declined')) over (partition by d.verification_id order by d.id) as nth_final
      from decision d join verification_fact f using (verification_id)
      where f.mode = ${mode} and d.verification_id in (
        select verification_id from decision where created_at >= ${from} and created_at < ${to})),
    made as (select * from numbered where created_at >= ${from} and created_at < ${to})`;
}

/** The group of each verification; by reason it is in as many as it has reasons, or in that of none. */
function dimensions({ by, mode, from, to }: Asked): RawBuilder<unknown> {
  if (by !== 'reason') {
    return sql`select verification_id, ${COLUMN_OF[by]} as grp from verification_fact where mode = ${mode}`;
  }
  return sql`select f.verification_id, r.code as grp from verification_fact f left join lateral (
      select distinct unnest(reason_codes) as code from decision
      where verification_id = f.verification_id and created_at >= ${from} and created_at < ${to}) r on true
    where f.mode = ${mode}`;
}
const COLUMN_OF: Readonly<Record<Exclude<NumbersBy, 'reason'>, RawBuilder<string | null>>> = {
  none: sql`null::text`,
  country: sql`issuing_state`,
  document_type: sql`document_type`,
  script: sql`script`,
  browser: sql`browser`,
};
