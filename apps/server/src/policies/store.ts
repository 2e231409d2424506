/** Policies and their versions, as rows. */
import { policySchema } from '@vidimus/vocabulary';
import type { Selectable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { nameOf, type PolicyHistory, type PolicyVersion, versionIn } from './policy.ts';

export type StoredPolicy = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly history: PolicyHistory;
  /** A verification is made under it where no policy is named. */
  readonly isDefault: boolean;
};

/** A version by policy and number. */
export type VersionRef = { readonly id: string; readonly version: number };

/** A new policy with its first versions. */
export async function insertPolicy(
  trx: DatabaseTransaction,
  organizationId: string,
  { id, createdAt, history }: Pick<StoredPolicy, 'id' | 'createdAt' | 'history'>,
): Promise<void> {
  await trx
    .insertInto('policy')
    .values({ id, organization_id: organizationId, name: nameOf(history), created_at: createdAt })
    .execute();
  for (const version of history) await insertVersion(trx, organizationId, id, version);
}

/** A policy with all its versions; with `lock`, nobody else changes it until the transaction ends. */
export async function findPolicy(
  trx: DatabaseTransaction,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredPolicy | undefined> {
  const query = policies(trx).where('policy.id', '=', id);
  const row = await (lock ? query.forUpdate('policy') : query).executeTakeFirst();
  if (row === undefined) return undefined;
  const [policy] = await withVersions(trx, [row]);
  return policy;
}

/** Policies from the newest on, those made before `cursor` (an id). */
export async function listPolicies(
  trx: DatabaseTransaction,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<readonly StoredPolicy[]> {
  const query = policies(trx).orderBy('policy.id', 'desc').limit(limit);
  const rows = await (cursor === undefined ? query : query.where('policy.id', '<', cursor)).execute();
  return withVersions(trx, rows);
}

/** Writes what differs, and gives the name that the policy has now. Archiving goes first: at no moment are two versions published. */
export async function saveHistory(
  trx: DatabaseTransaction,
  organizationId: string,
  { id, history: before, name }: Pick<StoredPolicy, 'id' | 'history' | 'name'>,
  history: PolicyHistory,
): Promise<string> {
  const known = new Map(before.map((one) => [one.version, one]));
  const changed = history.filter((one) => known.get(one.version) !== one);
  for (const one of changed.toSorted((a, b) => ORDER[a.state] - ORDER[b.state])) {
    if (known.has(one.version)) await updateVersion(trx, id, one);
    else await insertVersion(trx, organizationId, id, one);
  }
  const named = nameOf(history);
  if (named !== name) await trx.updateTable('policy').set({ name: named }).where('id', '=', id).execute();
  return named;
}
const ORDER: Readonly<Record<PolicyVersion['state'], number>> = { archived: 0, published: 1, draft: 2 };

/** From now on verifications are made under it where no policy is named. */
export async function makeDefault(trx: DatabaseTransaction, organizationId: string, policyId: string): Promise<void> {
  await trx.updateTable('organization').set({ default_policy: policyId }).where('id', '=', organizationId).execute();
}

/** The version that new verifications are made under; nothing where none is published, or the policy is not there. */
export async function publishedVersion(trx: DatabaseTransaction, policyId: string): Promise<PolicyVersion | undefined> {
  const policy = await findPolicy(trx, policyId);
  return policy && versionIn(policy.history, 'published');
}

/** One version of a policy. */
export async function findVersion(trx: DatabaseTransaction, ref: VersionRef): Promise<PolicyVersion | undefined> {
  const row = await trx
    .selectFrom('policy_version')
    .selectAll()
    .where('policy_id', '=', ref.id)
    .where('version', '=', ref.version)
    .executeTakeFirst();
  return row && versionOf(row);
}

/** The version that a verification is made under, and the language that its applicant reads. */
export async function versionOfVerification(
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<(VersionRef & { readonly locale: string }) | undefined> {
  const row = await trx
    .selectFrom('verification')
    .select(['policy_id', 'policy_version', 'locale'])
    .where('id', '=', verificationId)
    .executeTakeFirst();
  return row && { id: row.policy_id, version: row.policy_version, locale: row.locale };
}

type PolicyRow = Selectable<Database['policy']> & { readonly default_policy: string | null };
type VersionRow = Selectable<Database['policy_version']>;

function policies(trx: DatabaseTransaction) {
  return trx
    .selectFrom('policy')
    .innerJoin('organization', 'organization.id', 'policy.organization_id')
    .selectAll('policy')
    .select('organization.default_policy');
}

async function withVersions(trx: DatabaseTransaction, rows: readonly PolicyRow[]): Promise<readonly StoredPolicy[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const versions = await trx
    .selectFrom('policy_version')
    .selectAll()
    .where('policy_id', 'in', ids)
    .orderBy('version')
    .execute();
  return rows.map(({ id, name, created_at, default_policy }) => ({
    id,
    name,
    createdAt: created_at,
    history: versions.filter(({ policy_id }) => policy_id === id).map(versionOf),
    isDefault: id === default_policy,
  }));
}

/** Parsed again: a document of before a rule was added has the rule's default. */
function versionOf({ version, state, document, created_at, published_at, archived_at }: VersionRow): PolicyVersion {
  const facts = { version, document: policySchema.parse(document), createdAt: created_at };
  if (published_at === null) return { ...facts, state: 'draft' };
  if (archived_at === null) return { ...facts, state: 'published', publishedAt: published_at };
  if (state !== 'archived') throw new Error(`version ${version} has the dates of an archived one, and is ${state}`);
  return { ...facts, state, publishedAt: published_at, archivedAt: archived_at };
}

async function insertVersion(trx: DatabaseTransaction, organizationId: string, policyId: string, one: PolicyVersion) {
  await trx
    .insertInto('policy_version')
    .values({
      policy_id: policyId,
      organization_id: organizationId,
      version: one.version,
      created_at: one.createdAt,
      document: JSON.stringify(one.document),
      ...datesOf(one),
    })
    .execute();
}

/** The document is written of a draft alone. */
async function updateVersion(trx: DatabaseTransaction, policyId: string, one: PolicyVersion) {
  const document = one.state === 'draft' ? { document: JSON.stringify(one.document) } : {};
  await trx
    .updateTable('policy_version')
    .set({ ...datesOf(one), ...document })
    .where('policy_id', '=', policyId)
    .where('version', '=', one.version)
    .execute();
}

function datesOf(one: PolicyVersion) {
  return {
    state: one.state,
    published_at: one.state === 'draft' ? null : one.publishedAt,
    archived_at: one.state === 'archived' ? one.archivedAt : null,
  };
}
