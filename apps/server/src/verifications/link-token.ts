/** The applicant's link: a secret that is right for one verification. Only its hash is stored. */
import { createHash, randomBytes } from 'node:crypto';

/** `apply` does the steps; `receipt` shows, and opens an appeal. */
export type LinkKind = 'apply' | 'receipt';

const PREFIX: Readonly<Record<LinkKind, string>> = { apply: 'vat_', receipt: 'vrt_' };
const SECRET_BYTES = 32;

/** A new link; the token is shown once. 256 random bits cannot be guessed, so that a plain hash hides them well enough. */
export function newLink(kind: LinkKind): { readonly token: string; readonly hash: Buffer } {
  const token = `${PREFIX[kind]}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { token, hash: hashLink(token) };
}

/** SHA-256 of a token. */
export function hashLink(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether a word has the shape of a link's token. */
export function isLinkToken(word: string): boolean {
  return /^(vat|vrt)_[A-Za-z0-9_-]{43}$/.test(word);
}
