/** Eligibility, told before anything is taken. */
import type { Result } from '@vidimus/engine/standards';
import { type PreflightBody, preflightAnswerSchema, preflightBodySchema } from '@vidimus/protocol';
import {
  discloseReason,
  LOCALES,
  type Locale,
  type Policy,
  policyWords,
  type Reason,
  renderReason,
  reportLanguage,
} from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import type { PolicyVersion } from './policy.ts';
import { NOTHING_PUBLISHED, POLICY_NOT_FOUND } from './policy-problems.ts';
import { type Declared, preflight } from './preflight.ts';
import { findPolicy, findVersion, publishedVersion, versionOfVerification } from './store.ts';

export const preflightRoute = route({
  method: 'post',
  path: '/v1/preflight',
  tag: 'policies',
  operationId: 'preflight',
  summary: 'Whether somebody may apply, and every reason why not, before anything is taken',
  description:
    'Judges what is declared by the published version of a policy, or by the version of the verification where an applicant asks. Nothing of the request or the answer is kept.',
  callers: ['api_key', 'member', 'applicant'],
  right: 'policies:read',
  keepsNothing: true,
  body: preflightBodySchema,
  answers: { 200: preflightAnswerSchema },
  problems: [
    { status: 404, code: 'policy.not-found' },
    { status: 409, code: 'policy.nothing-published' },
    { status: 422, code: 'preflight.policy-not-named' },
    { status: 422, code: 'preflight.policy-is-given' },
  ],
  async handle({ trx, caller, body, now }) {
    const asked = await policyAsked(trx, caller, body);
    if (!asked.ok) return asked;
    const { id, version, locale } = asked.value;
    const { outcome, reasons, unanswered } = preflight(version.document, declaredIn(body), dayOf(now));
    const answer = {
      outcome,
      policy: { id, version: version.version },
      reasons: reasons.map((reason) => tellReason(reason, version.document, locale)),
      unanswered,
      contacts: (version.document.contacts ?? []).map((rule) => ({
        kind: rule.kind,
        channels: rule.kind === 'phone' ? rule.channels : ['email'],
      })),
    };
    return { ok: true, value: { status: 200, body: answer } };
  },
});

type Asked = { readonly id: string; readonly version: PolicyVersion; readonly locale: Locale };

async function policyAsked(
  trx: DatabaseTransaction,
  caller: Caller,
  body: PreflightBody,
): Promise<Result<Asked, Problem>> {
  if (caller.kind === 'applicant') return policyOfApplicant(trx, caller.verificationId, body);
  const id = body.policy;
  if (id === undefined) return { ok: false, error: POLICY_NOT_NAMED };
  const version = await publishedVersion(trx, id);
  if (version !== undefined) return { ok: true, value: { id, version, locale: body.locale ?? 'en' } };
  const exists = (await findPolicy(trx, id)) !== undefined;
  return { ok: false, error: exists ? NOTHING_PUBLISHED : POLICY_NOT_FOUND };
}

async function policyOfApplicant(
  trx: DatabaseTransaction,
  verificationId: string,
  { policy, locale }: PreflightBody,
): Promise<Result<Asked, Problem>> {
  if (policy !== undefined) return { ok: false, error: POLICY_IS_GIVEN };
  const own = await versionOfVerification(trx, verificationId);
  const version = own && (await findVersion(trx, own));
  if (version === undefined) return { ok: false, error: POLICY_NOT_FOUND };
  const language = locale ?? LOCALES.find((one) => one === own?.locale) ?? 'en';
  return { ok: true, value: { id: own?.id ?? '', version, locale: language } };
}

const POLICY_NOT_NAMED: Problem = {
  status: 422,
  code: 'preflight.policy-not-named',
  detail: 'Name the policy to judge by. GET /v1/policies lists those there are.',
  errors: [{ pointer: '/policy', detail: 'expected the id of a policy, found nothing' }],
};

const POLICY_IS_GIVEN: Problem = {
  status: 422,
  code: 'preflight.policy-is-given',
  detail: 'The policy is that of the verification. Leave `policy` out.',
  errors: [{ pointer: '/policy', detail: 'expected nothing: the verification has its policy' }],
};

function declaredIn({
  residence,
  document_type,
  issuing_state,
  age,
  birth_date,
  phone_country,
}: PreflightBody): Declared {
  const birth = birth_date === undefined ? (age === undefined ? undefined : { age }) : { date: birth_date };
  return { residence, documentType: document_type, issuingState: issuing_state, birth, phoneCountry: phone_country };
}

/** Reasons as an applicant may see them. */
function tellReason(reason: Reason, policy: Policy, locale: Locale) {
  const shown = discloseReason(reason);
  const operator = policyWords(policy.operator, reportLanguage(locale));
  const { heading, applicant } = renderReason(shown, locale, { operator });
  return { code: shown.code, class: shown.class, heading, message: applicant, evidence: shown.evidence };
}

/** The day in UTC, `YYYY-MM-DD`. */
function dayOf(now: Date): string {
  return now.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
