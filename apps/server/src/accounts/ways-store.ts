/** Ways into accounts in the database. Contacts and secrets are sealed under the account; a keyed hash finds a contact. */
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { type Contact, contactSchema } from '../codes/contact.ts';
import type { Database, Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { Passkey } from '../people/passkey.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { contactWayKind, type Way } from './account-way.ts';
import type { AccountPlace } from './parts.ts';

export type WayRow = Selectable<Database['account_way']>;

const secretSchema = z.strictObject({ secret: z.base64url() });

/** The oldest first. */
export async function waysOf(trx: DatabaseTransaction, accountId: string): Promise<readonly WayRow[]> {
  return trx.selectFrom('account_way').selectAll().where('account_id', '=', accountId).orderBy('id').execute();
}

/** What the rules look at. */
export function wayOf(row: WayRow): Way {
  return { id: row.id, kind: row.kind, isConfirmed: row.confirmed_at !== null };
}

/** Within the organization and mode: elsewhere the same number is another account's. */
export function contactIndex(
  vault: Pick<Vault, 'blindIndex'>,
  of: { readonly organizationId: string; readonly mode: Mode },
  contact: Contact,
): Buffer {
  return vault.blindIndex('account contact', JSON.stringify([of.organizationId, of.mode, contact.kind, contact.to]));
}

/** `index`: by contactIndex. */
export async function findByContact(trx: DatabaseTransaction, index: Buffer): Promise<WayRow | undefined> {
  return trx.selectFrom('account_way').selectAll().where('contact_index', '=', index).executeTakeFirst();
}

/** Its id, or undefined where another account has it. */
export async function addContactWay(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'seal' | 'blindIndex'>,
  account: AccountPlace,
  contact: Contact,
  now: Date,
): Promise<string | undefined> {
  const id = newId('account_way', now.getTime());
  const added = await trx
    .insertInto('account_way')
    .values({
      ...fresh(account, id, now),
      kind: contactWayKind(contact),
      contact_index: contactIndex(vault, account, contact),
      sealed: await sealJson(vault, trx, contextOf(account, id), contact),
      confirmed_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'contact_index']).where('contact_index', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return added?.id;
}

/** Its id; undefined where the authenticator is known already. */
export async function addPasskeyWay(
  trx: DatabaseTransaction,
  account: AccountPlace,
  passkey: Passkey,
  now: Date,
): Promise<string | undefined> {
  const added = await trx
    .insertInto('account_way')
    .values({
      ...fresh(account, newId('account_way', now.getTime()), now),
      kind: 'passkey',
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      confirmed_at: now,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id;
}

/** An app that counts once a code of it was entered; one that was offered before and never was goes. */
export async function offerTotpWay(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'seal'>,
  account: AccountPlace,
  secret: Uint8Array,
  now: Date,
): Promise<string> {
  await trx
    .deleteFrom('account_way')
    .where('account_id', '=', account.accountId)
    .where('kind', '=', 'totp')
    .where('confirmed_at', 'is', null)
    .execute();
  const id = newId('account_way', now.getTime());
  const sealed = await sealJson(vault, trx, contextOf(account, id), {
    secret: Buffer.from(secret).toString('base64url'),
  });
  await trx
    .insertInto('account_way')
    .values({ ...fresh(account, id, now), kind: 'totp', sealed })
    .execute();
  return id;
}

/** Undefined where it is no contact, or was erased. */
export async function openWayContact(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'open'>,
  row: WayRow,
): Promise<Contact | undefined> {
  if (row.sealed === null || (row.kind !== 'email' && row.kind !== 'phone')) return undefined;
  const account = { organizationId: row.organization_id, accountId: row.account_id };
  return openJson(vault, trx, contextOf(account, row.id), row.sealed, contactSchema);
}

/** Of an authenticator app. */
export async function openSecret(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'open'>,
  row: WayRow,
): Promise<Buffer | undefined> {
  if (row.sealed === null || row.kind !== 'totp') return undefined;
  const account = { organizationId: row.organization_id, accountId: row.account_id };
  const opened = await openJson(vault, trx, contextOf(account, row.id), row.sealed, secretSchema);
  return opened === undefined ? undefined : Buffer.from(opened.secret, 'base64url');
}

/** A step that is used is used: false where it was, or a later one. The first one confirms the app. */
export async function useTotpStep(trx: DatabaseTransaction, id: string, step: number, now: Date): Promise<boolean> {
  const used = await trx
    .updateTable('account_way')
    .set({ totp_used_step: step, confirmed_at: sql<Date>`coalesce(confirmed_at, ${now})` })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totp_used_step', 'is', null), eb('totp_used_step', '<', step)]))
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

/** Whose passkey it is. Gate. */
export async function findPasskeyWay(
  trx: DatabaseTransaction,
  credentialId: string,
): Promise<(AccountPlace & { readonly wayId: string; readonly passkey: Passkey }) | undefined> {
  const row = await trx
    .selectFrom('account_way as w')
    .innerJoin('account as a', 'a.id', 'w.account_id')
    .selectAll('w')
    .select('a.mode')
    .where('w.credential_id', '=', credentialId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { organization_id: organizationId, account_id: accountId, mode, id: wayId } = row;
  return { organizationId, accountId, mode, wayId, passkey: passkeyOf(row) };
}

/** Throws for a way of another kind. */
export function passkeyOf(row: WayRow): Passkey {
  if (row.credential_id === null || row.public_key === null) throw new Error(`${row.id} is no passkey`);
  // A bigint column arrives as text.
  const counter = Number(row.counter);
  return { credentialId: row.credential_id, publicKey: row.public_key, counter, transports: row.transports };
}

/** False when another answer moved the counter as far in the meantime: one of the two is a copy (WebAuthn Level 3 §6.1.1). */
export async function moveWayCounter(trx: DatabaseTransaction, id: string, counter: number): Promise<boolean> {
  const moved = await trx
    .updateTable('account_way')
    .set({ counter })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb.val(counter === 0)])]))
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

/** Nothing happens where the account has none of that id. */
export async function deleteWay(trx: DatabaseTransaction, accountId: string, id: string): Promise<void> {
  await trx.deleteFrom('account_way').where('id', '=', id).where('account_id', '=', accountId).execute();
}

/** Nobody adds or takes away another way meanwhile. */
export async function lockAccount(trx: DatabaseTransaction, accountId: string): Promise<void> {
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
}

function fresh({ organizationId, accountId }: AccountPlace, id: string, now: Date) {
  return { id, organization_id: organizationId, account_id: accountId, transports: [], created_at: now };
}

function contextOf(
  { organizationId, accountId }: { readonly organizationId: string; readonly accountId: string },
  id: string,
) {
  return { organizationId, subject: accountId, object: id, field: 'sealed' };
}
