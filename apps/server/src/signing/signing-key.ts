/** The installation's Ed25519 key: signs reports and the audit log's checkpoints, so that both can be verified far from here. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from '@vidimus/engine/standards';

export type SigningKey = {
  /** Raw public key, 32 bytes (RFC 8032). */
  readonly publicKey: Buffer;
  readonly sign: (message: Uint8Array) => Buffer;
};

export type SigningKeyRefused =
  | { readonly code: 'signing.key-is-open'; readonly file: string; readonly mode: string }
  | { readonly code: 'signing.not-ed25519'; readonly file: string };

/** Reads the key (PKCS #8, PEM), or makes it where none is; only the owner may read it. */
export function openSigningKey(file: string): Result<SigningKey, SigningKeyRefused> {
  makeIfMissing(file);
  const { mode } = statSync(file);
  if ((mode & 0o077) !== 0) {
    return { ok: false, error: { code: 'signing.key-is-open', file, mode: (mode & 0o777).toString(8) } };
  }
  const key = privateKeyIn(readFileSync(file));
  if (key?.asymmetricKeyType !== 'ed25519') return { ok: false, error: { code: 'signing.not-ed25519', file } };
  return { ok: true, value: signingKey(key) };
}

/** A key for one process alone, as tests need it. */
export function newSigningKey(): SigningKey {
  return signingKey(generateKeyPairSync('ed25519').privateKey);
}

/** Bytes of a public key (RFC 8032 §5.1.5). */
const PUBLIC_KEY_BYTES = 32;

/** Whether a text is a public key as /v1/signing-key writes it: 32 bytes in base64. */
export function isPublicKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text) && Buffer.from(text, 'base64').length === PUBLIC_KEY_BYTES;
}

/** Whether a signature is that of the key's owner over exactly this message; a key of another length signs nothing. */
export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES) return false;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  return verify(null, message, key, signature);
}

/** Nothing where there is no key in it: OpenSSL's words for that say nothing to whoever reads them. */
function privateKeyIn(pem: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function signingKey(key: KeyObject): SigningKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('an Ed25519 key without a public part');
  return { publicKey: Buffer.from(x, 'base64url'), sign: (message) => sign(null, message, key) };
}

/** There is never half a key under that name, whenever the process dies; the one who comes second finds the first one's. */
function makeIfMissing(file: string): void {
  if (existsSync(file)) return;
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const own = `${file}.${randomUUID()}`;
  const handle = openSync(own, 'wx', 0o600);
  writeSync(handle, privateKey);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(own, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(own);
  }
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
