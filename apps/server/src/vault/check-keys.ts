/** Whether the master keys are those under which this database was written: told at the start, and not by the first person who needs it. */
import type { Result } from '@vidimus/engine/standards';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { deriveKey } from './derive-key.ts';
import type { KeysRefused } from './keys-refused.ts';
import type { MasterKeys } from './master-keys.ts';
import { versionsInUse } from './rotate-keys.ts';

/** Compares each key with what was noted when it was first seen, and notes new ones. Uses the connection's own role. */
export async function checkKeys(db: Kysely<Database>, keys: MasterKeys): Promise<Result<undefined, KeysRefused>> {
  const named = [['index', keys.index] as const, ...[...keys.versions].map(([v, key]) => [String(v), key] as const)];
  for (const [name, key] of named) {
    const value = deriveKey(key, 'check').toString('hex');
    const row = { name: `${NOTE}${name}`, value };
    await db
      .insertInto('installation')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const noted = await db.selectFrom('installation').select('value').where('name', '=', row.name).executeTakeFirst();
    if (noted?.value !== value) return { ok: false, error: { code: 'vault.key-changed', name } };
  }
  for (const { version } of await versionsInUse(db)) {
    if (!keys.versions.has(version)) return { ok: false, error: { code: 'vault.master-key-missing', version } };
  }
  return { ok: true, value: undefined };
}

/** Whether this database was ever opened with keys. */
export async function hasSeenKeys(db: Kysely<Database>): Promise<boolean> {
  const noted = await db
    .selectFrom('installation')
    .select('name')
    .where('name', '=', `${NOTE}index`)
    .executeTakeFirst();
  return noted !== undefined;
}

const NOTE = 'vault.key-check.';
