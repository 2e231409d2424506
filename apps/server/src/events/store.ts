/** Events in the database: written once, read by their organization. */
import type { AnyEventType } from '@vidimus/protocol';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { EventRow } from './event-row.ts';

/** Whose rows: every query of a request names both. */
export type Owner = { readonly organizationId: string; readonly mode: Mode };
/** A job has an id from a row of its organization, and no mode. */
export type OwnerOfId = { readonly organizationId: string; readonly mode?: Mode };

/** Which events, and how many; `after` is the id of the last that was seen. */
export type EventQuery = {
  readonly limit: number;
  readonly after: string | undefined;
  readonly type?: AnyEventType | undefined;
  readonly objectId?: string | undefined;
};

export type EventToInsert = {
  readonly id: string;
  readonly owner: Owner;
  readonly type: AnyEventType;
  readonly objectId: string;
  readonly payload: EventRow['payload'];
  readonly at: Date;
};

/** Writes the event, and tells nobody. */
export async function insertEvent(trx: DatabaseTransaction, event: EventToInsert): Promise<void> {
  await trx
    .insertInto('event')
    .values({
      id: event.id,
      organization_id: event.owner.organizationId,
      mode: event.owner.mode,
      type: event.type,
      object_id: event.objectId,
      payload: JSON.stringify(event.payload),
      created_at: event.at,
    })
    .execute();
}

/** Newest first, at most `limit`. */
export async function listEvents(
  trx: DatabaseTransaction,
  owner: Owner,
  wanted: EventQuery,
): Promise<readonly EventRow[]> {
  let query = eventsOf(trx, owner).orderBy('id', 'desc').limit(wanted.limit);
  if (wanted.after !== undefined) query = query.where('id', '<', wanted.after);
  if (wanted.type !== undefined) query = query.where('type', '=', wanted.type);
  if (wanted.objectId !== undefined) query = query.where('object_id', '=', wanted.objectId);
  return query.execute();
}

/** Undefined where this owner has no such event. */
export async function findEvent(trx: DatabaseTransaction, owner: OwnerOfId, id: string): Promise<EventRow | undefined> {
  return eventsOf(trx, owner).where('id', '=', id).executeTakeFirst();
}

function eventsOf(trx: DatabaseTransaction, { organizationId, mode }: OwnerOfId) {
  const query = trx.selectFrom('event').selectAll().where('organization_id', '=', organizationId);
  return mode === undefined ? query : query.where('mode', '=', mode);
}
