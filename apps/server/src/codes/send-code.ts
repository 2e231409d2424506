/** Sending a code, the first time and again: bounded, by a route that others did not take yet, in one transaction with its message. */
import type { Result } from '@vidimus/engine/standards';
import { CHANNELS, type Channel, REACHED_BY } from '@vidimus/protocol';
import type { Courier } from '../courier/courier.ts';
import { isServed, rankRoutes } from '../courier/message-route.ts';
import { localeOf } from '../courier/present-delivery.ts';
import { type QueueParts, queueMessage } from '../courier/queue-message.ts';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { PageAddress } from '../http/page-address.ts';
import type { Vault } from '../vault/vault.ts';
import { codeMessage } from './code-message.ts';
import type { Contact } from './contact.ts';
import { type BreakerOpen, checkConversion } from './conversion-breaker.ts';
import { codeOf } from './derive-code.ts';
import { countSending, type LimitReached, networkIndex, type SendLimits } from './send-limits.ts';
import { type CodeRow, noteSending } from './store.ts';

export type CodeParts = Omit<QueueParts, 'vault'> & {
  readonly vault: Vault;
  readonly courier: Pick<Courier, 'routesOf'>;
  readonly limits: SendLimits;
  /** Host of the public address; autofill is bound to it. */
  readonly domain: string | undefined;
  readonly pages: Pick<PageAddress, 'urlOf'>;
};

const MINUTE_MS = 60_000;

/** By which channels that contact can be reached. */
export function channelsFor(parts: Pick<CodeParts, 'courier'>, mode: Mode, contact: Contact): readonly Channel[] {
  const routes = parts.courier.routesOf(mode);
  const channels = CHANNELS.filter((channel) => REACHED_BY[channel] === contact.kind);
  return channels.filter((channel) => isServed(routes, { channel, to: contact.to }));
}

/** Whether any message of that channel can be sent at all. */
export function hasChannel(parts: Pick<CodeParts, 'courier'>, mode: Mode, channel: Channel): boolean {
  return parts.courier.routesOf(mode).some((route) => route.channel === channel);
}

/** To whom a code goes; `networkAddress` of whoever asked for it. */
export type CodeTo = {
  readonly contact: Contact;
  readonly channel: Channel;
  readonly networkAddress?: string | undefined;
};

/** `now`: by the caller's clock, which test mode may set. The message itself goes by the real one. */
export async function sendCode(
  parts: Omit<CodeParts, 'pages'>,
  trx: DatabaseTransaction,
  row: CodeRow,
  to: CodeTo,
  now: Date,
): Promise<Result<CodeRow, LimitReached | BreakerOpen>> {
  const counted = await countCode(parts, trx, row, to, now);
  if (!counted.ok) return counted;
  await queueCode(parts, trx, row, to, now);
  const alternative = isAlternative(row, to) ? to.contact : undefined;
  return { ok: true, value: await noteSending(trx, parts.vault, row, { alternative, now }) };
}

/** Whether one more may be sent there; if so, it is counted. */
export async function countCode(
  parts: Pick<CodeParts, 'vault' | 'limits'>,
  trx: DatabaseTransaction,
  row: CodeRow,
  { contact, networkAddress }: CodeTo,
  now: Date,
): Promise<Result<undefined, LimitReached | BreakerOpen>> {
  const { organization_id: organizationId, mode } = row;
  const converts = await checkConversion(trx, { organizationId, mode, prefix: contact.prefix }, now);
  if (!converts.ok) return converts;
  // Whoever sends it again without saying for whom does it for the one who asked first.
  const network =
    networkAddress === undefined ? (row.network_index ?? undefined) : networkIndex(parts.vault, networkAddress);
  return countSending(parts, trx, { organizationId, mode, contact, networkIndex: network }, now);
}

/** The message with its job; counted before. */
export async function queueCode(
  parts: Omit<CodeParts, 'pages'>,
  trx: DatabaseTransaction,
  row: CodeRow,
  to: CodeTo,
  now: Date,
): Promise<void> {
  const { organization_id: organizationId, mode } = row;
  const { contact } = to;
  const lifeMs = row.expires_at.getTime() - now.getTime();
  const toAlternative = isAlternative(row, to);
  const locale = localeOf(row.locale);
  await queueMessage(parts, trx, {
    organizationId,
    mode,
    purpose: 'code',
    objectId: row.id,
    channel: to.channel,
    locale,
    to: contact.to,
    country: contact.country,
    prefix: contact.prefix,
    avoid: row.sends === 0 ? [] : await routesTaken(trx, row),
    body: codeMessage({
      code: codeOf(parts.vault, row.id, toAlternative ? 'alternative' : row.corrected),
      channel: to.channel,
      locale,
      operator: await operatorName(trx, organizationId),
      minutes: Math.max(1, Math.floor(lifeMs / MINUTE_MS)),
      domain: parts.domain,
    }),
    expiresAt: new Date(parts.clock().getTime() + lifeMs),
  });
}

function isAlternative(row: CodeRow, { contact }: CodeTo): boolean {
  return contact.kind !== REACHED_BY[row.channel];
}

/** Whether a resend by that channel has a route that no message about the code took. */
export async function hasAnotherRoute(
  parts: Pick<CodeParts, 'courier'>,
  trx: DatabaseTransaction,
  row: CodeRow,
  to: { readonly contact: Contact; readonly channel: Channel },
): Promise<boolean> {
  const told = { health: new Map(), without: await routesTaken(trx, row), avoid: [] };
  return rankRoutes(parts.courier.routesOf(row.mode), { channel: to.channel, to: to.contact.to }, told).length > 0;
}

/** As the person knows who sends. */
export async function operatorName(trx: DatabaseTransaction, organizationId: string): Promise<string> {
  const { name } = await trx
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return name;
}

/** By messages to the contact that it has now. */
async function routesTaken(trx: DatabaseTransaction, row: CodeRow): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('message_handover as h')
    .innerJoin('message as m', 'm.id', 'h.message_id')
    .select('h.route')
    .distinct()
    .where('m.object_id', '=', row.id)
    .where('m.created_at', '>=', row.corrected_at ?? row.created_at)
    .execute();
  return rows.map(({ route }) => route);
}
