/** Names of blobs. They become paths and addresses, so that they are held to letters, digits, `-` and `_`. */

const BLOB_KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{7,127}$/;

/** Throws for anything else, `../` first: keys are made by this server, and another one is a bug. */
export function requireBlobKey(key: string): void {
  if (!BLOB_KEY.test(key)) throw new Error('a blob key has 8 to 128 letters, digits, "-" and "_"');
}
