/** One key for one use: what leaks or is broken in one place opens no other. */
import { hkdfSync } from 'node:crypto';

/** Every key of the vault has 256 bits. */
export const KEY_BYTES = 32;

/** The key for `purpose` under a secret of {@link KEY_BYTES} (HKDF-SHA-256, RFC 5869, without salt: the secret is uniform). */
export function deriveKey(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `vidimus/1/${purpose}`, KEY_BYTES));
}
