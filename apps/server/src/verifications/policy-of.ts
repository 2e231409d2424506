/** The rules that a verification is judged by: the version that was in force when it began. */
import { type Policy, policySchema } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { StoredVerification } from './stored-verification.ts';

export async function policyOf(
  trx: DatabaseTransaction,
  { policy }: Pick<StoredVerification, 'policy'>,
): Promise<Policy> {
  const { document } = await trx
    .selectFrom('policy_version')
    .select('document')
    .where('policy_id', '=', policy.id)
    .where('version', '=', policy.version)
    .executeTakeFirstOrThrow();
  return policySchema.parse(document);
}
