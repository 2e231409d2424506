/** Where sealed photographs lie. The store sees ciphertext alone. */

export type BlobStore = {
  /** Durable when it returns: neither a crash nor a power cut loses it or leaves half of it. */
  readonly put: (key: string, sealed: Uint8Array) => Promise<void>;
  /** Nothing for a key that does not exist. */
  readonly get: (key: string) => Promise<Buffer | undefined>;
  /** Also right for a key that is gone already. */
  readonly remove: (key: string) => Promise<void>;
  /** Keys of whatever was put before then, in no order. */
  readonly olderThan: (then: Date) => AsyncIterable<string>;
};
