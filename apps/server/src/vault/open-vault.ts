/** The vault of a server that starts: its keys found, or made once, and checked against the database. */
import { randomBytes } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { checkKeys, hasSeenKeys } from './check-keys.ts';
import { createVault } from './create-vault.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import type { KeysRefused } from './keys-refused.ts';
import { type KeyEnvironment, loadMasterKeys, makeMasterKeys } from './load-master-keys.ts';
import { createLocalKeyWrapper } from './local-key-wrapper.ts';
import type { MasterKeys } from './master-keys.ts';
import type { Vault } from './vault.ts';

export type VaultSources = {
  readonly db: Kysely<Database>;
  readonly environment: KeyEnvironment;
  readonly dataFolder: string;
  /** Whether keys may be made in the data folder, where a new installation has none: right for the embedded database alone. */
  readonly mayMakeKeys: boolean;
  readonly clock: Clock;
};

export type OpenVault = { readonly vault: Vault; readonly keys: MasterKeys; readonly wrapper: KeyWrapper };

/** Needs a migrated database. A refusal is for the operator: {@link keysRefusedInWords}. */
export async function openVault(sources: VaultSources): Promise<Result<OpenVault, KeysRefused>> {
  const keys = await loadOrMake(sources);
  if (!keys.ok) return keys;
  const checked = await checkKeys(sources.db, keys.value);
  if (!checked.ok) return checked;
  const wrapper = createLocalKeyWrapper(keys.value);
  const vault = createVault({ wrapper, index: keys.value.index, clock: sources.clock });
  return { ok: true, value: { vault, keys: keys.value, wrapper } };
}

async function loadOrMake({
  db,
  environment,
  dataFolder,
  mayMakeKeys,
}: VaultSources): Promise<Result<MasterKeys, KeysRefused>> {
  const loaded = await loadMasterKeys(environment, dataFolder);
  if (loaded.ok || loaded.error.code !== 'vault.no-keys' || !mayMakeKeys) return loaded;
  // New keys for an old database would hide that the old ones are lost.
  if (await hasSeenKeys(db)) return loaded;
  await makeMasterKeys(dataFolder, randomBytes);
  return loadMasterKeys(environment, dataFolder);
}
