/** Links in the database: given out, and looked up as the gate, before any organization is known. */
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { hashLink, isLinkToken, type LinkKind, newLink } from './link-token.ts';

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
    ...(link.open_until === null || link.opened_at !== null ? {} : { openUntil: link.open_until }),
    ...(link.proven_until === null ? {} : { provenUntil: link.proven_until }),
  };
}

/** A new link; its token is given out once. */
export async function addLink(
  trx: DatabaseTransaction,
  of: {
    readonly organizationId: string;
    readonly verificationId: string;
    readonly mode: Mode;
    readonly kind: LinkKind;
    /** Of a receipt that opens everything until then. */
    readonly provenUntil?: Date;
    /** Of a link for another device, or of a device that opened one. */
    readonly openUntil?: Date;
    readonly numbers?: readonly number[];
    readonly device?: { readonly handOff: Buffer; readonly number: number };
  },
  now: Date,
): Promise<string> {
  const { token, hash } = newLink(of.kind);
  await trx
    .insertInto('verification_link')
    .values({
      token_hash: hash,
      organization_id: of.organizationId,
      verification_id: of.verificationId,
      mode: of.mode,
      kind: of.kind,
      open_until: of.openUntil ?? null,
      proven_until: of.provenUntil ?? null,
      numbers: of.numbers === undefined ? null : [...of.numbers],
      hand_off: of.device?.handOff ?? null,
      number: of.device?.number ?? null,
      created_at: now,
    })
    .execute();
  return token;
}

/** When another device was let in last; null where none was. */
export async function handOffOpenedAt(trx: DatabaseTransaction, verificationId: string): Promise<Date | null> {
  const link = await trx
    .selectFrom('verification_link')
    .select('opened_at')
    .where('verification_id', '=', verificationId)
    .where('open_until', 'is not', null)
    .where('opened_at', 'is not', null)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return link?.opened_at ?? null;
}

/** Enough of the hash to tell links apart in the record. */
const SHORT = 16;
