/** What the rest of the server may ask of the vault: seal, open, forget. How it does that is its own affair. */
import type { Result } from '@vidimus/engine/standards';
import type { DatabaseTransaction } from '../db/transaction.ts';

/** What a sealed value is bound to: moved to another row, column or organization it does not open (it is the AAD). */
export type SealContext = {
  readonly organizationId: string;
  /** Id of the object whose erasure makes the value unreadable for ever: its data key is the subject's. */
  readonly subject: string;
  /** Id of the row. */
  readonly object: string;
  /** Name of the column, or of the kind of blob. */
  readonly field: string;
};

export type VaultRefused =
  /** The subject was erased. */
  | { readonly code: 'vault.erased'; readonly subject: string }
  /** The bytes are not those that were sealed in this context. */
  | { readonly code: 'vault.does-not-open'; readonly object: string; readonly field: string }
  /** The master key that wrapped the data key is not among the keys of this process. */
  | { readonly code: 'vault.master-key-missing'; readonly version: number };

export type Vault = {
  /** Makes the subject's data key when it has none yet. Throws for a subject that was erased: nothing may be written about it. */
  readonly seal: (trx: DatabaseTransaction, context: SealContext, plain: Uint8Array) => Promise<Buffer>;
  readonly open: (
    trx: DatabaseTransaction,
    context: SealContext,
    sealed: Uint8Array,
  ) => Promise<Result<Buffer, VaultRefused>>;
  /** Keyed with a key of the subject, in hex: the same photograph of another subject has another, and none can be checked once it is forgotten. */
  readonly fingerprint: (
    trx: DatabaseTransaction,
    subject: Pick<SealContext, 'organizationId' | 'subject'>,
    bytes: Uint8Array,
  ) => Promise<string>;
  /** Destroys the subject's data keys. What was sealed under them stays, and says nothing any more. */
  readonly forget: (trx: DatabaseTransaction, organizationId: string, subject: string) => Promise<void>;
  /** Keyed hash of a value, so that equal values can be found (an e-mail address, a secret) and none can be guessed from a dump. */
  readonly blindIndex: (purpose: string, value: string) => Buffer;
};
