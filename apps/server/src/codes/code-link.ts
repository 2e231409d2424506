/** The address of a code's page: a secret that is right for one code. Only its hash is stored. */
import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';

const PREFIX = 'vcp_';
const SECRET_BYTES = 32;
const SHAPE = /^vcp_[A-Za-z0-9_-]{43}$/;
/** Enough of the hash to tell links apart in the record. */
const SHORT = 16;

/** A new one; the token is shown once. 256 random bits cannot be guessed, so that a plain hash hides them well enough. */
export function newCodeLink(): { readonly token: string; readonly hash: Buffer } {
  const token = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { token, hash: hashOf(token) };
}

/** Whom the code behind a token was sent to; nothing for one that was never given out. Runs as the gate. */
export async function findRecipient(trx: DatabaseTransaction, token: string): Promise<Caller | undefined> {
  if (!SHAPE.test(token)) return undefined;
  const hash = hashOf(token);
  const code = await trx
    .selectFrom('contact_code')
    .select(['id', 'organization_id', 'mode'])
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  if (code === undefined) return undefined;
  return {
    kind: 'recipient',
    id: hash.toString('hex').slice(0, SHORT),
    organizationId: code.organization_id,
    mode: code.mode,
    codeId: code.id,
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
