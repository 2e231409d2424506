/** Accounts in the database: whose they are, and which applicants were brought to them. */
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Vault } from '../vault/vault.ts';
import type { AccountPlace } from './parts.ts';

export async function insertAccount(
  trx: DatabaseTransaction,
  { organizationId, mode, accountId }: AccountPlace,
  locale: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('account')
    .values({ id: accountId, organization_id: organizationId, mode, locale, created_at: now })
    .execute();
}

/** Undefined once it was closed. */
export async function findAccount(trx: DatabaseTransaction, accountId: string) {
  return trx.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirst();
}

/** The account that the applicant has; undefined where there is none. */
export async function accountOfApplicant(trx: DatabaseTransaction, applicantId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('account_applicant')
    .select('account_id')
    .where('applicant_id', '=', applicantId)
    .executeTakeFirst();
  return row?.account_id;
}

/** Throws where there is no such verification. */
export async function applicantOf(trx: DatabaseTransaction, verificationId: string): Promise<string> {
  const { applicant_id } = await trx
    .selectFrom('verification')
    .select('applicant_id')
    .where('id', '=', verificationId)
    .executeTakeFirstOrThrow();
  return applicant_id;
}

/** False where the applicant belongs to an account already. */
export async function bringApplicant(
  trx: DatabaseTransaction,
  { organizationId, accountId }: AccountPlace,
  applicantId: string,
  now: Date,
): Promise<boolean> {
  const added = await trx
    .insertInto('account_applicant')
    .values({ applicant_id: applicantId, organization_id: organizationId, account_id: accountId, created_at: now })
    .onConflict((conflict) => conflict.column('applicant_id').doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return added !== undefined;
}

/** The newest first. */
export async function verificationsOf(
  trx: DatabaseTransaction,
  { accountId, mode }: { readonly accountId: string; readonly mode: Mode },
) {
  return trx
    .selectFrom('verification as v')
    .innerJoin('account_applicant as a', 'a.applicant_id', 'v.applicant_id')
    .select(['v.id', 'v.state', 'v.created_at', 'v.redaction'])
    .where('a.account_id', '=', accountId)
    .where('v.mode', '=', mode)
    .orderBy('v.id', 'desc')
    .execute();
}

/** Its ways in, sessions and recoveries go with it, and the key under which its contacts were sealed. */
export async function eraseAccount(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'forget'>,
  { organizationId, accountId }: Pick<AccountPlace, 'organizationId' | 'accountId'>,
): Promise<void> {
  const recoveries = await trx
    .selectFrom('account_recovery')
    .select('id')
    .where('account_id', '=', accountId)
    .execute();
  for (const { id } of recoveries) await vault.forget(trx, organizationId, id);
  await vault.forget(trx, organizationId, accountId);
  await trx.deleteFrom('account_ticket').where('account_id', '=', accountId).execute();
  await trx.deleteFrom('account').where('id', '=', accountId).execute();
}

/** When a verification was erased: an account that has nothing left to show is erased as well. */
export async function eraseAccountWithout(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'forget'>,
  organizationId: string,
  verificationId: string,
): Promise<void> {
  const accountId = await accountOfApplicant(trx, await applicantOf(trx, verificationId));
  if (accountId === undefined) return;
  const left = await trx
    .selectFrom('verification as v')
    .innerJoin('account_applicant as a', 'a.applicant_id', 'v.applicant_id')
    .select('v.id')
    .where('a.account_id', '=', accountId)
    .where('v.redaction', 'in', ['none', 'scheduled'])
    .limit(1)
    .executeTakeFirst();
  if (left === undefined) await eraseAccount(trx, vault, { organizationId, accountId });
}
