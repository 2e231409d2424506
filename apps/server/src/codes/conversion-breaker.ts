/**
 * Codes that nobody enters: where many go to one prefix and hardly any comes back, somebody has them sent for the money. The prefix
 * gets none for a while.
 */
import type { Result } from '@vidimus/engine/standards';
import { sql } from 'kysely';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

export type BreakerOpen = { readonly code: 'contact-code.prefix-stopped'; readonly until: Date };

/** Looked at: codes of the last ten minutes, but for those of which nobody can have entered any yet. */
const WINDOW_MS = 10 * 60 * 1000;
const RIPE_MS = 30 * 1000;
/** Fewer say nothing: a carrier's bad quarter of an hour looks alike. */
const LEAST = 30;
/** Of honest people with working telephones more than half enter their code. */
const LEAST_SHARE = 0.05;

/** Refused while too few of a prefix's codes come back. */
export async function checkConversion(
  trx: DatabaseTransaction,
  of: { readonly organizationId: string; readonly mode: Mode; readonly prefix: string | null },
  now: Date,
): Promise<Result<undefined, BreakerOpen>> {
  if (of.prefix === null) return { ok: true, value: undefined };
  const found = await trx
    .selectFrom('contact_code')
    .select([
      sql<string>`count(*)`.as('sent'),
      sql<string>`count(used_at)`.as('used'),
      sql<Date | null>`max(created_at)`.as('newest'),
    ])
    .where('organization_id', '=', of.organizationId)
    .where('mode', '=', of.mode)
    .where('prefix', '=', of.prefix)
    .where('refused', 'is', null)
    .where('created_at', '>', new Date(now.getTime() - WINDOW_MS))
    .where('created_at', '<=', new Date(now.getTime() - RIPE_MS))
    .executeTakeFirstOrThrow();
  const sent = Number(found.sent);
  if (found.newest === null || sent < LEAST || Number(found.used) >= sent * LEAST_SHARE) {
    return { ok: true, value: undefined };
  }
  const until = new Date(found.newest.getTime() + WINDOW_MS);
  return { ok: false, error: { code: 'contact-code.prefix-stopped', until } };
}
