/**
 * AES-256-GCM (NIST SP 800-38D) of node:crypto in one layout: version (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16).
 *
 * Nonces are random. §8.3 allows 2^32 sealings under one key: two equal nonces are then less likely than 2^-32. A data key seals
 * the fields and photographs of one subject, some hundreds; a master key wraps one data key a subject and purpose, so that
 * it is good for two thousand million verifications.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What sealing adds, in bytes. */
export const ENVELOPE_BYTES = 29;

/** Seals `plain`; it opens again with the same key and the same `context` only. */
export function sealEnvelope(key: Uint8Array, context: Uint8Array, plain: Uint8Array): Buffer {
  // Not handed in, as time and randomness are elsewhere: a nonce that a test repeats gives the plain text away.
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(context));
  return Buffer.concat([LAYOUT, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Nothing, if one bit of key, context or bytes differs. */
export function openEnvelope(key: Uint8Array, context: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < ENVELOPE_BYTES || sealed[0] !== LAYOUT[0]) return undefined;
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(context));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  return isGenuine(decipher) ? plain : undefined;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The only layout so far; the byte is bound too, so that bytes of a later layout never pass for this one. */
const LAYOUT = Buffer.of(1);

function boundTo(context: Uint8Array): Buffer {
  return Buffer.concat([LAYOUT, context]);
}

/** Whether the tag is right. node:crypto says no by throwing, and has no code for it; nothing else can fail here. */
function isGenuine(decipher: { readonly final: () => Buffer }): boolean {
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}
