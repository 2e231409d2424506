/** Sessions of accounts: a hash of each token. They are kept as the history of sign-ins. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { newId } from '../ids.ts';
import { hashSecret, isSecret, newSecret, type Random } from '../people/secret-token.ts';
import { isUseWorthNoting } from '../people/session.ts';
import { accountSessionExpiry, DEVICE_MS, isAccountSessionAlive, type WayKind } from './account-way.ts';
import type { AccountPlace } from './parts.ts';

export type AccountCaller = Extract<Caller, { readonly kind: 'account' }>;

/** A session and, this once, its token. */
export type OpenedAccountSession = { readonly token: string; readonly expiresAt: Date };

export async function openAccountSession(
  trx: DatabaseTransaction,
  random: Random,
  { organizationId, accountId }: AccountPlace,
  by: { readonly wayId: string; readonly kind: WayKind },
  now: Date,
): Promise<OpenedAccountSession> {
  const token = newSecret('vcs', random);
  const expiresAt = accountSessionExpiry(now);
  await trx
    .insertInto('account_session')
    .values({
      id: newId('account_session', now.getTime()),
      organization_id: organizationId,
      account_id: accountId,
      way_id: by.wayId,
      way_kind: by.kind,
      token_hash: hashSecret(token),
      created_at: now,
      expires_at: expiresAt,
      last_used_at: now,
      ended_at: null,
    })
    .execute();
  return { token, expiresAt };
}

/** Whose session the token opens; nothing where it is unknown or over. Gate. */
export async function findAccountSession(
  trx: DatabaseTransaction,
  presented: string,
  now: Date,
): Promise<AccountCaller | undefined> {
  if (!isSecret('vcs', presented)) return undefined;
  const session = await trx
    .selectFrom('account_session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .selectAll('s')
    .select('a.mode')
    .where('s.token_hash', '=', hashSecret(presented))
    .executeTakeFirst();
  if (session === undefined || !isAccountSessionAlive(session, now)) return undefined;
  if (isUseWorthNoting(session.last_used_at, now)) {
    await trx.updateTable('account_session').set({ last_used_at: now }).where('id', '=', session.id).execute();
  }
  const { account_id: id, organization_id: organizationId, mode, id: sessionId } = session;
  return { kind: 'account', id, organizationId, mode, sessionId };
}

/** Whether that browser was signed in to the account not long ago, and never signed out. An account that does not exist was asked for in the same way. */
export async function isKnownDevice(
  trx: DatabaseTransaction,
  accountId: string | null,
  presented: string | undefined,
  now: Date,
): Promise<boolean> {
  const known = await trx
    .selectFrom('account_session')
    .select('id')
    .where('token_hash', '=', hashSecret(presented ?? ''))
    .where('account_id', '=', accountId ?? '')
    .where('created_at', '>', new Date(now.getTime() - DEVICE_MS))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return known !== undefined;
}

export type EndWhich =
  | { readonly sessionId: string }
  | { readonly wayId: string }
  /** All of them. */
  | { readonly exceptSessionId: string | null };

/** They stay on record as ended. */
export async function endAccountSessions(
  trx: DatabaseTransaction,
  accountId: string,
  which: EndWhich,
  now: Date,
): Promise<void> {
  const open = trx
    .updateTable('account_session')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null);
  if ('sessionId' in which) await open.where('id', '=', which.sessionId).execute();
  else if ('wayId' in which) await open.where('way_id', '=', which.wayId).execute();
  else await open.where('id', '!=', which.exceptSessionId ?? '').execute();
}

/** More of the history nobody reads. */
const MOST_SIGN_INS = 20;

/** The newest first. */
export async function signInsOf(trx: DatabaseTransaction, accountId: string) {
  return trx
    .selectFrom('account_session')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(MOST_SIGN_INS)
    .execute();
}
