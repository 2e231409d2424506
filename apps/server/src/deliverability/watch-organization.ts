/** One look at an organization's messages: counts them, and notices outages that begin and end, with their events. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Events } from '../events/events.ts';
import { countMessages, type RouteCosts } from './count-messages.ts';
import { BEST, findOutages, usualAtOf } from './find-outages.ts';
import { BEGIN_WINDOW_MS, END_WINDOW_MS, endOf, sumOf } from './outage.ts';
import { endOutage, insertOutage, noteOutage, type OutageRow, openOutages } from './outage-store.ts';
import { covers, type Place } from './place.ts';
import { type RecentCell, recentCells, usualCells } from './recent-store.ts';

export type LookParts = { readonly events: Events; readonly costs: RouteCosts };

/** As the organization. Two at once wait for each other, and the second finds the work done. */
export async function watchOrganization(
  { events, costs }: LookParts,
  trx: DatabaseTransaction,
  organizationId: string,
  now: Date,
): Promise<void> {
  await countMessages(trx, organizationId, costs, now);
  for (const row of await openOutages(trx, organizationId)) await lookAtOpen(events, trx, row, now);
  const recent = await recentCells(trx, organizationId, { now, windowMs: BEGIN_WINDOW_MS });
  if (!recent.some(({ failed }) => failed > 0)) return;
  const places = (await openOutages(trx, organizationId)).map(placeOf);
  // What is usual takes longer to find out, and matters rarely.
  if (findOutages(recent, BEST, places).length === 0) return;
  const usual = usualAtOf(await usualCells(trx, organizationId, now));
  for (const one of findOutages(recent, usual, places)) {
    const row = await insertOutage(trx, organizationId, one, now);
    if (row !== undefined) await tell(events, trx, 'messages.outage_begun', row);
  }
}

/** Of a long one the numbers are counted again when it ends. */
const COUNTED_MS = 2 * 60 * 60 * 1000;

async function lookAtOpen(events: Events, trx: DatabaseTransaction, row: OutageRow, now: Date): Promise<void> {
  const place = placeOf(row);
  const numbersSince = async (after: Date) => {
    const windowMs = now.getTime() - after.getTime();
    const cells = await recentCells(trx, row.organization_id, { now, windowMs, after });
    return sumOf(cells.filter((cell) => isOf(cell, place)));
  };
  const late = new Date(Math.max(row.begun_at.getTime(), now.getTime() - END_WINDOW_MS));
  const recent = await numbersSince(late);
  const lastSettledAt = recent.settled > 0 ? now : row.last_settled_at;
  const why = endOf({ usualShare: row.usual_share, lastSettledAt }, recent, now);
  if (why !== undefined || now.getTime() - row.begun_at.getTime() < COUNTED_MS) {
    await noteOutage(trx, row.id, await numbersSince(row.begun_at), lastSettledAt);
  }
  if (why === undefined) return;
  await endOutage(trx, row.id, why, now);
  await tell(events, trx, 'messages.outage_ended', row);
}

/** Thin: which channel, and how wide it is. */
async function tell(
  events: Events,
  trx: DatabaseTransaction,
  type: 'messages.outage_begun' | 'messages.outage_ended',
  row: OutageRow,
): Promise<void> {
  const { organization_id: organizationId, mode, id: objectId, channel } = row;
  const of =
    row.route !== null ? 'route' : row.prefix !== null ? 'prefix' : row.country !== null ? 'country' : 'channel';
  await events.record(trx, { organizationId, mode, type, objectId, payload: { channel, of } });
}

function placeOf({ mode, channel, country, prefix, route }: OutageRow): Place {
  return { mode, channel, country, prefix, route };
}

function isOf({ place }: RecentCell, wide: Place): boolean {
  return covers(wide, place) && (wide.route === null) === (place.route === null);
}
