/** What tests of the vault start with: two organizations, and a vault with keys of its own. */
import { randomBytes } from 'node:crypto';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase } from '../db/test-database.fixture.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { createVault } from './create-vault.ts';
import { createLocalKeyWrapper } from './local-key-wrapper.ts';
import type { MasterKeys } from './master-keys.ts';
import type { SealContext, Vault } from './vault.ts';

export const NOW = new Date('2026-03-01T09:00:00Z');
export const PERSON: SealContext = {
  organizationId: 'org_a',
  subject: 'ver_1',
  object: 'ver_1',
  field: 'sealed_claims',
};

export function masterKeys(...versions: readonly number[]): MasterKeys {
  return {
    versions: new Map(versions.map((version) => [version, randomBytes(32)])),
    wraps: Math.max(...versions),
    index: randomBytes(32),
  };
}

export function vaultUnder(keys: MasterKeys): Vault {
  return createVault({ wrapper: createLocalKeyWrapper(keys), index: keys.index, clock: () => NOW });
}

export async function openOrganizations(kind: OpenDatabase['kind']): Promise<OpenDatabase> {
  const opened = await openTestDatabase(kind);
  for (const id of ['org_a', 'org_b']) {
    await opened.db.insertInto('organization').values({ id, name: id, created_at: NOW }).execute();
  }
  return opened;
}

/** Works as `org_a`. */
export function asTenant<T>({ db }: OpenDatabase, work: (trx: DatabaseTransaction) => Promise<T>): Promise<T> {
  return inTransaction(db, { role: 'tenant', organizationId: 'org_a' }, work);
}
