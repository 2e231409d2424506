/** What is answered about policies: their versions, and what leads from one to the next. */
import {
  policyDraftBodySchema,
  policyListQuerySchema,
  policyListSchema,
  policyParamsSchema,
  policyResourceSchema,
  policyVersionParamsSchema,
  policyVersionSchema,
} from '@vidimus/protocol';
import type { AuditLog } from '../audit/audit.ts';
import type { Courier } from '../courier/courier.ts';
import type { Caller } from '../http/caller.ts';
import { type Route, type RouteRequest, route } from '../http/route.ts';
import { newId } from '../ids.ts';
import { actorOf } from '../people/caller-actor.ts';
import { draftWordsRoute, validateRoute } from './draft-routes.ts';
import { historyRoute } from './history-route.ts';
import { changePolicy, type PolicyCommand, versionIn } from './policy.ts';
import { NOTHING_PUBLISHED, POLICY_NOT_FOUND, problemOf, readDocument, VERSION_NOT_FOUND } from './policy-problems.ts';
import { preflightRoute } from './preflight-route.ts';
import { type ReadReports, simulateRoute } from './simulate-route.ts';
import {
  findPolicy,
  findVersion,
  insertPolicy,
  listPolicies,
  makeDefault,
  type StoredPolicy,
  saveHistory,
} from './store.ts';
import { tellPolicy, tellVersion } from './tell-policy.ts';
import { whyContactsUnreachable } from './unreachable-contacts.ts';
import { wordsRoute } from './words-route.ts';

export type PolicyParts = {
  readonly audit: AuditLog;
  readonly readReports: ReadReports;
  readonly courier: Pick<Courier, 'routesOf'>;
};

/** Every route of policies. */
export function policyRoutes(parts: PolicyParts): readonly Route[] {
  return [
    listRoute,
    createRoute,
    readRoute,
    draftRoute,
    changeRoute(parts, 'publish'),
    changeRoute(parts, 'archive'),
    makeDefaultRoute(parts.audit),
    versionRoute,
    historyRoute,
    wordsRoute,
    validateRoute,
    draftWordsRoute,
    preflightRoute,
    simulateRoute(parts.readReports),
  ];
}

const STAFF = ['api_key', 'member'] as const;
const NOT_FOUND = { status: 404, code: 'policy.not-found' } as const;
const NOT_VALID = { status: 422, code: 'policy.not-valid' } as const;
const NO_DRAFT = { status: 409, code: 'policy.no-draft' } as const;
const NO_ROUTE = { status: 409, code: 'policy.no-route' } as const;
const NOTHING_TO_ARCHIVE = { status: 409, code: 'policy.nothing-published' } as const;

const listRoute = route({
  method: 'get',
  path: '/v1/policies',
  tag: 'policies',
  operationId: 'listPolicies',
  summary: 'List policies, the newest first',
  callers: STAFF,
  right: 'policies:read',
  query: policyListQuerySchema,
  answers: { 200: policyListSchema },
  problems: [],
  async handle({ trx, query: { limit, cursor } }) {
    const found = await listPolicies(trx, { limit: limit + 1, cursor });
    const shown = found.slice(0, limit);
    const more = found.length > limit;
    const body = { data: shown.map(tellPolicy), has_more: more, next_cursor: more ? (shown.at(-1)?.id ?? null) : null };
    return { ok: true, value: { status: 200, body } };
  },
});

const createRoute = route({
  method: 'post',
  path: '/v1/policies',
  tag: 'policies',
  operationId: 'createPolicy',
  summary: 'Make a policy, with its first draft',
  callers: STAFF,
  right: 'policies:write',
  body: policyDraftBodySchema,
  answers: { 201: policyResourceSchema },
  problems: [NOT_VALID],
  async handle({ trx, caller, body, now }) {
    const document = readDocument(body.document);
    if (!document.ok) return document;
    const changed = changePolicy([], { do: 'draft', document: document.value }, now);
    if (!changed.ok) return { ok: false, error: problemOf(changed.error) };
    const id = newId('policy', now.getTime());
    const policy = { id, createdAt: now, history: changed.value };
    await insertPolicy(trx, caller.organizationId, policy);
    return {
      ok: true,
      value: { status: 201, body: tellPolicy({ ...policy, name: document.value.name, isDefault: false }) },
    };
  },
});

const readRoute = route({
  method: 'get',
  path: '/v1/policies/{id}',
  tag: 'policies',
  operationId: 'getPolicy',
  summary: 'Read a policy and the list of its versions',
  callers: STAFF,
  right: 'policies:read',
  params: policyParamsSchema,
  answers: { 200: policyResourceSchema },
  problems: [NOT_FOUND],
  async handle({ trx, params }) {
    const policy = await findPolicy(trx, params.id);
    if (policy === undefined) return { ok: false, error: POLICY_NOT_FOUND };
    return { ok: true, value: { status: 200, body: tellPolicy(policy) } };
  },
});

