/** What the part of accounts is handed. */
import type { CodeParts } from '../codes/send-code.ts';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Events } from '../events/events.ts';
import type { PageAddress } from '../http/page-address.ts';
import type { PeopleParts } from '../people/parts.ts';

/** Wired once. `clock` is the true time, which bounds sessions; codes and recoveries go by the clock of their mode. */
export type AccountParts = PeopleParts & CodeParts & { readonly events: Events; readonly pages: PageAddress };

/** Where an account belongs. */
export type AccountPlace = { readonly organizationId: string; readonly mode: Mode; readonly accountId: string };

/** As that organization, in a transaction of its own. */
export function asTenant<T>(
  parts: Pick<AccountParts, 'inScope'>,
  organizationId: string,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return parts.inScope({ role: 'tenant', organizationId }, work);
}
