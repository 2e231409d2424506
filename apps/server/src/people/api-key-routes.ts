/** API keys: list, create, revoke. */
import { apiKeyCreatedSchema, apiKeyPageSchema, idSchema, listPeopleSchema, newApiKeySchema } from '@vidimus/protocol';
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { grantScopes } from './api-key.ts';
import { addApiKey, listApiKeys, revokeApiKey } from './api-keys-store.ts';
import { actorOf } from './caller-actor.ts';
import type { PeopleParts } from './parts.ts';
import { presentApiKey, presentPage } from './present.ts';
import { refuse } from './refusals.ts';
import { needsStepUp } from './step-up.ts';

/** Made and revoked by people alone: a key makes no keys. */
export function apiKeyRoutes({ audit, clock, random }: PeopleParts): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/api-keys',
      tag: 'api keys',
      operationId: 'listApiKeys',
      summary: 'API keys of both modes, the newest first',
      callers: ['member', 'api_key'],
      right: 'keys:read',
      query: listPeopleSchema,
      answers: { 200: apiKeyPageSchema },
      problems: [],
      handle: async ({ trx, caller, query }) => {
        const keys = await listApiKeys(trx, caller.organizationId, { limit: query.limit, after: query.cursor });
        return { ok: true, value: { status: 200, body: presentPage(keys, query.limit, presentApiKey) } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/api-keys',
      tag: 'api keys',
      operationId: 'createApiKey',
      summary: 'Make an API key',
      description: 'The secret is in this answer and nowhere else. A key may do at most what its maker may.',
      callers: ['member'],
      right: 'keys:write',
      body: newApiKeySchema,
      answers: { 201: apiKeyCreatedSchema },
      problems: [
        { status: 403, code: 'session.step-up-needed' },
        { status: 403, code: 'api-key.scopes-not-yours' },
      ],
      handle: async ({ trx, caller, body }) => {
        const unproven = needsStepUp(caller);
        if (unproven !== undefined) return { ok: false, error: unproven };
        if (!('rights' in caller)) return refuse({ code: 'api-key.scopes-not-yours', scopes: body.scopes });
        const scopes = grantScopes(body.scopes, caller.rights);
        if (!scopes.ok) return refuse(scopes.error);
        const { organizationId } = caller;
        const wanted = { organizationId, name: body.name, mode: body.mode, scopes: scopes.value };
        const { key, secret } = await addApiKey(trx, random, wanted, clock());
        await audit.append(trx, {
          organizationId,
          actor: actorOf(caller),
          action: 'api_key.created',
          objectId: key.id,
          facts: { mode: key.mode, scopes: scopes.value },
        });
        return { ok: true, value: { status: 201, body: { ...presentApiKey(key), secret } } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/api-keys/{id}',
      tag: 'api keys',
      operationId: 'revokeApiKey',
      summary: 'Revoke an API key; its next request is refused',
      callers: ['member'],
      right: 'keys:write',
      params: z.strictObject({ id: idSchema('key') }),
      answers: { 204: 'none' },
      problems: [{ status: 404, code: 'api-key.not-found' }],
      // No step-up: whoever sees a key leak must not be held up.
      handle: async ({ trx, caller, params }) => {
        const { organizationId } = caller;
        const revoked = await revokeApiKey(trx, organizationId, params.id, clock());
        if (revoked === undefined) return refuse({ code: 'api-key.not-found' });
        if (revoked === 'revoked') {
          const actor = actorOf(caller);
          await audit.append(trx, { organizationId, actor, action: 'api_key.revoked', objectId: params.id });
        }
        return { ok: true, value: { status: 204 } };
      },
    }),
  ];
}
