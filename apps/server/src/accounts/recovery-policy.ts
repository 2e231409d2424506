/** Which policy a recovery by document is verified under. */
import type { Result } from '@vidimus/engine/standards';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

export type RecoveryPolicyRefused = {
  readonly code: 'policy.not-found' | 'policy.not-published' | 'policy.accepts-specimens';
  readonly id: string;
};

/** The one that the organization chose; null: none. */
export async function recoveryPolicyOf(trx: DatabaseTransaction, organizationId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('account_setting')
    .select('recovery_policy')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row?.recovery_policy ?? null;
}

/**
 * The one that was chosen, as long as it is published: one that asks for less never takes its place unseen. Where none was, the newest
 * that is published. One that takes drawn documents serves test mode alone.
 */
export async function policyForRecovery(
  trx: DatabaseTransaction,
  { organizationId, mode }: { readonly organizationId: string; readonly mode: Mode },
): Promise<string | undefined> {
  const chosen = await recoveryPolicyOf(trx, organizationId);
  const published = trx.selectFrom('policy_version').select(['policy_id', 'document']).where('state', '=', 'published');
  const asked = chosen === null ? published : published.where('policy_id', '=', chosen);
  const rows = await asked.orderBy('published_at', 'desc').execute();
  return rows.find(({ document }) => mode === 'test' || !document.accept_specimens)?.policy_id;
}

/** Whether a policy can be chosen: it decides who gets into the accounts of others' real documents. */
export async function choosable(
  trx: DatabaseTransaction,
  id: string | null,
): Promise<Result<undefined, RecoveryPolicyRefused>> {
  if (id === null) return { ok: true, value: undefined };
  const refused = (code: RecoveryPolicyRefused['code']) => ({ ok: false, error: { code, id } }) as const;
  const policy = await trx.selectFrom('policy').select('id').where('id', '=', id).executeTakeFirst();
  if (policy === undefined) return refused('policy.not-found');
  const version = await trx
    .selectFrom('policy_version')
    .select('document')
    .where('policy_id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst();
  if (version === undefined) return refused('policy.not-published');
  return version.document.accept_specimens ? refused('policy.accepts-specimens') : { ok: true, value: undefined };
}
