/** Messages in the database. Address and text are sealed under the object that the message is about. */
import type { Channel } from '@vidimus/protocol';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Database, Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import type { MessageBody } from './carrier.ts';
import { isOver, type Message, type MessageChange, newMessage } from './message.ts';

export type MessageRow = Selectable<Database['message']>;
export type MessageEventRow = Selectable<Database['message_event']>;
export type HandoverRow = Selectable<Database['message_handover']>;

export type NewMessage = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly purpose: MessageRow['purpose'];
  readonly objectId: string;
  readonly channel: Channel;
  readonly locale: string;
  readonly to: string;
  readonly body: MessageBody;
  readonly country?: string | null;
  readonly prefix?: string | null;
  /** Routes that earlier messages about the object took. */
  readonly avoid?: readonly string[];
  readonly expiresAt: Date;
};

const bodySchema = z.strictObject({
  text: z.string(),
  subject: z.string().optional(),
  forgetUrl: z.string().optional(),
});

/** Writes it, queued, with the first line of its history; answers with its id. */
export async function insertMessage(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'seal' | 'blindIndex'>,
  wanted: NewMessage,
  now: Date,
): Promise<string> {
  const id = newId('message', now.getTime());
  const { organizationId, objectId } = wanted;
  const place = { organizationId, subject: objectId, object: id };
  const fresh = newMessage(now, wanted.expiresAt);
  await trx
    .insertInto('message')
    .values({
      id,
      organization_id: organizationId,
      mode: wanted.mode,
      purpose: wanted.purpose,
      object_id: objectId,
      channel: wanted.channel,
      locale: wanted.locale,
      sealed_address: await sealJson(vault, trx, { ...place, field: 'sealed_address' }, wanted.to),
      sealed_body: await sealJson(vault, trx, { ...place, field: 'sealed_body' }, wanted.body),
      address_index: addressIndex(vault, organizationId, wanted.to),
      country: wanted.country ?? null,
      prefix: wanted.prefix ?? null,
      avoid: [...(wanted.avoid ?? [])],
      created_at: now,
      ...columnsOf(fresh, now),
    })
    .execute();
  await addEvents(trx, { id, organization_id: organizationId }, [{ state: 'queued', route: null, reason: null }], now);
  return id;
}

/** Locked until the transaction ends; undefined where there is none. */
export async function lockMessage(trx: DatabaseTransaction, id: string): Promise<MessageRow | undefined> {
  return trx.selectFrom('message').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** What the state machine looks at. */
export function messageOf(row: MessageRow): Message {
  return {
    state: row.state,
    reason: row.reason,
    route: row.route,
    handovers: row.handovers,
    interrupted: row.interrupted,
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    givenUp: row.given_up,
  };
}

/** Writes a change and adds it to the history. The text goes once nothing more is sent. */
export async function saveMessage(
  trx: DatabaseTransaction,
  row: Pick<MessageRow, 'id' | 'organization_id'>,
  { message, news }: MessageChange,
  told: { readonly now: Date; readonly carrierCode?: string },
): Promise<void> {
  await trx
    .updateTable('message')
    .set({ ...columnsOf(message, told.now), ...(isSentForGood(message) ? { sealed_body: null } : {}) })
    .where('id', '=', row.id)
    .execute();
  await addEvents(trx, row, news, told.now, told.carrierCode);
}

/** To whom, and what; undefined when it was erased, or nothing more is to be sent. */
export async function openMessage(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'open'>,
  row: MessageRow,
): Promise<{ readonly to: string; readonly body: MessageBody } | undefined> {
  if (row.sealed_address === null || row.sealed_body === null) return undefined;
  const place = { organizationId: row.organization_id, subject: row.object_id, object: row.id };
  const to = await openJson(vault, trx, { ...place, field: 'sealed_address' }, row.sealed_address, z.string());
  const body = await openJson(vault, trx, { ...place, field: 'sealed_body' }, row.sealed_body, bodySchema);
  return to === undefined || body === undefined ? undefined : { to, body };
}

/** The messages about an object, the newest first, each with its history, the oldest event first. */
export async function messagesAbout(
  trx: DatabaseTransaction,
  objectId: string,
): Promise<readonly { readonly row: MessageRow; readonly events: readonly MessageEventRow[] }[]> {
  const rows = await trx
    .selectFrom('message')
    .selectAll()
    .where('object_id', '=', objectId)
    .orderBy('id', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const events = await trx
    .selectFrom('message_event')
    .selectAll()
    .where('message_id', 'in', ids)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ row, events: events.filter(({ message_id }) => message_id === row.id) }));
}

/** Messages of before that moment, with their histories. */
export async function forgetMessages(trx: DatabaseTransaction, before: Date): Promise<void> {
  await trx.deleteFrom('message').where('created_at', '<', before).execute();
}

/** Enough bits that few of one day's addresses look alike, and too few to find one of all there are. */
const ADDRESS_BYTES = 4;

function addressIndex(vault: Pick<Vault, 'blindIndex'>, organizationId: string, to: string): Buffer {
  return vault.blindIndex('address of a message', JSON.stringify([organizationId, to])).subarray(0, ADDRESS_BYTES);
}

/** A route that never confirms has done its part once it took the message. */
function isSentForGood(message: Message): boolean {
  return isOver(message) || (message.state === 'accepted' && message.dueAt === null);
}

function columnsOf(message: Message, now: Date) {
  return {
    state: message.state,
    reason: message.reason,
    route: message.route,
    handovers: message.handovers,
    interrupted: message.interrupted,
    due_at: message.dueAt,
    expires_at: message.expiresAt,
    given_up: [...message.givenUp],
    updated_at: now,
  };
}

async function addEvents(
  trx: DatabaseTransaction,
  row: Pick<MessageRow, 'id' | 'organization_id'>,
  news: MessageChange['news'],
  at: Date,
  carrierCode?: string,
): Promise<void> {
  for (const [index, { state, route, reason }] of news.entries()) {
    await trx
      .insertInto('message_event')
      .values({
        message_id: row.id,
        organization_id: row.organization_id,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from message_event where message_id = ${row.id})`,
        at,
        state,
        route,
        // The carrier said it once, of what happened first.
        carrier_code: index === 0 ? (carrierCode ?? null) : null,
        reason,
      })
      .execute();
  }
}
