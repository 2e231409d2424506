/** Whose a link is: looked up as the gate, before any organization is known. */

import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { hashLink, isLinkToken } from './link-token.ts';

/** The applicant behind a token; nothing for one that was never given out. A link that ran out is known: it can be resumed. */
export async function findLink(trx: DatabaseTransaction, token: string): Promise<Caller | undefined> {
  if (!isLinkToken(token)) return undefined;
  const link = await trx
    .selectFrom('verification_link')
    .selectAll()
    .where('token_hash', '=', hashLink(token))
    .executeTakeFirst();
  if (link === undefined) return undefined;
  return {
    kind: 'applicant',
    id: link.token_hash.toString('hex').slice(0, SHORT),
    organizationId: link.organization_id,
    mode: link.mode,
    verificationId: link.verification_id,
    link: link.kind,
  };
}

/** Enough of the hash to tell links apart in the record. */
const SHORT = 16;
