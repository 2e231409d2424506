/** Who wants to be told when their country is served. The address is sealed under the notice itself: forgetting it is forgetting its key. */
import { createHash } from 'node:crypto';
import type { Locale } from '@vidimus/vocabulary';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Database, Mode } from '../../db/schema.ts';
import type { DatabaseTransaction } from '../../db/transaction.ts';
import { newId } from '../../ids.ts';
import { normaliseEmail } from '../../people/email-address.ts';
import { openJson, sealJson } from '../../vault/sealed-json.ts';
import type { Vault } from '../../vault/vault.ts';

export type NoticeRow = Selectable<Database['change_notice']>;

export type NewNotice = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly policyId: string;
  readonly residence: string;
  readonly locale: Locale;
  readonly email: string;
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody remembers longer what they asked for. */
const KEPT_MS = 2 * 365 * DAY_MS;
/** After it was told: as long as its mail can be asked about. */
const KEPT_AFTER_MS = 30 * DAY_MS;
const AT_A_TIME = 200;

/** Asked for twice is asked for once, from then on: whoever asks does not learn that somebody had. `isNew` is for the mail to the address, never for whoever asks. */
export async function addNotice(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'seal' | 'blindIndex'>,
  wanted: NewNotice,
  now: Date,
): Promise<{ readonly id: string; readonly isNew: boolean; readonly keptUntil: Date }> {
  const { organizationId, policyId, residence, mode } = wanted;
  const email = normaliseEmail(wanted.email);
  const emailIndex = vault.blindIndex('notice-email', email);
  const known = await trx
    .selectFrom('change_notice')
    .select('id')
    .where('policy_id', '=', policyId)
    .where('residence', '=', residence)
    .where('email_index', '=', emailIndex)
    .where('mode', '=', mode)
    .where('told_at', 'is', null)
    .executeTakeFirst();
  const keptUntil = new Date(now.getTime() + KEPT_MS);
  if (known !== undefined) {
    await trx.updateTable('change_notice').set({ keep_until: keptUntil }).where('id', '=', known.id).execute();
    return { id: known.id, isNew: false, keptUntil };
  }
  const id = newId('change_notice', now.getTime());
  await trx
    .insertInto('change_notice')
    .values({
      id,
      organization_id: organizationId,
      mode,
      policy_id: policyId,
      residence,
      locale: wanted.locale,
      email_index: emailIndex,
      sealed_email: await sealJson(vault, trx, contextOf(organizationId, id), email),
      token_hash: hashOf(tokenOf(vault, id)),
      created_at: now,
      keep_until: keptUntil,
      told_at: null,
    })
    .execute();
  return { id, isNew: true, keptUntil };
}

/** Those who wait for that policy, some at a time. */
export async function waitingFor(
  trx: DatabaseTransaction,
  policyId: string,
  after: string,
): Promise<readonly NoticeRow[]> {
  return trx
    .selectFrom('change_notice')
    .selectAll()
    .where('policy_id', '=', policyId)
    .where('told_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(AT_A_TIME)
    .execute();
}

/** False where another was faster. */
export async function noteTold(trx: DatabaseTransaction, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('change_notice')
    .set({ told_at: now, keep_until: new Date(now.getTime() + KEPT_AFTER_MS) })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The address, unless it was forgotten. */
export async function openEmail(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'open'>,
  row: NoticeRow,
): Promise<string | undefined> {
  return openJson(vault, trx, contextOf(row.organization_id, row.id), row.sealed_email, z.string());
}

/** As the gate: whose link it is. */
export async function findByToken(trx: DatabaseTransaction, token: string): Promise<NoticeRow | undefined> {
  return trx.selectFrom('change_notice').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst();
}

/** The row goes, and the key under which its address, here and in its message, was sealed. */
export async function forgetNotice(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'forget'>,
  { organization_id, id }: Pick<NoticeRow, 'organization_id' | 'id'>,
): Promise<void> {
  await vault.forget(trx, organization_id, id);
  await trx.deleteFrom('change_notice').where('id', '=', id).execute();
}

/** Those whose time is over. */
export async function forgetOldNotices(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'forget'>,
  now: Date,
): Promise<void> {
  const old = await trx
    .selectFrom('change_notice')
    .select(['organization_id', 'id'])
    .where('keep_until', '<', now)
    .limit(AT_A_TIME)
    .execute();
  for (const row of old) await forgetNotice(trx, vault, row);
}

/** Derived, so that the mail can carry it although only its hash is kept. */
export function tokenOf(vault: Pick<Vault, 'blindIndex'>, id: string): string {
  return vault.blindIndex('notice-token', id).toString('base64url');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function contextOf(organizationId: string, id: string) {
  return { organizationId, subject: id, object: id, field: 'sealed_email' };
}
