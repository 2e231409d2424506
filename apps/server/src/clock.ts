/** The time, handed in; in test mode an organization may set its own. */
import type { Mode } from './db/schema.ts';
import type { DatabaseTransaction } from './db/transaction.ts';

export type Clock = () => Date;

/** What time it is for an organization: test mode's own clock where it was set, and moves on only by being set. */
export async function timeFor(
  trx: DatabaseTransaction,
  caller: { readonly organizationId: string; readonly mode: Mode },
  clock: Clock,
): Promise<Date> {
  if (caller.mode === 'live') return clock();
  const set = await trx
    .selectFrom('test_clock')
    .select('now')
    .where('organization_id', '=', caller.organizationId)
    .executeTakeFirst();
  return set?.now ?? clock();
}
