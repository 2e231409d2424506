/** Whether messages to somebody arrive at the moment, for whoever is about to send one, or to wait for one. */
import { type AccountOutages, type Channel, isTyped, REACHED_BY, TYPED_CHANNELS } from '@vidimus/protocol';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

/** Where a message would go: country and prefix are those of `readContact`, null for mail and apps. */
export type Destination = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly channel: Channel;
  readonly country: string | null;
  readonly prefix: string | null;
};

/** `since`: nothing arrives by any route of that channel. */
export type OutageThere = { readonly since: Date; readonly channel: Channel };

/** The outage that a message to there would meet, or nothing. Routes that are out while others work are no outage to people. */
export async function outageFor(trx: DatabaseTransaction, to: Destination): Promise<OutageThere | undefined> {
  const row = await openAt(trx, to).where('route', 'is', null).orderBy('begun_at').executeTakeFirst();
  return row === undefined ? undefined : { since: row.begun_at, channel: to.channel };
}

/** What nothing arrives at by any route, for whoever has not said yet where to send to: an app is not theirs to say. The oldest first, each country once a channel. */
export async function knownOutages(
  trx: DatabaseTransaction,
  { organizationId, mode }: Pick<Destination, 'organizationId' | 'mode'>,
): Promise<AccountOutages['outages']> {
  const rows = await trx
    .selectFrom('outage')
    .select(({ fn }) => ['channel', 'country', fn.min('begun_at').as('since'), fn.count('prefix').as('prefixes')])
    .select(({ fn }) => fn.countAll().as('outages'))
    .where('organization_id', '=', organizationId)
    .where('mode', '=', mode)
    .where('route', 'is', null)
    .where('ended_at', 'is', null)
    .where('channel', 'in', TYPED_CHANNELS)
    .groupBy(['channel', 'country'])
    .orderBy('since')
    .limit(MOST_KNOWN)
    .execute();
  return rows.flatMap(({ channel, country, since, prefixes, outages }) => {
    const partly = Number(prefixes) === Number(outages);
    return isTyped(channel) ? [{ channel, country, partly, since: since.toISOString() }] : [];
  });
}
/** More are read by nobody. */
const MOST_KNOWN = 10;

/** Of these channels, those by which messages arrive there. */
export async function workingChannels(
  trx: DatabaseTransaction,
  to: Omit<Destination, 'channel'>,
  channels: readonly Channel[],
): Promise<readonly Channel[]> {
  const working: Channel[] = [];
  for (const channel of channels) {
    const place = REACHED_BY[channel] === 'phone' ? to : { ...to, country: null, prefix: null };
    if ((await outageFor(trx, { ...place, channel })) === undefined) working.push(channel);
  }
  return working;
}

/** Names of routes by which nothing arrives there: taken last. */
export async function routesOutFor(trx: DatabaseTransaction, to: Destination): Promise<readonly string[]> {
  const rows = await openAt(trx, to).where('route', 'is not', null).execute();
  return rows.flatMap(({ route }) => (route === null ? [] : [route]));
}

function openAt(trx: DatabaseTransaction, { organizationId, mode, channel, country, prefix }: Destination) {
  return trx
    .selectFrom('outage')
    .select(['begun_at', 'route'])
    .where('organization_id', '=', organizationId)
    .where('mode', '=', mode)
    .where('channel', '=', channel)
    .where((where) => where.or([where('country', 'is', null), where('country', '=', country)]))
    .where((where) => where.or([where('prefix', 'is', null), where('prefix', '=', prefix)]))
    .where('ended_at', 'is', null);
}
