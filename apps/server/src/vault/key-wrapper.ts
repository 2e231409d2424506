/** The port to whatever holds the master keys: this process's ring, or a key management service. */
import type { Result } from '@vidimus/engine/standards';

export type KeyNotUnwrapped =
  | { readonly code: 'vault.master-key-missing'; readonly version: number }
  /** These bytes were not wrapped by that version for that context. */
  | { readonly code: 'vault.key-does-not-unwrap'; readonly version: number };

export type WrappedKey = { readonly version: number; readonly wrapped: Buffer };

/** May be slow and may throw where it is a service; nothing here is kept in memory between two calls. */
export type KeyWrapper = {
  /** The version that wraps. */
  readonly current: number;
  /** Wraps a data key under the current version. `context` is what it is bound to (a service's encryption context). */
  readonly wrap: (dataKey: Uint8Array, context: Uint8Array) => Promise<WrappedKey>;
  readonly unwrap: (key: WrappedKey, context: Uint8Array) => Promise<Result<Buffer, KeyNotUnwrapped>>;
};
