/** Deliveries and their tries in the database. */
import { type Selectable, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Owner, OwnerOfId } from '../events/store.ts';
import type { Delivery } from './webhook.ts';

export type TryRow = Selectable<Database['webhook_try']>;
/** A delivery as lists show it. */
export type DeliveryRow = Selectable<Database['webhook_delivery']> & {
  readonly event_type: string;
  readonly tries_made: readonly TryRow[];
};

/** A try that was made: the answer in words, and how long it took. */
export type MadeTry = { readonly at: Date; readonly answer: string; readonly durationMs: number };

/** Of one endpoint, newest first, at most `limit`, each with its tries. */
export async function listDeliveries(
  trx: DatabaseTransaction,
  owner: Owner,
  wanted: {
    readonly endpointId: string;
    readonly state?: DeliveryRow['state'] | undefined;
    readonly limit: number;
    readonly after: string | undefined;
  },
): Promise<readonly DeliveryRow[]> {
  let query = deliveriesOf(trx, owner).where('d.endpoint_id', '=', wanted.endpointId);
  if (wanted.state !== undefined) query = query.where('d.state', '=', wanted.state);
  if (wanted.after !== undefined) query = query.where('d.id', '<', wanted.after);
  return withTries(trx, await query.orderBy('d.id', 'desc').limit(wanted.limit).execute());
}

/** Undefined where this owner has none of that id. */
export async function findDelivery(
  trx: DatabaseTransaction,
  owner: OwnerOfId,
  id: string,
): Promise<DeliveryRow | undefined> {
  const rows = await deliveriesOf(trx, owner).where('d.id', '=', id).execute();
  const [row] = await withTries(trx, rows);
  return row;
}

/** How often this event was asked for again at this endpoint. */
export async function lastRedelivery(
  trx: DatabaseTransaction,
  { organization_id, endpoint_id, event_id }: Pick<DeliveryRow, 'organization_id' | 'endpoint_id' | 'event_id'>,
): Promise<number> {
  const { last } = await trx
    .selectFrom('webhook_delivery')
    .select(({ fn }) => fn.max('redelivery').as('last'))
    .where('organization_id', '=', organization_id)
    .where('endpoint_id', '=', endpoint_id)
    .where('event_id', '=', event_id)
    .executeTakeFirstOrThrow();
  return last;
}

/** Events that an endpoint was never told, the oldest first: every delivery given up, one of them made since then. */
export async function deadEvents(
  trx: DatabaseTransaction,
  wanted: { readonly endpointId: string; readonly since: Date; readonly limit: number },
): Promise<readonly { readonly event_id: string; readonly last: number }[]> {
  return trx
    .selectFrom('webhook_delivery')
    .select(({ fn }) => ['event_id', fn.max('redelivery').as('last')])
    .where('endpoint_id', '=', wanted.endpointId)
    .groupBy('event_id')
    .having(sql<boolean>`bool_and(state = 'failed') and max(created_at) >= ${wanted.since}`)
    .orderBy('event_id')
    .limit(wanted.limit)
    .execute();
}

/** The stored row as the state machine knows it. */
export function deliveryState(row: DeliveryRow): Delivery {
  const { tries, state, next_try_at, ended_at } = row;
  const firstTryAt = row.tries_made[0]?.at ?? null;
  if (state === 'pending' && next_try_at !== null) return { tries, firstTryAt, state, nextTryAt: next_try_at };
  if (state !== 'pending' && ended_at !== null) return { tries, firstTryAt, state, endedAt: ended_at };
  throw new Error(`delivery ${row.id} is ${state} without the date of it`);
}

/**
 * Writes what the delivery became, and the try, if one was made. False, and nothing is written, when somebody else wrote a try
 * in the meantime: jobs are done at least once, so two may have sent the same.
 */
export async function saveDelivery(
  trx: DatabaseTransaction,
  before: Pick<DeliveryRow, 'id' | 'organization_id' | 'tries'>,
  after: Delivery,
  made: MadeTry | { readonly answer: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('webhook_delivery')
    .set({
      state: after.state,
      tries: after.tries,
      last_answer: made.answer,
      next_try_at: after.state === 'pending' ? after.nextTryAt : null,
      ended_at: after.state === 'pending' ? null : after.endedAt,
    })
    .where('organization_id', '=', before.organization_id)
    .where('id', '=', before.id)
    .where('state', '=', 'pending')
    .where('tries', '=', before.tries)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  if (!('at' in made)) return true;
  await trx
    .insertInto('webhook_try')
    .values({
      delivery_id: before.id,
      organization_id: before.organization_id,
      number: after.tries,
      at: made.at,
      answer: made.answer,
      duration_ms: made.durationMs,
    })
    .execute();
  return true;
}

/** The mode of a delivery is that of its event. */
function deliveriesOf(trx: DatabaseTransaction, { organizationId, mode }: OwnerOfId) {
  const query = trx
    .selectFrom('webhook_delivery as d')
    .innerJoin('event as e', 'e.id', 'd.event_id')
    .selectAll('d')
    .select('e.type as event_type')
    .where('d.organization_id', '=', organizationId);
  return mode === undefined ? query : query.where('e.mode', '=', mode);
}

async function withTries(
  trx: DatabaseTransaction,
  rows: readonly Omit<DeliveryRow, 'tries_made'>[],
): Promise<readonly DeliveryRow[]> {
  const tries = await trx
    .selectFrom('webhook_try')
    .selectAll()
    .where(sql<boolean>`delivery_id = any(${rows.map(({ id }) => id)}::text[])`)
    .orderBy('number')
    .execute();
  const byDelivery = Map.groupBy(tries, (one) => one.delivery_id);
  return rows.map((row) => ({ ...row, tries_made: byDelivery.get(row.id) ?? [] }));
}
