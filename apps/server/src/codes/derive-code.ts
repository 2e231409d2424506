/**
 * The digits of a code, derived from the installation's key and the code's id (HOTP, RFC 4226): whoever resends makes the same ones
 * again, and nothing in the database tells them. Another contact has others: what was sent to one proves nothing of the other.
 */
import { timingSafeEqual } from 'node:crypto';
import { HOTP, Secret } from 'otpauth';
import type { Vault } from '../vault/vault.ts';
import { CODE_DIGITS } from './code.ts';

type Index = Pick<Vault, 'blindIndex'>;

/** Which digits of a code: of the contact after that many corrections, or of the alternative. */
export type CodeVersion = number | 'alternative';

/** Six digits. */
export function codeOf(vault: Index, id: string, version: CodeVersion = 0): string {
  // A copy: a Buffer may be a view of a larger pool, and the library takes the whole of what it is handed.
  const secret = new Secret({ buffer: Uint8Array.from(vault.blindIndex('contact-code', nameOf(id, version))).buffer });
  return HOTP.generate({ secret, algorithm: 'SHA256', digits: CODE_DIGITS, counter: 0 });
}

/** What is kept of a code: enough to check one. */
export function verifierOf(vault: Index, id: string, code: string): Buffer {
  return vault.blindIndex('contact-code-verifier', `${id} ${code}`);
}

/** Which of the verifiers it is, by its place; undefined for none. Each is looked at, in constant time. */
export function findVerifier(
  vault: Index,
  id: string,
  entered: string,
  verifiers: readonly Uint8Array[],
): number | undefined {
  const own = verifierOf(vault, id, entered);
  const found = verifiers.map((verifier) => timingSafeEqual(own, verifier)).indexOf(true);
  return found === -1 ? undefined : found;
}

function nameOf(id: string, version: CodeVersion): string {
  return version === 0 ? id : `${id}/${version}`;
}
