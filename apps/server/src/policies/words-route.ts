/** A version of a policy in plain words. */
import { policyVersionParamsSchema, policyWordsQuerySchema, policyWordsSchema } from '@vidimus/protocol';
import { describeNeeds, type Locale, type Policy, practiceStatement, reportLanguage } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { route } from '../http/route.ts';
import type { PolicyVersion } from './policy.ts';
import { VERSION_NOT_FOUND } from './policy-problems.ts';
import { findVersion, type VersionRef, versionOfVerification } from './store.ts';
import { tellSummary } from './tell-policy.ts';

export const wordsRoute = route({
  method: 'get',
  path: '/v1/policies/{id}/versions/{version}/words',
  tag: 'policies',
  operationId: 'getPolicyWords',
  summary: 'A version in plain words: what an applicant needs, or the practice for an auditor',
  description:
    "An applicant reads the version that their verification is made under, and no other; an auditor's words are English.",
  callers: ['api_key', 'member', 'applicant'],
  right: 'policies:read',
  params: policyVersionParamsSchema,
  query: policyWordsQuerySchema,
  answers: { 200: policyWordsSchema },
  problems: [{ status: 404, code: 'policy.version-not-found' }],
  async handle({ trx, caller, params, query }) {
    const isOpen = await mayRead(trx, caller, params, query.for);
    const version = isOpen ? await findVersion(trx, params) : undefined;
    if (version === undefined) return { ok: false, error: VERSION_NOT_FOUND };
    const body =
      query.for === 'applicant' ? wordsForApplicants(version.document, query.locale) : forAuditors(params.id, version);
    return { ok: true, value: { status: 200, body } };
  },
});

async function mayRead(
  trx: DatabaseTransaction,
  caller: Caller,
  ref: VersionRef,
  reader: 'applicant' | 'auditor',
): Promise<boolean> {
  if (caller.kind !== 'applicant') return true;
  const own = await versionOfVerification(trx, caller.verificationId);
  return reader === 'applicant' && own?.id === ref.id && own.version === ref.version;
}

/** What somebody needs who is verified under it. */
export function wordsForApplicants(document: Policy, locale: Locale) {
  const { title, sections } = describeNeeds(document, locale);
  return { for: 'applicant', locale, direction: reportLanguage(locale).direction, title, sections };
}

function forAuditors(policyId: string, version: PolicyVersion) {
  return {
    for: 'auditor',
    locale: 'en',
    policy_id: policyId,
    ...tellSummary(version),
    ...practiceStatement(version.document),
  };
}
