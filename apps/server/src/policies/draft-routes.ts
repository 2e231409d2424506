/** A document while it is being written: what is wrong with it, and what it says, without keeping anything. */
import {
  policyDraftBodySchema,
  policyDraftWordsBodySchema,
  policyDraftWordsSchema,
  policyVerdictSchema,
} from '@vidimus/protocol';
import { parsePolicy, practiceStatement } from '@vidimus/vocabulary';
import { route } from '../http/route.ts';
import { pointerTo, readDocument } from './policy-problems.ts';
import { wordsForApplicants } from './words-route.ts';

const common = {
  method: 'post',
  tag: 'policies',
  callers: ['api_key', 'member'],
  right: 'policies:read',
  keepsNothing: true,
} as const;

export const validateRoute = route({
  ...common,
  path: '/v1/policies/validate',
  operationId: 'validatePolicy',
  summary: 'Everything that is wrong with a document, and where',
  description: 'Whatever is wrong is the answer, not a refusal: an editor asks at every stroke.',
  body: policyDraftBodySchema,
  answers: { 200: policyVerdictSchema },
  problems: [],
  async handle({ body }) {
    const parsed = parsePolicy(body.document);
    const found = parsed.ok ? [] : parsed.error;
    const problems = found.map(({ path, ...rest }) => ({ pointer: pointerTo(path), ...rest }));
    return { ok: true, value: { status: 200, body: { valid: parsed.ok, problems } } };
  },
});

export const draftWordsRoute = route({
  ...common,
  path: '/v1/policies/words',
  operationId: 'tellPolicyWords',
  summary: 'A document in plain words: what an applicant would read, or an auditor',
  body: policyDraftWordsBodySchema,
  answers: { 200: policyDraftWordsSchema },
  problems: [{ status: 422, code: 'policy.not-valid' }],
  async handle({ body }) {
    const document = readDocument(body.document);
    if (!document.ok) return document;
    const words =
      body.for === 'applicant'
        ? wordsForApplicants(document.value, body.locale)
        : { for: body.for, locale: 'en', ...practiceStatement(document.value) };
    return { ok: true, value: { status: 200, body: words } };
  },
});
