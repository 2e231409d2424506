/** A line of the record about an account: its person did it. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { AccountParts, AccountPlace } from './parts.ts';

export function logOf(
  parts: Pick<AccountParts, 'audit'>,
  trx: DatabaseTransaction,
  { organizationId, mode, accountId }: AccountPlace,
  action: string,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  return parts.audit.append(trx, {
    organizationId,
    actor: { kind: 'applicant', id: accountId },
    action,
    objectId: accountId,
    mode,
    facts,
  });
}
