/** Each handing over of a message to a carrier, and what they say together about a route. */
import type { UndeliveredReason } from '@vidimus/protocol';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { RouteHealth } from './message-route.ts';
import { REASONS } from './reasons.table.ts';
import type { HandoverRow, MessageRow } from './store.ts';

type Outcome = HandoverRow['outcome'];

/** The one that begins: the message's `handovers` counts it already. */
export async function openHandover(
  trx: DatabaseTransaction,
  row: Pick<MessageRow, 'id' | 'organization_id'>,
  begun: { readonly number: number; readonly route: string; readonly now: Date },
): Promise<void> {
  await trx
    .insertInto('message_handover')
    .values({
      message_id: row.id,
      organization_id: row.organization_id,
      number: begun.number,
      route: begun.route,
      outcome: 'open',
      reason: null,
      at: begun.now,
      answered_at: null,
      ended_at: null,
    })
    .execute();
}

/** What the carrier said at once. */
export async function answerHandover(
  trx: DatabaseTransaction,
  messageId: string,
  number: number,
  answer: {
    readonly outcome: Extract<Outcome, 'interrupted' | 'postponed' | 'refused' | 'accepted'>;
    readonly reason?: UndeliveredReason;
    readonly carrierIds?: readonly string[];
    readonly now: Date;
  },
): Promise<void> {
  await trx
    .updateTable('message_handover')
    .set({
      outcome: answer.outcome,
      reason: answer.reason ?? null,
      answered_at: answer.now,
      ...(answer.carrierIds === undefined ? {} : { carrier_ids: [...answer.carrierIds] }),
    })
    .where('message_id', '=', messageId)
    .where('number', '=', number)
    .execute();
}

/** What was told, or not told, afterwards. */
export async function endHandover(
  trx: DatabaseTransaction,
  messageId: string,
  number: number,
  end: {
    readonly outcome: Extract<Outcome, 'delivered' | 'undelivered' | 'unconfirmed'>;
    readonly reason?: UndeliveredReason;
    readonly now: Date;
  },
): Promise<void> {
  await trx
    .updateTable('message_handover')
    .set({ outcome: end.outcome, reason: end.reason ?? null, ended_at: end.now })
    .where('message_id', '=', messageId)
    .where('number', '=', number)
    .execute();
}

/** In the role `clock`: whose message a carrier's id names. The newest, since carriers begin again from 1 some day. */
export async function findHandover(
  trx: DatabaseTransaction,
  route: string,
  carrierId: string,
): Promise<Pick<HandoverRow, 'message_id' | 'organization_id' | 'number'> | undefined> {
  return trx
    .selectFrom('message_handover')
    .select(['message_id', 'organization_id', 'number'])
    .where('route', '=', route)
    .where(sql<boolean>`carrier_ids @> array[${carrierId}]::text[]`)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const HEALTH_MS = 10 * 60 * 1000;
/** Fewer say nothing. */
const HEALTH_LEAST = 3;
/** Of the newest, per route. */
const HEALTH_MOST = 50;

/** In the role `clock`: routes of which more than half went wrong lately, by their own fault. */
export async function routeHealth(
  trx: DatabaseTransaction,
  routes: readonly string[],
  now: Date,
): Promise<RouteHealth> {
  const ill = new Map<string, 'ill'>();
  for (const route of routes) {
    const rows = await trx
      .selectFrom('message_handover')
      .select(['outcome', 'reason'])
      .where('route', '=', route)
      .where('at', '>', new Date(now.getTime() - HEALTH_MS))
      .where('outcome', '<>', 'open')
      .orderBy('at', 'desc')
      .limit(HEALTH_MOST)
      .execute();
    const bad = rows.filter(isRoutesFault).length;
    if (rows.length >= HEALTH_LEAST && bad * 2 > rows.length) ill.set(route, 'ill');
  }
  return ill;
}

function isRoutesFault({ outcome, reason }: Pick<HandoverRow, 'outcome' | 'reason'>): boolean {
  return outcome === 'unconfirmed' || (reason !== null && REASONS[reason].isRoutesFault);
}
