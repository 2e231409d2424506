/**
 * Counts attempts to sign in, in the database, because several processes serve. An attempt counts as failed from its beginning and
 * is taken back when it succeeds, so that guesses made at the same time are counted, too. Runs as the gate.
 */
import type { Result } from '@vidimus/engine/standards';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Vault } from '../vault/vault.ts';
import { type DelayKind, nextAttemptAt } from './sign-in-delay.ts';

/** Who is asked for, and from where. `who` may be an address that nobody has: it is counted alike. */
export type AttemptSource = { readonly who?: string | undefined; readonly address?: string | undefined };

/** What an attempt was counted under. */
export type Attempt = { readonly counted: readonly Counter[]; readonly pair: Buffer | undefined };

export type TooManyAttempts = { readonly code: 'sign-in.too-many'; readonly retryAfterSeconds: number };

type Counter = { readonly key: Buffer; readonly kind: DelayKind };

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** After a day without a failure the row of failures is over. */
const FORGOTTEN_MS = DAY_MS;
/** An address from which the member signed in stays familiar for so long. */
const FAMILIAR_MS = 30 * DAY_MS;

/** Counts an attempt, or says how long to wait first; one that has to wait is not counted. */
export async function takeAttempt(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'blindIndex'>,
  source: AttemptSource,
  now: Date,
): Promise<Result<Attempt, TooManyAttempts>> {
  const { who, address } = source;
  const pair = who === undefined || address === undefined ? undefined : keyOf(vault, 'familiar', `${who} ${address}`);
  const isFamiliar = pair !== undefined && (await isFamiliarUntil(trx, pair, now));
  const counted: Counter[] = [];
  if (pair !== undefined && isFamiliar) counted.push({ key: pair, kind: 'familiar' });
  else if (who !== undefined) counted.push({ key: keyOf(vault, 'account', who), kind: 'account' });
  if (address !== undefined) counted.push({ key: keyOf(vault, 'address', address), kind: 'address' });
  const waitMs = await waitFor(trx, counted, now);
  if (waitMs > 0) {
    return { ok: false, error: { code: 'sign-in.too-many', retryAfterSeconds: Math.ceil(waitMs / SECOND_MS) } };
  }
  for (const { key } of inOrder(counted)) await countFailure(trx, key, now);
  await forgetOld(trx, now);
  return { ok: true, value: { counted, pair } };
}

/** It succeeded: who asked may fail anew, and is known at this address. The address keeps what others did there. */
export async function settleAttempt(trx: DatabaseTransaction, { counted, pair }: Attempt, now: Date): Promise<void> {
  const others = counted.filter(({ key }) => pair === undefined || !key.equals(pair));
  const familiar: Counter[] = pair === undefined ? [] : [{ key: pair, kind: 'familiar' }];
  for (const { key, kind } of inOrder([...others, ...familiar])) {
    if (kind === 'familiar') await makeFamiliar(trx, key, now);
    else {
      const failures = kind === 'address' ? sql<number>`greatest(failures - 1, 0)` : 0;
      await trx.updateTable('sign_in_throttle').set({ failures }).where('key', '=', key).execute();
    }
  }
}

async function makeFamiliar(trx: DatabaseTransaction, key: Buffer, now: Date): Promise<void> {
  const known = { failures: 0, familiar_until: new Date(now.getTime() + FAMILIAR_MS) };
  await trx
    .insertInto('sign_in_throttle')
    .values({ key, last_failed_at: now, ...known })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(known))
    .execute();
}

async function isFamiliarUntil(trx: DatabaseTransaction, pair: Buffer, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('sign_in_throttle')
    .select('key')
    .where('key', '=', pair)
    .where('familiar_until', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** In milliseconds; 0 when it may begin. */
async function waitFor(trx: DatabaseTransaction, counted: readonly Counter[], now: Date): Promise<number> {
  let waitMs = 0;
  for (const { key, kind } of inOrder(counted)) {
    // There is always a row to lock, so that a second attempt waits until this one is counted.
    await trx
      .insertInto('sign_in_throttle')
      .values({ key, failures: 0, last_failed_at: now, familiar_until: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    const row = await trx
      .selectFrom('sign_in_throttle')
      .select(['failures', 'last_failed_at'])
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.last_failed_at.getTime() < now.getTime() - FORGOTTEN_MS) continue;
    waitMs = Math.max(waitMs, nextAttemptAt(kind, row.failures, row.last_failed_at).getTime() - now.getTime());
  }
  return waitMs;
}

async function countFailure(trx: DatabaseTransaction, key: Buffer, now: Date): Promise<void> {
  const forgotten = new Date(now.getTime() - FORGOTTEN_MS);
  await trx
    .updateTable('sign_in_throttle')
    .set({
      failures: sql<number>`case when last_failed_at < ${forgotten} then 1 else failures + 1 end`,
      last_failed_at: now,
    })
    .where('key', '=', key)
    .execute();
}

async function forgetOld(trx: DatabaseTransaction, now: Date): Promise<void> {
  await trx
    .deleteFrom('sign_in_throttle')
    .where('last_failed_at', '<', new Date(now.getTime() - FAMILIAR_MS))
    .where((eb) => eb.or([eb('familiar_until', 'is', null), eb('familiar_until', '<', now)]))
    .execute();
}

/** Always in the same order, so that two attempts do not wait for each other. */
function inOrder(counted: readonly Counter[]): readonly Counter[] {
  return counted.toSorted((a, b) => Buffer.compare(a.key, b.key));
}

function keyOf(vault: Pick<Vault, 'blindIndex'>, kind: DelayKind, value: string): Buffer {
  return vault.blindIndex(`sign-in-${kind}`, value);
}
