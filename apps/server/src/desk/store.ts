/** What waits, counted. */
import { sql } from 'kysely';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

export type ReviewCounts = { readonly open: number; readonly mine: number; readonly overdue: number };

/** Of reviews that are not decided. `open`: nobody has taken them. */
export async function countReviews(
  trx: DatabaseTransaction,
  { mode, memberId, now }: { readonly mode: Mode; readonly memberId: string; readonly now: Date },
): Promise<ReviewCounts> {
  const counted = await trx
    .selectFrom('review')
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere('claimed_by', 'is', null).as('open'),
      fn.countAll<string>().filterWhere('claimed_by', '=', memberId).as('mine'),
      fn.countAll<string>().filterWhere('expected_by', '<', now).as('overdue'),
    ])
    .where('mode', '=', mode)
    .where('state', '!=', 'decided')
    .executeTakeFirstOrThrow();
  return { open: Number(counted.open), mine: Number(counted.mine), overdue: Number(counted.overdue) };
}

/** Events that an endpoint was never told, of those made since then: given up, and nothing on its way or through in their place. */
export async function countDeadDeliveries(
  trx: DatabaseTransaction,
  { mode, since }: { readonly mode: Mode; readonly since: Date },
): Promise<number> {
  const { count } = await trx
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook_endpoint as e', 'e.id', 'd.endpoint_id')
    .select(sql<string>`count(distinct (d.endpoint_id, d.event_id))`.as('count'))
    .where('e.mode', '=', mode)
    .where('d.state', '=', 'failed')
    .where('d.created_at', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('webhook_delivery as later')
            .select('later.id')
            .whereRef('later.endpoint_id', '=', 'd.endpoint_id')
            .whereRef('later.event_id', '=', 'd.event_id')
            .where('later.state', '!=', 'failed'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}
