/** A photograph on its way into the store of blobs. */
import { randomBytes } from 'node:crypto';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { SealContext, Vault } from './vault.ts';

export type SealedBlob = {
  /** Random, so that a list of the store tells neither whose it is nor when it came. */
  readonly blobKey: string;
  readonly sealed: Buffer;
  /** Of the photograph, under a key of its subject: in hex. */
  readonly fingerprint: string;
};

/**
 * Seals in the transaction, and puts nothing anywhere: that takes time, and belongs behind the transaction, before the row that names
 * the blob. A crash between the two leaves a blob that no row names and that nobody can open once the subject is forgotten.
 * It opens with {@link Vault.open} in the same context.
 */
export async function sealBlob(
  vault: Pick<Vault, 'seal' | 'fingerprint'>,
  trx: DatabaseTransaction,
  context: SealContext,
  photograph: Uint8Array,
): Promise<SealedBlob> {
  const sealed = await vault.seal(trx, context, photograph);
  const fingerprint = await vault.fingerprint(trx, context, photograph);
  return { blobKey: `blob_${randomBytes(BLOB_KEY_BYTES).toString('hex')}`, sealed, fingerprint };
}

/** 128 bits: two keys are never equal. */
const BLOB_KEY_BYTES = 16;
