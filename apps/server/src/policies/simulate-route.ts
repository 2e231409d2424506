/** A draft, tried on what was decided before. */
import { policyParamsSchema, simulateBodySchema, simulationSchema } from '@vidimus/protocol';
import type { Policy } from '@vidimus/vocabulary';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { type Route, route } from '../http/route.ts';
import { versionIn } from './policy.ts';
import { POLICY_NOT_FOUND, problemOf, VERSION_NOT_FOUND } from './policy-problems.ts';
import { type JudgedReport, type StoredReport, simulate } from './simulate.ts';
import { findPolicy, findVersion, type VersionRef } from './store.ts';

/**
 * The reports of the last decided verifications of a mode, the latest first, one a verification: that of its last decision.
 * Erased ones are left out, so that there may be fewer.
 */
export type ReadReports = (
  trx: DatabaseTransaction,
  asked: { readonly mode: Mode; readonly last: number },
) => Promise<readonly StoredReport[]>;

/** Tries the draft, or another version, on the last verifications of the organization, whichever policy they were made under. */
export function simulateRoute(readReports: ReadReports): Route {
  return route({
    method: 'post',
    path: '/v1/policies/{id}/simulate',
    tag: 'policies',
    operationId: 'simulatePolicy',
    summary: 'Who would have fared differently under the draft',
    description:
      'Judges the last decided verifications again without their photographs, from the fields and measures on file, and says what could not be judged so. Changes nothing; the answer has ids and codes alone.',
    callers: ['api_key', 'member'],
    right: 'policies:write',
    keepsNothing: true,
    params: policyParamsSchema,
    body: simulateBodySchema,
    answers: { 200: simulationSchema },
    problems: [
      { status: 404, code: 'policy.not-found' },
      { status: 404, code: 'policy.version-not-found' },
      { status: 409, code: 'policy.no-draft' },
    ],
    async handle({ trx, caller, params, body }) {
      const policy = await findPolicy(trx, params.id);
      if (policy === undefined) return { ok: false, error: POLICY_NOT_FOUND };
      const { history } = policy;
      const to =
        body.version === undefined
          ? versionIn(history, 'draft')
          : history.find(({ version }) => version === body.version);
      if (to === undefined && body.version !== undefined) return { ok: false, error: VERSION_NOT_FOUND };
      if (to === undefined) return { ok: false, error: problemOf({ code: 'policy.no-draft', newest: history.length }) };
      const stored = await readReports(trx, { mode: caller.mode, last: body.last });
      const answer = simulate(await withPolicies(trx, stored), to.document);
      return { ok: true, value: { status: 200, body: { policy_id: params.id, version: to.version, ...answer } } };
    },
  });
}

/** Each version is read once. */
async function withPolicies(
  trx: DatabaseTransaction,
  stored: readonly StoredReport[],
): Promise<readonly JudgedReport[]> {
  const documents = new Map<string, Policy>();
  const judged: JudgedReport[] = [];
  for (const one of stored) {
    const known = documents.get(keyOf(one.policy));
    const under = known ?? (await findVersion(trx, one.policy))?.document;
    if (under === undefined) throw new Error(`${one.verificationId} was judged under a version that is not there`);
    documents.set(keyOf(one.policy), under);
    judged.push({ ...one, under });
  }
  return judged;
}

function keyOf({ id, version }: VersionRef): string {
  return `${id} ${version}`;
}
