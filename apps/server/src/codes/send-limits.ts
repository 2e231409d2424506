/**
 * How many codes may be sent: to one number or address, for one network address, and to one prefix, country and organization, so that
 * nobody earns by having them sent (SMS pumping). Counted in the transaction of the sending: refused is not counted.
 */
import type { Result } from '@vidimus/engine/standards';
import { sql } from 'kysely';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Vault } from '../vault/vault.ts';
import type { Contact } from './contact.ts';

export type LimitName = 'contact' | 'network_address' | 'prefix' | 'country' | 'organization';
export type SendLimits = Readonly<Record<LimitName, readonly { readonly most: number; readonly windowMs: number }[]>>;

export type LimitReached = {
  readonly code: 'contact-code.limit-reached';
  readonly limit: LimitName;
  readonly most: number;
  readonly windowMs: number;
  readonly until: Date;
};

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Enough for a person who has trouble; far below what would be worth somebody's while. */
export const USUAL_SEND_LIMITS: SendLimits = {
  contact: [
    { most: 6, windowMs: HOUR_MS },
    { most: 20, windowMs: DAY_MS },
  ],
  network_address: [{ most: 30, windowMs: HOUR_MS }],
  prefix: [{ most: 200, windowMs: HOUR_MS }],
  country: [{ most: 5000, windowMs: DAY_MS }],
  organization: [{ most: 50_000, windowMs: DAY_MS }],
};

export type Sending = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly contact: Contact;
  /** As `networkIndex` tells it. */
  readonly networkIndex?: Uint8Array | undefined;
};

/** A network address as it is kept and counted: all of one household's or provider's IPv6 network are one. */
export function networkIndex(vault: Pick<Vault, 'blindIndex'>, address: string): Buffer {
  return vault.blindIndex('network address of a code', clientAddress(address, undefined, []));
}

/** Counts one sending under everything that it belongs to, or says which limit stops it. The caller rolls back then. */
export async function countSending(
  parts: { readonly vault: Pick<Vault, 'blindIndex'>; readonly limits: SendLimits },
  trx: DatabaseTransaction,
  sending: Sending,
  now: Date,
): Promise<Result<undefined, LimitReached>> {
  const counts = keysOf(sending).flatMap(([limit, value]) =>
    parts.limits[limit].map(({ most, windowMs }) => ({
      limit,
      most,
      windowMs,
      until: new Date((Math.floor(now.getTime() / windowMs) + 1) * windowMs),
      key: parts.vault.blindIndex('sent codes', JSON.stringify([sending.mode, limit, windowMs, value])),
    })),
  );
  const counted = await countAll(trx, sending.organizationId, counts);
  const full = counts.find(({ key }) => !counted.some((other) => other.equals(key)));
  if (full === undefined) return { ok: true, value: undefined };
  const { limit, most, windowMs, until } = full;
  return { ok: false, error: { code: 'contact-code.limit-reached', limit, most, windowMs, until } };
}

/** Windows that ended count nothing any more. */
export async function forgetCounts(trx: DatabaseTransaction, now: Date): Promise<void> {
  await trx.deleteFrom('send_count').where('window_ends', '<', now).execute();
}

type Count = { readonly key: Buffer; readonly until: Date; readonly most: number };

/** Counts one under that key, unless there were `most` before `until`. */
export async function countOne(
  trx: DatabaseTransaction,
  organizationId: string,
  key: Buffer,
  until: Date,
  most: number,
): Promise<boolean> {
  const counted = await countAll(trx, organizationId, [{ key, until, most }]);
  return counted.length > 0;
}

/** Counts one under every key that is not full, in one statement and in their order; answers with those keys. */
async function countAll(
  trx: DatabaseTransaction,
  organizationId: string,
  counts: readonly Count[],
): Promise<readonly Buffer[]> {
  const most = counts.map(({ key, most: bound }) => sql`when ${key} then ${bound}::int`);
  const counted = await trx
    .insertInto('send_count')
    .values(counts.map(({ key, until }) => ({ organization_id: organizationId, key, window_ends: until, sent: 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'key', 'window_ends'])
        .doUpdateSet({ sent: sql<number>`send_count.sent + 1` })
        .where(sql<boolean>`send_count.sent < case send_count.key ${sql.join(most, sql` `)} end`),
    )
    .returning('key')
    .execute();
  return counted.map(({ key }) => key);
}

/** Always in this order, from the narrowest: two sendings never wait for each other in a circle, and the nearest limit is named. */
function keysOf({ contact, networkIndex: network }: Sending): readonly (readonly [LimitName, string])[] {
  return [
    ['contact', mailboxOf(contact)] as const,
    ...(network === undefined ? [] : [['network_address', Buffer.from(network).toString('base64url')] as const]),
    ...(contact.prefix === null ? [] : [['prefix', contact.prefix] as const]),
    ...(contact.country === null ? [] : [['country', contact.country] as const]),
    ['organization', ''] as const,
  ];
}

/** Providers bring anna+1@… and anna+2@… to one mailbox: whoever floods it has as many addresses as they like. */
function mailboxOf({ kind, to }: Contact): string {
  return kind === 'email' ? to.replace(/(?<=.)\+[^@]*(?=@[^@]*$)/, '') : to;
}
