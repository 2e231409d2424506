/**
 * The digits of a code, derived from the installation's key and the code's id (HOTP, RFC 4226): whoever resends makes the same ones
 * again, and nothing in the database tells them.
 */
import { timingSafeEqual } from 'node:crypto';
import { HOTP, Secret } from 'otpauth';
import type { Vault } from '../vault/vault.ts';
import { CODE_DIGITS } from './code.ts';

type Index = Pick<Vault, 'blindIndex'>;

/** Six digits. */
export function codeOf(vault: Index, id: string): string {
  // A copy: a Buffer may be a view of a larger pool, and the library takes the whole of what it is handed.
  const secret = new Secret({ buffer: Uint8Array.from(vault.blindIndex('contact-code', id)).buffer });
  return HOTP.generate({ secret, algorithm: 'SHA256', digits: CODE_DIGITS, counter: 0 });
}

/** What is kept of a code: enough to check one. */
export function verifierOf(vault: Index, id: string, code: string): Buffer {
  return vault.blindIndex('contact-code-verifier', `${id} ${code}`);
}

/** In constant time. */
export function isCode(vault: Index, id: string, entered: string, verifier: Uint8Array): boolean {
  return timingSafeEqual(verifierOf(vault, id, entered), verifier);
}
