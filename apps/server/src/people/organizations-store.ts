/** Organizations, each with its first owner. Made by the connection's own role: no request makes one. */
import type { Result } from '@vidimus/engine/standards';
import type { Right } from '@vidimus/protocol';
import type { Kysely } from 'kysely';
import type { Database, Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { addApiKey } from './api-keys-store.ts';
import { putInvitation } from './challenges-store.ts';
import type { MemberRefused, Person } from './member.ts';
import { addMember } from './members-store.ts';
import type { PeopleParts } from './parts.ts';

export type NewOrganization = {
  readonly name: string;
  readonly owner: Person;
  /** For the operator's service, or the demonstration. */
  readonly keys?: readonly NewKey[];
};
type NewKey = { readonly mode: Mode; readonly name: string; readonly scopes: readonly Right[] };

/** What is shown once: the invitation of the owner, and the secrets of the keys. */
export type Bootstrapped = {
  readonly organizationId: string;
  readonly ownerId: string;
  readonly invitation: { readonly token: string; readonly expiresAt: Date };
  readonly keys: readonly { readonly id: string; readonly mode: Mode; readonly secret: string }[];
};

type Parts = Pick<PeopleParts, 'vault' | 'audit' | 'random' | 'clock'>;

const ROLL_BACK = new Error('an organization without an owner');

/** All of it or nothing, in a transaction of its own. Refused when the owner's address belongs to a member already. */
export function bootstrapOrganization(
  db: Kysely<Database>,
  parts: Parts,
  asked: NewOrganization,
): Promise<Result<Bootstrapped, MemberRefused>> {
  const outcome: { refused?: MemberRefused } = {};
  return db
    .transaction()
    .execute(async (trx) => {
      const created = await createOrganization(trx, parts, asked);
      if (!created.ok) outcome.refused = created.error;
      if (!created.ok) throw ROLL_BACK;
      return created;
    })
    .catch((error: unknown) => {
      if (error === ROLL_BACK && outcome.refused !== undefined) return { ok: false, error: outcome.refused };
      throw error;
    });
}

async function createOrganization(
  trx: DatabaseTransaction,
  parts: Parts,
  asked: NewOrganization,
): Promise<Result<Bootstrapped, MemberRefused>> {
  const now = parts.clock();
  const organizationId = newId('organization', now.getTime());
  await trx
    .insertInto('organization')
    .values({ id: organizationId, name: asked.name.normalize('NFC'), created_at: now })
    .execute();
  const owner = await addMember(trx, parts.vault, { ...asked.owner, organizationId, roles: ['owner'] }, now);
  if (!owner.ok) return owner;
  const ownerId = owner.value.memberId;
  const invitation = await putInvitation(trx, parts.random, owner.value, now);
  const record = (action: string, objectId: string) =>
    parts.audit.append(trx, {
      organizationId,
      actor: { kind: 'system', name: 'bootstrap' },
      action,
      objectId,
    });
  await record('organization.created', organizationId);
  await record('member.invited', ownerId);
  const keys: Bootstrapped['keys'][number][] = [];
  for (const wanted of asked.keys ?? []) {
    const { key, secret } = await addApiKey(trx, parts.random, { ...wanted, organizationId }, now);
    await record('api_key.created', key.id);
    keys.push({ id: key.id, mode: wanted.mode, secret });
  }
  return { ok: true, value: { organizationId, ownerId, invitation, keys } };
}

/** Tenant. */
export async function organizationName(trx: DatabaseTransaction, organizationId: string): Promise<string> {
  const { name } = await trx
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return name;
}
