/** Where the master keys of this installation are, and how a new one comes to them. */
import { join } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import { newKeyLines, readKeyLines } from './key-lines.ts';
import { readKeysFile, writeNewKeysFile } from './keys-file.ts';
import type { KeysRefused } from './keys-refused.ts';
import type { MasterKeys } from './master-keys.ts';

/** The variables that name or hold the keys. */
export type KeyEnvironment = { readonly VIDIMUS_KEYS_FILE?: string; readonly VIDIMUS_KEYS?: string };

/** The keys from the file or variable of the environment, or else from the file `keys` in the data folder. */
export async function loadMasterKeys(
  environment: KeyEnvironment,
  dataFolder: string,
): Promise<Result<MasterKeys, KeysRefused>> {
  const { VIDIMUS_KEYS_FILE: file, VIDIMUS_KEYS: lines } = environment;
  if (isGiven(file) && isGiven(lines)) {
    return { ok: false, error: { code: 'vault.two-key-sources', sources: ['VIDIMUS_KEYS_FILE', 'VIDIMUS_KEYS'] } };
  }
  if (isGiven(lines)) return readKeyLines(lines, 'VIDIMUS_KEYS');
  const path = isGiven(file) ? file : keysFileIn(dataFolder);
  const text = await readKeysFile(path);
  if (text.ok) return readKeyLines(text.value, path);
  if (isGiven(file) || text.error.code !== 'vault.keys-file-missing') return text;
  return { ok: false, error: { code: 'vault.no-keys', looked: ['VIDIMUS_KEYS_FILE', 'VIDIMUS_KEYS', path] } };
}

/** Makes the keys of a new installation in its data folder; throws (EEXIST) where there are some. */
export async function makeMasterKeys(dataFolder: string, random: (bytes: number) => Buffer): Promise<void> {
  await writeNewKeysFile(keysFileIn(dataFolder), newKeyLines(random));
}

function keysFileIn(dataFolder: string): string {
  return join(dataFolder, 'keys');
}

function isGiven(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