const draftRoute = route({
  method: 'put',
  path: '/v1/policies/{id}/draft',
  tag: 'policies',
  operationId: 'putPolicyDraft',
  summary: 'Replace the draft, or begin the next version',
  callers: STAFF,
  right: 'policies:write',
  params: policyParamsSchema,
  body: policyDraftBodySchema,
  answers: { 200: policyVersionSchema },
  problems: [NOT_FOUND, NOT_VALID],
  async handle(request) {
    const document = readDocument(request.body.document);
    if (!document.ok) return document;
    const changed = await change(request, { do: 'draft', document: document.value });
    if (!changed.ok) return changed;
    const draft = versionIn(changed.value.after.history, 'draft');
    if (draft === undefined) throw new Error('a draft that was put is not there');
    return { ok: true, value: { status: 200, body: tellVersion(request.params.id, draft) } };
  },
});

/** Both are remembered: they decide what people are judged under from now on. */
function changeRoute({ audit, courier }: PolicyParts, command: 'publish' | 'archive'): Route {
  const isPublishing = command === 'publish';
  return route({
    method: 'post',
    path: `/v1/policies/{id}/${command}`,
    tag: 'policies',
    operationId: isPublishing ? 'publishPolicy' : 'archivePolicy',
    summary: isPublishing
      ? 'Publish the draft; the version before is archived'
      : 'Archive the published version: no new verification uses the policy',
    callers: STAFF,
    right: 'policies:write',
    params: policyParamsSchema,
    answers: { 200: policyResourceSchema },
    problems: isPublishing ? [NOT_FOUND, NO_DRAFT, NO_ROUTE] : [NOT_FOUND, NOTHING_TO_ARCHIVE],
    async handle(request) {
      if (isPublishing) {
        const draft = versionIn(
          (await findPolicy(request.trx, request.params.id, { lock: true }))?.history ?? [],
          'draft',
        );
        const unreachable = draft && whyContactsUnreachable(courier, draft.document);
        if (unreachable !== undefined) return { ok: false, error: unreachable };
      }
      const changed = await change(request, { do: command });
      if (!changed.ok) return changed;
      const { before, after } = changed.value;
      await audit.append(request.trx, {
        organizationId: request.caller.organizationId,
        actor: actorOf(request.caller),
        action: isPublishing ? 'policy.published' : 'policy.archived',
        objectId: after.id,
        facts: { ...versionFact('published', after), ...versionFact('replaced', before) },
      });
      return { ok: true, value: { status: 200, body: tellPolicy(after) } };
    },
  });
}

function versionFact(name: string, { history }: StoredPolicy): Readonly<Record<string, number>> {
  const published = versionIn(history, 'published');
  return published === undefined ? {} : { [`${name}_version`]: published.version };
}

/** Remembered, too: an application that names no policy is judged by it from now on. */
function makeDefaultRoute(audit: AuditLog): Route {
  return route({
    method: 'post',
    path: '/v1/policies/{id}/make-default',
    tag: 'policies',
    operationId: 'makePolicyDefault',
    summary: 'Use this policy where a new verification names none',
    description:
      'In place of the one before. While none is the default, or the default has nothing published, the only published policy is used, and where there are several, one must be named.',
    callers: STAFF,
    right: 'policies:write',
    params: policyParamsSchema,
    answers: { 200: policyResourceSchema },
    problems: [NOT_FOUND, { status: 409, code: 'policy.nothing-published' }],
    async handle({ trx, caller, params }) {
      const policy = await findPolicy(trx, params.id, { lock: true });
      if (policy === undefined) return { ok: false, error: POLICY_NOT_FOUND };
      if (versionIn(policy.history, 'published') === undefined) return { ok: false, error: NOTHING_PUBLISHED };
      await makeDefault(trx, caller.organizationId, policy.id);
      await audit.append(trx, {
        organizationId: caller.organizationId,
        actor: actorOf(caller),
        action: 'policy.made_default',
        objectId: policy.id,
      });
      return { ok: true, value: { status: 200, body: tellPolicy({ ...policy, isDefault: true }) } };
    },
  });
}

const versionRoute = route({
  method: 'get',
  path: '/v1/policies/{id}/versions/{version}',
  tag: 'policies',
  operationId: 'getPolicyVersion',
  summary: 'Read one version of a policy',
  callers: STAFF,
  right: 'policies:read',
  params: policyVersionParamsSchema,
  answers: { 200: policyVersionSchema },
  problems: [{ status: 404, code: 'policy.version-not-found' }],
  async handle({ trx, params }) {
    const version = await findVersion(trx, params);
    if (version === undefined) return { ok: false, error: VERSION_NOT_FOUND };
    return { ok: true, value: { status: 200, body: tellVersion(params.id, version) } };
  },
});

type ChangeRequest = Pick<RouteRequest<{ readonly id: string }, unknown, unknown>, 'trx' | 'params' | 'now'> & {
  readonly caller: Caller;
};

/** Changes the versions of a policy while nobody else does. */
async function change({ trx, params, caller, now }: ChangeRequest, command: PolicyCommand) {
  const before = await findPolicy(trx, params.id, { lock: true });
  if (before === undefined) return { ok: false, error: POLICY_NOT_FOUND } as const;
  const changed = changePolicy(before.history, command, now);
  if (!changed.ok) return { ok: false, error: problemOf(changed.error) } as const;
  const name = await saveHistory(trx, caller.organizationId, before, changed.value);
  const after: StoredPolicy = { ...before, name, history: changed.value };
  return { ok: true, value: { before, after } } as const;
}
