/** API keys in the database: a hash of each, what it may do, and when it was last used. */
import { RIGHTS, type Right } from '@vidimus/protocol';
import type { Selectable } from 'kysely';
import type { Database, Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { newId } from '../ids.ts';
import { hashSecret, hintOf, isSecret, newSecret, type Random } from './secret-token.ts';
import { isUseWorthNoting } from './session.ts';

export type ApiKey = Omit<Selectable<Database['api_key']>, 'secret_hash'>;

export type NewApiKey = {
  readonly organizationId: string;
  readonly name: string;
  readonly mode: Mode;
  readonly scopes: readonly Right[];
};

const SHOWN = [
  'id',
  'organization_id',
  'name',
  'mode',
  'scopes',
  'hint',
  'created_at',
  'last_used_at',
  'revoked_at',
] as const;

/** The key and, this once, its secret. */
export async function addApiKey(
  trx: DatabaseTransaction,
  random: Random,
  key: NewApiKey,
  now: Date,
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  const secret = newSecret(key.mode === 'live' ? 'sk_live' : 'sk_test', random);
  const added = await trx
    .insertInto('api_key')
    .values({
      id: newId('api_key', now.getTime()),
      organization_id: key.organizationId,
      name: key.name,
      mode: key.mode,
      scopes: [...key.scopes],
      secret_hash: hashSecret(secret),
      hint: hintOf(secret),
      created_at: now,
      last_used_at: null,
      revoked_at: null,
    })
    .returning(SHOWN)
    .executeTakeFirstOrThrow();
  return { key: added, secret };
}

/** Newest first, one more than `limit` where there are more. */
export async function listApiKeys(
  trx: DatabaseTransaction,
  organizationId: string,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<readonly ApiKey[]> {
  let query = trx.selectFrom('api_key').select(SHOWN).where('organization_id', '=', organizationId);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  return query
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

/** `undefined` when there is no such key; one that was revoked before stays as it was. */
export async function revokeApiKey(
  trx: DatabaseTransaction,
  organizationId: string,
  id: string,
  now: Date,
): Promise<'revoked' | 'was-revoked' | undefined> {
  const key = await trx
    .selectFrom('api_key')
    .select('revoked_at')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (key === undefined) return undefined;
  if (key.revoked_at !== null) return 'was-revoked';
  await trx
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
  return 'revoked';
}

/** Whose key was presented, in a gate transaction; nothing where it is mistyped, unknown or revoked. */
export async function findApiKey(
  trx: DatabaseTransaction,
  presented: string,
  now: Date,
): Promise<Extract<Caller, { kind: 'api_key' }> | undefined> {
  if (!isSecret('sk_live', presented) && !isSecret('sk_test', presented)) return undefined;
  const key = await trx
    .selectFrom('api_key')
    .select(['id', 'organization_id', 'mode', 'scopes', 'last_used_at'])
    .where('secret_hash', '=', hashSecret(presented))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (key === undefined) return undefined;
  if (isUseWorthNoting(key.last_used_at, now)) {
    await trx.updateTable('api_key').set({ last_used_at: now }).where('id', '=', key.id).execute();
  }
  return {
    kind: 'api_key',
    id: key.id,
    organizationId: key.organization_id,
    mode: key.mode,
    rights: new Set(scopesIn(key.scopes)),
  };
}

/** Scopes as the database holds them; a word that is no right any more allows nothing. */
export function scopesIn(column: readonly string[]): readonly Right[] {
  return RIGHTS.filter((right) => column.includes(right));
}
