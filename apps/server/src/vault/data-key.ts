/** Data keys: one a subject and purpose, made at first use, and never again once destroyed. */
import { randomBytes } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import type { Clock } from '../clock.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { KEY_BYTES } from './derive-key.ts';
import { encodeContext } from './encode-context.ts';
import type { KeyNotUnwrapped, KeyWrapper } from './key-wrapper.ts';

/** `seal` is for fields and photographs, `fingerprint` for keyed hashes of photographs. */
export type DataKeyPurpose = 'seal' | 'fingerprint';
/** A row: every subject has one of each purpose at most, for ever. */
export type DataKeyName = {
  readonly organizationId: string;
  readonly subject: string;
  readonly purpose: DataKeyPurpose;
};
export type DataKeyAbsent = { readonly code: 'none' | 'destroyed' };

/** The 256-bit key, which is made when there is none; the caller wipes it. Throws for one that was destroyed. */
export async function takeDataKey(
  parts: { readonly wrapper: KeyWrapper; readonly clock: Clock },
  trx: DatabaseTransaction,
  name: DataKeyName,
): Promise<Buffer> {
  const first = await findDataKey(parts.wrapper, trx, name);
  if (first.ok) return first.value;
  const made = first.error.code === 'none' ? await makeDataKey(parts, trx, name) : undefined;
  if (made !== undefined) return made;
  // Read again, since another transaction was faster with a key, or with destroying it.
  const found = first.error.code === 'none' ? await findDataKey(parts.wrapper, trx, name) : first;
  if (found.ok) return found.value;
  if (found.error.code === 'destroyed') {
    throw new Error(`vault.erased: ${name.subject} was erased, and nothing may be written about it any more`);
  }
  throw new Error(`${found.error.code}: the data key of ${name.subject} cannot be used`);
}

/** The key, if there is one; the caller wipes it. */
export async function findDataKey(
  wrapper: KeyWrapper,
  trx: DatabaseTransaction,
  name: DataKeyName,
): Promise<Result<Buffer, DataKeyAbsent | KeyNotUnwrapped>> {
  const row = await trx
    .selectFrom('data_key')
    .select(['key_version', 'wrapped', 'destroyed_at'])
    .where('organization_id', '=', name.organizationId)
    .where('subject', '=', name.subject)
    .where('purpose', '=', name.purpose)
    .executeTakeFirst();
  if (row === undefined) return { ok: false, error: { code: 'none' } };
  if (row.destroyed_at !== null) return { ok: false, error: { code: 'destroyed' } };
  return wrapper.unwrap({ version: row.key_version, wrapped: row.wrapped }, wrappingContext(name));
}

/**
 * Destroys the key, also one that another transaction is just making (its row is waited for), and one that was never made: the row
 * that is left behind keeps anybody from making it later.
 */
export async function destroyDataKey(trx: DatabaseTransaction, name: DataKeyName, now: Date): Promise<void> {
  const destroyed = { wrapped: Buffer.alloc(0), destroyed_at: now };
  await trx
    .insertInto('data_key')
    .values({ ...rowOf(name, now), key_version: 0, ...destroyed })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'subject', 'purpose'])
        .doUpdateSet(destroyed)
        .where('data_key.destroyed_at', 'is', null),
    )
    .execute();
}

/** What a wrapped key is bound to: in another row it does not unwrap. */
export function wrappingContext(name: DataKeyName): Buffer {
  return encodeContext(['data-key', name.organizationId, name.subject, name.purpose]);
}

/** Undefined where another transaction was faster. */
async function makeDataKey(
  { wrapper, clock }: { readonly wrapper: KeyWrapper; readonly clock: Clock },
  trx: DatabaseTransaction,
  name: DataKeyName,
): Promise<Buffer | undefined> {
  const fresh = randomBytes(KEY_BYTES);
  const { version, wrapped } = await wrapper.wrap(fresh, wrappingContext(name));
  const made = await trx
    .insertInto('data_key')
    .values({ ...rowOf(name, clock()), key_version: version, wrapped, destroyed_at: null })
    .onConflict((conflict) => conflict.columns(['organization_id', 'subject', 'purpose']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made !== undefined) return fresh;
  fresh.fill(0);
  return undefined;
}

function rowOf({ organizationId, subject, purpose }: DataKeyName, now: Date) {
  return {
    id: newId('data_key', now.getTime()),
    organization_id: organizationId,
    subject,
    purpose,
    created_at: now,
  };
}
