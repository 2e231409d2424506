/** The ring of master keys: every data key in the database is wrapped under one of its versions. */
export type MasterKeys = {
  /** 256 bits each. A version is never given to another key. */
  readonly versions: ReadonlyMap<number, Buffer>;
  /** The version that wraps new data keys. */
  readonly wraps: number;
  /**
   * What stays the same while versions come and go: keyed hashes in the database (an e-mail address, a secret) are found again
   * under keys derived from it. A line of its own, because the oldest version has to be able to go.
   */
  readonly index: Buffer;
};
