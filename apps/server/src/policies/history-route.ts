/** The versions of a policy, with who published and archived each: from the record, which nobody can change unseen. */
import { policyHistorySchema, policyParamsSchema } from '@vidimus/protocol';
import type { LoggedEntry } from '../audit/logged-entry.ts';
import { entriesAbout } from '../audit/store.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { route } from '../http/route.ts';
import { POLICY_NOT_FOUND } from './policy-problems.ts';
import { findPolicy } from './store.ts';
import { tellSummary } from './tell-policy.ts';

export const historyRoute = route({
  method: 'get',
  path: '/v1/policies/{id}/versions',
  tag: 'policies',
  operationId: 'listPolicyVersions',
  summary: 'Every version, the newest first, and who published it',
  callers: ['api_key', 'member'],
  right: 'policies:read',
  params: policyParamsSchema,
  answers: { 200: policyHistorySchema },
  problems: [{ status: 404, code: 'policy.not-found' }],
  async handle({ trx, params: { id } }) {
    const policy = await findPolicy(trx, id);
    if (policy === undefined) return { ok: false, error: POLICY_NOT_FOUND };
    const entries = await entriesAbout(trx, [id]);
    const used = await countUses(trx, id);
    const data = policy.history.toReversed().map((version) => ({
      ...tellSummary(version),
      published_by: actorOf(entries, 'published_version', version.version),
      archived_by: actorOf(entries, 'replaced_version', version.version),
      verifications: used.get(version.version) ?? 0,
    }));
    return { ok: true, value: { status: 200, body: { data } } };
  },
});

/** A version is archived by itself, or by the one that takes its place. */
function actorOf(entries: readonly LoggedEntry[], fact: string, version: number): string | null {
  return entries.find(({ facts }) => facts[fact] === version)?.actor ?? null;
}

async function countUses(trx: DatabaseTransaction, policyId: string): Promise<ReadonlyMap<number, number>> {
  const rows = await trx
    .selectFrom('verification')
    .select(({ fn }) => ['policy_version', fn.countAll<string>().as('count')])
    .where('policy_id', '=', policyId)
    .groupBy('policy_version')
    .execute();
  return new Map(rows.map(({ policy_version, count }) => [policy_version, Number(count)]));
}
