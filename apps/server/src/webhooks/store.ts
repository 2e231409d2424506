/** Endpoints in the database. */
import type { EventType } from '@vidimus/protocol';
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Owner, OwnerOfId } from '../events/store.ts';

export type EndpointRow = Selectable<Database['webhook_endpoint']>;
/** What of an endpoint can change. */
export type EndpointChange = Updateable<Database['webhook_endpoint']>;

/** Ids of the enabled endpoints that are to be told of this type, the oldest first. */
export async function endpointsThatAskedFor(
  trx: DatabaseTransaction,
  owner: Owner,
  type: EventType,
): Promise<readonly string[]> {
  const rows = await endpointsOf(trx, owner)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`events && array[${type}, '*']::text[]`)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** All of them, newest first. */
export async function listEndpoints(trx: DatabaseTransaction, owner: Owner): Promise<readonly EndpointRow[]> {
  return endpointsOf(trx, owner).orderBy('id', 'desc').execute();
}

/** Undefined where this owner has none of that id. Locked until the transaction ends, so that two changes do not mix. */
export async function lockEndpoint(
  trx: DatabaseTransaction,
  owner: Owner,
  id: string,
): Promise<EndpointRow | undefined> {
  return endpointsOf(trx, owner).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Undefined where this owner has none of that id. */
export async function findEndpoint(
  trx: DatabaseTransaction,
  owner: OwnerOfId,
  id: string,
): Promise<EndpointRow | undefined> {
  return endpointsOf(trx, owner).where('id', '=', id).executeTakeFirst();
}

/** Writes a new endpoint, enabled. */
export async function insertEndpoint(
  trx: DatabaseTransaction,
  owner: Owner,
  endpoint: Pick<EndpointRow, 'id' | 'url' | 'events' | 'sealed_secret' | 'created_at'>,
): Promise<EndpointRow> {
  return trx
    .insertInto('webhook_endpoint')
    .values({
      ...endpoint,
      organization_id: owner.organizationId,
      mode: owner.mode,
      sealed_old_secret: null,
      old_secret_until: null,
      disabled_at: null,
      disabled_because: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The endpoint as it is afterwards. */
export async function updateEndpoint(
  trx: DatabaseTransaction,
  row: Pick<EndpointRow, 'id' | 'organization_id'>,
  change: EndpointChange,
): Promise<EndpointRow> {
  return trx
    .updateTable('webhook_endpoint')
    .set(change)
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Deliveries that wait are called off when their turn comes. False when it was disabled before. */
export async function disableEndpoint(
  trx: DatabaseTransaction,
  row: Pick<EndpointRow, 'id' | 'organization_id'>,
  because: NonNullable<EndpointRow['disabled_because']>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('webhook_endpoint')
    .set({ disabled_at: now, disabled_because: because })
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The endpoint with its deliveries and their tries; the events stay. */
export async function deleteEndpoint(
  trx: DatabaseTransaction,
  { organization_id, id }: Pick<EndpointRow, 'id' | 'organization_id'>,
): Promise<void> {
  await trx
    .deleteFrom('webhook_delivery')
    .where('organization_id', '=', organization_id)
    .where('endpoint_id', '=', id)
    .execute();
  await trx
    .deleteFrom('webhook_endpoint')
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .execute();
}

function endpointsOf(trx: DatabaseTransaction, { organizationId, mode }: OwnerOfId) {
  const query = trx.selectFrom('webhook_endpoint').selectAll().where('organization_id', '=', organizationId);
  return mode === undefined ? query : query.where('mode', '=', mode);
}
