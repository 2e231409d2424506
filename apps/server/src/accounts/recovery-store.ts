/** Recoveries in the database. */
import { createHash } from 'node:crypto';
import type { Readings, RecoveryState } from '@vidimus/protocol';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Contact, contactSchema } from '../codes/contact.ts';
import type { Database, Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import type { Place } from './account-place.ts';
import { dueAt, isOver, type Recovery, USUAL_WAIT_HOURS } from './recovery.ts';

export type RecoveryRow = Selectable<Database['account_recovery']>;

const HOUR_MS = 60 * 60 * 1000;

export type NewRecovery = {
  readonly id: string;
  readonly accountId: string | null;
  readonly verificationId: string;
  readonly contact: Contact;
  readonly locale: string;
  readonly token: string;
  readonly expiresAt: Date;
};

export async function insertRecovery(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'seal' | 'blindIndex'>,
  place: Place,
  wanted: NewRecovery,
  now: Date,
): Promise<void> {
  const { id, accountId, verificationId, contact, locale, token, expiresAt } = wanted;
  await trx
    .insertInto('account_recovery')
    .values({
      id,
      organization_id: place.organizationId,
      mode: place.mode,
      account_id: accountId,
      verification_id: verificationId,
      state: 'asked',
      refusal: null,
      sealed_contact: await sealJson(vault, trx, contextOf(place.organizationId, id), contact),
      locale,
      token_hash: hashOf(token),
      stop_hash: hashOf(stopToken(vault, id)),
      due_at: expiresAt,
      created_at: now,
    })
    .execute();
}

/** Derived, so that every notice can carry it although only its hash is kept. */
export function stopToken(vault: Pick<Vault, 'blindIndex'>, id: string): string {
  return vault.blindIndex('account recovery stop', id).toString('base64url');
}

/** Nobody can guess these tokens: a quick hash is enough. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whose link it is. Gate. */
export async function findRecoveryByToken(
  trx: DatabaseTransaction,
  column: 'token_hash' | 'stop_hash' | 'finish_hash',
  token: string,
): Promise<RecoveryRow | undefined> {
  return trx.selectFrom('account_recovery').selectAll().where(column, '=', hashOf(token)).executeTakeFirst();
}

/** Locked until the transaction ends. */
export async function lockRecovery(trx: DatabaseTransaction, id: string): Promise<RecoveryRow | undefined> {
  return trx.selectFrom('account_recovery').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The newest first. */
export async function listRecoveries(
  trx: DatabaseTransaction,
  mode: Mode,
  state: RecoveryState | undefined,
): Promise<readonly RecoveryRow[]> {
  const all = trx.selectFrom('account_recovery').selectAll().where('mode', '=', mode);
  return (state === undefined ? all : all.where('state', '=', state))
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute();
}
const MOST_LISTED = 100;

/** What the state machine looks at. */
export function recoveryOf(row: RecoveryRow): Recovery {
  const at = (date: Date | null) => date ?? broken(row);
  switch (row.state) {
    case 'asked':
      return { state: 'asked', expiresAt: at(row.due_at) };
    case 'waiting':
      return { state: 'waiting', waitUntil: at(row.wait_until) };
    case 'ready':
      return { state: 'ready', waitUntil: at(row.wait_until), expiresAt: at(row.due_at) };
    case 'done':
      return { state: 'done', waitUntil: at(row.wait_until) };
    case 'refused':
      return { state: 'refused', refusal: row.refusal ?? broken(row) };
    case 'in_review':
    case 'stopped':
    case 'expired':
      return { state: row.state };
  }
}

/** By a person, the grounds sealed. */
export type SealedDecision = { readonly by: string; readonly sealedGrounds: Buffer };

/** Once it is over, what was sealed under it opens no more. */
export async function saveRecovery(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'forget'>,
  row: RecoveryRow,
  after: Recovery,
  more: {
    readonly now: Date;
    readonly readings?: Readings;
    readonly finishHash?: Buffer;
    readonly decision?: SealedDecision;
  },
): Promise<RecoveryRow> {
  const ended = isOver(after.state);
  if (ended) await vault.forget(trx, row.organization_id, row.id);
  return trx
    .updateTable('account_recovery')
    .set({
      state: after.state,
      refusal: after.state === 'refused' ? after.refusal : null,
      wait_until: 'waitUntil' in after ? after.waitUntil : row.wait_until,
      due_at: dueAt(after),
      ended_at: ended ? more.now : null,
      ...(ended ? { sealed_contact: null, finish_hash: null } : {}),
      ...(more.readings === undefined ? {} : { readings: JSON.stringify(more.readings) }),
      ...(more.finishHash === undefined ? {} : { finish_hash: more.finishHash }),
      ...(more.decision === undefined
        ? {}
        : { decided_by: more.decision.by, decided_at: more.now, sealed_grounds: more.decision.sealedGrounds }),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Where the person can be reached now; undefined once it is over. */
export async function openNewContact(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'open'>,
  row: RecoveryRow,
): Promise<Contact | undefined> {
  if (row.sealed_contact === null) return undefined;
  return openJson(vault, trx, contextOf(row.organization_id, row.id), row.sealed_contact, contactSchema);
}

/** Under the key of the account: what was sealed under the recovery's own opens no more once it is over. */
export async function sealGrounds(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'seal'>,
  row: RecoveryRow,
  grounds: string,
): Promise<Buffer> {
  return sealJson(vault, trx, groundsContext(row), grounds);
}

/** Undefined where no person decided, or the account was erased. */
export async function openGrounds(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'open'>,
  row: RecoveryRow,
): Promise<string | undefined> {
  if (row.sealed_grounds === null) return undefined;
  return openJson(vault, trx, groundsContext(row), row.sealed_grounds, z.string());
}

/** How long this operator has a recovery wait for a no, in milliseconds. */
export async function waitMsOf(trx: DatabaseTransaction, organizationId: string): Promise<number> {
  return (await waitHoursOf(trx, organizationId)) * HOUR_MS;
}

/** The same in hours, as operators set it. */
export async function waitHoursOf(trx: DatabaseTransaction, organizationId: string): Promise<number> {
  const row = await trx
    .selectFrom('account_setting')
    .select('recovery_wait_hours')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row?.recovery_wait_hours ?? USUAL_WAIT_HOURS;
}

function groundsContext(row: RecoveryRow) {
  const { organization_id: organizationId, account_id, id } = row;
  return { organizationId, subject: account_id ?? broken(row), object: id, field: 'sealed_grounds' };
}

function contextOf(organizationId: string, id: string) {
  return { organizationId, subject: id, object: id, field: 'sealed_contact' };
}

function broken({ id, state }: RecoveryRow): never {
  throw new Error(`${id} is ${state} and lacks what goes with it`);
}
