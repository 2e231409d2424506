/** Values sealed as JSON. */
import type { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { SealContext, Vault } from './vault.ts';

/** Seals any JSON value. */
export async function sealJson(
  vault: Pick<Vault, 'seal'>,
  trx: DatabaseTransaction,
  context: SealContext,
  value: unknown,
): Promise<Buffer> {
  return vault.seal(trx, context, Buffer.from(JSON.stringify(value), 'utf8'));
}

/** Opens what `sealJson` sealed; nothing when the subject was erased. What does not open otherwise is damage, and throws. */
export async function openJson<Schema extends z.ZodType>(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  context: SealContext,
  sealed: Uint8Array,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const opened = await vault.open(trx, context, sealed);
  if (!opened.ok) {
    if (opened.error.code === 'vault.erased') return undefined;
    throw new Error(`${context.field} of ${context.object} does not open: ${opened.error.code}`);
  }
  return schema.parse(JSON.parse(opened.value.toString('utf8')));
}
